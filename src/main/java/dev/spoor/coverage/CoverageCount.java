package dev.spoor.coverage;

import dev.spoor.segment.Segment;
import java.util.Map;
import java.util.TreeMap;

/** Counts what each source covers. Not thread-safe. */
public final class CoverageCount {
    /** How many hosts of a source are named. */
    public static final int MOST_HOSTS = 1_000;
    /** How many gaps, quiet times and cleared logs of a source are named. */
    public static final int MOST_GAPS = 100;
    private final Map<Integer, SourceCount> sources = new TreeMap<>();

    /**
     * Takes the events of a segment; each segment once, in any order.
     *
     * @param firstEvent the number in the case of its first event
     */
    public void add(Segment segment, long firstEvent) {
        CoverageFields fields = new CoverageFields(segment);
        SourceCount count = null;
        int source = 0;
        for (int event = 0; event < segment.size(); event++) {
            int of = segment.provenance().source(event);
            if (count == null || of != source) {
                source = of;
                count = sources.computeIfAbsent(of, _ -> new SourceCount());
            }
            count.add(segment.time(event), fields, event, firstEvent + event);
        }
    }

    /** What the sources cover, by the number of the source; those without events are not there. */
    public Map<Integer, SourceCoverage> coverage() {
        Map<Integer, SourceCoverage> all = new TreeMap<>();
        sources.forEach((source, count) -> all.put(source, count.coverage()));
        return all;
    }
}
