package dev.spoor.workbench;

import dev.spoor.store.CaseFile;
import dev.spoor.store.SegmentRef;
import dev.spoor.store.StoreException;
import dev.spoor.triage.Alert;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sorts alerts by the segment of their first event, so that each segment is opened once. */
final class AlertSegments {
    private AlertSegments() {}

    /** The alerts by segment, segments in the order of the first alert; alerts without events are left out. */
    static Map<SegmentRef, List<Alert>> of(CaseFile file, List<Alert> alerts) throws StoreException {
        TreeMap<Long, SegmentRef> segments = new TreeMap<>();
        file.segments().list().forEach(segment -> segments.put(segment.firstEvent(), segment));
        Map<SegmentRef, List<Alert>> groups = new LinkedHashMap<>();
        for (Alert alert : alerts) {
            if (!alert.events().isEmpty()) {
                Map.Entry<Long, SegmentRef> segment = segments.floorEntry(alert.events().getFirst().id());
                if (segment != null && segment.getValue().holds(alert.events().getFirst().id())) {
                    groups.computeIfAbsent(segment.getValue(), _ -> new ArrayList<>()).add(alert);
                }
            }
        }
        return groups;
    }

    /** An event of an alert. */
    record Member(Alert alert, long event) {}

    /** The first events of each alert by segment. */
    static Map<SegmentRef, List<Member>> members(CaseFile file, List<Alert> alerts, int most) throws StoreException {
        TreeMap<Long, SegmentRef> segments = new TreeMap<>();
        file.segments().list().forEach(segment -> segments.put(segment.firstEvent(), segment));
        Map<SegmentRef, List<Member>> groups = new LinkedHashMap<>();
        for (Alert alert : alerts) {
            alert.events().stream().limit(most).forEach(event -> {
                Map.Entry<Long, SegmentRef> segment = segments.floorEntry(event.id());
                if (segment != null && segment.getValue().holds(event.id())) {
                    groups.computeIfAbsent(segment.getValue(), _ -> new ArrayList<>()).add(new Member(alert, event.id()));
                }
            });
        }
        return groups;
    }
}
