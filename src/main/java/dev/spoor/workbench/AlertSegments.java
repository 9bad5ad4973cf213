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
}
