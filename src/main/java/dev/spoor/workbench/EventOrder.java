package dev.spoor.workbench;

import dev.spoor.detect.FoundEvent;
import dev.spoor.event.Origin;
import dev.spoor.store.Source;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which events are told: by time, ties by source, entry and record. Sources are ordered by their hash, then their path, so that the order of loading
 * does not matter.
 */
final class EventOrder {
    private final Map<Integer, Integer> ranks = new HashMap<>();

    EventOrder(List<Source> sources) {
        sources.stream().sorted(Comparator.comparing((Source source) -> source.origin().sha256()).thenComparing(source -> source.origin().path())
                .thenComparing(source -> source.origin().entry())).forEach(source -> ranks.put(source.number(), ranks.size()));
    }

    Comparator<FoundEvent> comparator() {
        return Comparator.comparingLong((FoundEvent found) -> found.row().time()).thenComparing(found -> found.row().origin(), origins());
    }

    private Comparator<Origin> origins() {
        return Comparator.comparingInt((Origin origin) -> ranks.getOrDefault(origin.source(), Integer.MAX_VALUE)).thenComparingInt(Origin::source)
                .thenComparing(Origin::entry).thenComparingLong(Origin::record).thenComparingLong(Origin::offset);
    }
}
