package dev.spoor.query.pipeline;

import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.FieldRef;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Events that belong together, or events in an order that matters.
 *
 * @param kind       how they belong together
 * @param conditions what single events are asked for; at most {@link #MAX_CONDITIONS}
 * @param steps      the events of one result, in order; several steps may have the same condition
 * @param until      the condition whose events end all that began before them
 * @param maxSpan    ticks between the first and the last event at most
 * @param cuts       which of the results are kept, one after the other
 * @param time       the field that tells when an event happened
 * @param tiebreaker the field that orders events of one time, if there is one
 */
public record EventPattern(Kind kind, List<Condition> conditions, List<Step> steps, OptionalInt until, OptionalLong maxSpan, List<Cut> cuts, FieldRef time,
        Optional<FieldRef> tiebreaker) {
    /** Conditions of an event are kept as the bits of one number. */
    public static final int MAX_CONDITIONS = 63;

    public EventPattern {
        conditions = List.copyOf(conditions);
        steps = List.copyOf(steps);
        cuts = List.copyOf(cuts);
        if (conditions.isEmpty() || conditions.size() > MAX_CONDITIONS) {
            throw new IllegalArgumentException(conditions.size() + " conditions; 1 to " + MAX_CONDITIONS + " can be");
        }
    }

    /** How the events of a result belong together. */
    public enum Kind {
        /** A result is one event. */
        EVENTS,
        /** One step after the other in time, with equal keys. */
        SEQUENCE,
        /** Events of equal keys in any order. */
        SAMPLE
    }

    /** What an event is asked for, and the fields that must be equal in all events of a result; as many keys as in every other condition. */
    public record Condition(Expression filter, List<Key> keys) {
        public Condition {
            keys = List.copyOf(keys);
        }
    }

    /**
     * A field that must be equal.
     *
     * @param optional  an event without the field counts as having the value null
     * @param nullValue what counts as the value of an explicit null, if anything does
     */
    public record Key(FieldRef field, KeyType type, boolean optional, Optional<String> nullValue) {}

    /** What equal means. */
    public enum KeyType {
        TEXT, NUMBER, DATE, IP, VERSION, BOOLEAN
    }

    /**
     * A place of a sequence.
     *
     * @param condition number of its condition, from 0
     * @param missing   there must be no such event
     */
    public record Step(int condition, boolean missing) {}

    /** Keeps so many results of one end. */
    public record Cut(boolean first, long count) {}

    /** The events that may have a part in a result. */
    public Expression filter() {
        return conditions.size() == 1 ? conditions.getFirst().filter() : new Expression.Or(conditions.stream().map(Condition::filter).toList());
    }

    /** The same pattern over fewer events. */
    public EventPattern only(Expression seen) {
        return new EventPattern(kind, conditions.stream().map(one -> new Condition(Expression.and(one.filter(), seen), one.keys())).toList(), steps, until, maxSpan, cuts, time,
                tiebreaker);
    }
}
