package dev.spoor.exec.aggregate;

import dev.spoor.query.pipeline.Measure;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The registry of accumulators. */
public final class Accumulators {
    private static final Map<String, Function<Measure, Accumulator>> ALL = Map.ofEntries(
            Map.entry("spl.count", _ -> new Counting(false)),
            Map.entry("spl.distinct_count", _ -> new Counting(true)),
            Map.entry("spl.sum", _ -> new Moments(Moments.Kind.SUM)),
            Map.entry("spl.sumsq", _ -> new Moments(Moments.Kind.SQUARES)),
            Map.entry("spl.avg", _ -> new Moments(Moments.Kind.MEAN)),
            Map.entry("spl.var", _ -> new Moments(Moments.Kind.VARIANCE)),
            Map.entry("spl.varp", _ -> new Moments(Moments.Kind.WHOLE_VARIANCE)),
            Map.entry("spl.stdev", _ -> new Moments(Moments.Kind.DEVIATION)),
            Map.entry("spl.stdevp", _ -> new Moments(Moments.Kind.WHOLE_DEVIATION)),
            Map.entry("spl.min", _ -> new Extremes(Extremes.Kind.MIN)),
            Map.entry("spl.max", _ -> new Extremes(Extremes.Kind.MAX)),
            Map.entry("spl.range", _ -> new Extremes(Extremes.Kind.RANGE)),
            Map.entry("spl.values", _ -> new Listing(Listing.Kind.DISTINCT)),
            Map.entry("spl.list", _ -> new Listing(Listing.Kind.ALL)),
            Map.entry("spl.mode", _ -> new Listing(Listing.Kind.MODE)),
            Map.entry("spl.median", _ -> new Ranks(50)),
            Map.entry("spl.percentile", measure -> new Ranks(measure.parameters().getFirst())),
            Map.entry("spl.first", _ -> new Picking(Picking.Kind.FIRST)),
            Map.entry("spl.last", _ -> new Picking(Picking.Kind.LAST)),
            Map.entry("spl.earliest", _ -> new Picking(Picking.Kind.EARLIEST)),
            Map.entry("spl.latest", _ -> new Picking(Picking.Kind.LATEST)),
            Map.entry("spl.earliest_time", _ -> new Picking(Picking.Kind.EARLIEST_TIME)),
            Map.entry("spl.latest_time", _ -> new Picking(Picking.Kind.LATEST_TIME)));

    private Accumulators() {}

    /**
     * A new, empty accumulator for a measure.
     *
     * @throws IllegalArgumentException if the registry lacks its function, which front ends do not let through
     */
    public static Accumulator of(Measure measure) {
        Function<Measure, Accumulator> maker = ALL.get(measure.function());
        if (maker == null) {
            throw new IllegalArgumentException("no aggregation is called " + measure.function());
        }
        return maker.apply(measure);
    }

    /** The names of all aggregations. */
    public static Set<String> names() {
        return ALL.keySet();
    }
}
