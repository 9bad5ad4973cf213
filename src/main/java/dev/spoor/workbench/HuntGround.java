package dev.spoor.workbench;

import dev.spoor.detect.FoundEvent;
import dev.spoor.detect.engine.NumberedSegment;
import dev.spoor.store.CaseFile;
import dev.spoor.store.SegmentRef;
import dev.spoor.store.Source;
import dev.spoor.store.StoreException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What hunts need to know of a case in one state of its events, so that not each of them asks for it. Immutable; thread-safe. */
final class HuntGround {
    private final CaseFile file;
    private final String state;
    private final CaseTypes types;
    private final Map<String, List<NumberedSegment>> segments = new HashMap<>();
    private final Map<Integer, Source> sources = new HashMap<>();
    private final Comparator<FoundEvent> order;

    /**
     * @param state {@link CaseFile#stateOfEvents} before
     */
    HuntGround(CaseFile file, String state) throws StoreException, WorkbenchException {
        this.file = file;
        this.state = state;
        this.types = new CaseTypes(file);
        for (SegmentRef segment : file.segments().list()) {
            segments.computeIfAbsent(segment.dataset(), key -> new ArrayList<>()).add(new NumberedSegment(file.segments().openLasting(segment), segment.firstEvent()));
        }
        List<Source> all = file.sources().list();
        all.forEach(source -> sources.put(source.number(), source));
        this.order = new EventOrder(all).comparator();
    }

    /** Whether it is of this case in this state. */
    boolean of(CaseFile other, String now) {
        return file == other && state.equals(now);
    }

    CaseTypes types() {
        return types;
    }

    /** The segments of a data set, in the order of the case. */
    List<NumberedSegment> segments(String dataset) {
        return segments.getOrDefault(dataset, List.of());
    }

    /** The order in which events are told. */
    Comparator<FoundEvent> order() {
        return order;
    }

    /** The path of a source, as it was given to load. */
    String path(int source) {
        return sources.get(source).origin().path();
    }
}
