package dev.spoor.detect;

import dev.spoor.query.pipeline.EventCorrelation;
import dev.spoor.query.pipeline.EventPattern;
import dev.spoor.query.pipeline.Pipeline;

/** What remains of a rule behind its filter. */
public sealed interface Finisher {
    /** Each event that passes the filter is a match. */
    record EachEvent() implements Finisher {}

    /** Events that pass the filter are compared with each other, or with indicators, over time. */
    record Remembering(Memory memory) implements Finisher {}

    /**
     * Events that satisfy the conditions of a pattern are put together; each group is a match. The conditions hold all that the rule asks of an event, also where it looks and
     * what exceptions keep out.
     */
    record Pattern(EventPattern pattern) implements Finisher {}

    /** Events are counted, summed or put together in time, group by group; each time that a group does what is asked is a match. */
    record Correlation(EventCorrelation correlation) implements Finisher {}

    /**
     * All events that pass the filter go through a pipeline, in time order; each row is a match, or each event where the pipeline answers events.
     *
     * @param exceptions what is kept out of the rows
     */
    record Table(Pipeline pipeline, RowExceptions exceptions) implements Finisher {}
}
