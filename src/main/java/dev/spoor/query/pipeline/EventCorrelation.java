package dev.spoor.query.pipeline;

import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.FieldRef;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Events that are counted, summed or put together within a span of time, group by group; also what was put together so may be counted again.
 *
 * @param events what single events are asked for: the conditions that {@link Matching} numbers
 * @param root   what is asked of them
 */
public record EventCorrelation(EventPattern events, Correlated root) {
    /** The same over fewer events. */
    public EventCorrelation only(Expression seen) {
        return new EventCorrelation(events.only(seen), root);
    }

    /** Where members come from. */
    public sealed interface Origin permits Matching, Correlated {}

    /** Events that satisfy a condition, by its number from 0. */
    public record Matching(int condition) implements Origin {}

    /**
     * Members of equal keys within a span of time.
     *
     * @param names    of the keys, as in the members' lists
     * @param timespan ticks between the first and the last member at most
     * @param bounds   all must hold for the measure
     * @param percent  which percentile, for PERCENTILE
     */
    public record Correlated(Measure measure, List<Member> members, List<String> names, long timespan, List<Bound> bounds, OptionalDouble percent) implements Origin {
        public Correlated {
            members = List.copyOf(members);
            names = List.copyOf(names);
            bounds = List.copyOf(bounds);
        }
    }

    /**
     * A rule whose matches count.
     *
     * @param keys   the fields that must be equal, one for each name of the group
     * @param values the fields that are measured
     */
    public record Member(Origin origin, List<FieldRef> keys, List<FieldRef> values) {
        public Member {
            keys = List.copyOf(keys);
            values = List.copyOf(values);
        }
    }

    /** What is measured. */
    public enum Measure {
        /** How many events. */
        EVENTS,
        /** How many different values. */
        VALUES, SUM, AVERAGE, MEDIAN, PERCENTILE,
        /** How many of the rules matched, in any order. */
        RULES,
        /** Whether all rules matched one after the other. */
        RULES_IN_ORDER
    }

    /** How a measure is bounded. */
    public enum Relation {
        LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL
    }

    /** A bound of the measure. */
    public record Bound(Relation relation, double value) {
        /** Whether a measure is within. */
        public boolean holds(double measured) {
            return switch (relation) {
                case LESS -> measured < value;
                case LESS_OR_EQUAL -> measured <= value;
                case GREATER -> measured > value;
                case GREATER_OR_EQUAL -> measured >= value;
                case EQUAL -> measured == value;
                case NOT_EQUAL -> measured != value;
            };
        }

        /** Whether more members can only help. */
        public boolean lower() {
            return relation == Relation.GREATER || relation == Relation.GREATER_OR_EQUAL;
        }
    }
}
