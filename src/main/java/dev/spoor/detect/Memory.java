package dev.spoor.detect;

import dev.spoor.query.expr.Expression;
import java.util.List;

/** What a rule remembers of the events that pass its filter, and what it makes of them. Compiled for one data set; only the types of the fields differ between data sets. */
public sealed interface Memory {
    /**
     * Groups of equal values with enough events in the window of a run. An event counts for one alert of its group only.
     *
     * @param fields      the group; empty: all events are one group. Events without one of the fields are in no group; an event with several values is in several
     * @param value       the least number of events
     * @param cardinality fields whose number of different values must be reached too
     */
    record Threshold(List<TypedField> fields, long value, List<Cardinality> cardinality, Replay replay) implements Memory {
        public Threshold {
            fields = List.copyOf(fields);
            cardinality = List.copyOf(cardinality);
        }
    }

    /** At least {@code value} different values of {@code field}. */
    record Cardinality(TypedField field, long value) {}

    /**
     * Combinations of values that were not seen between the start of the history and the window of a run. The first event that has one is the match.
     *
     * @param history where the history of a run starts
     */
    record NewTerms(List<TypedField> fields, DateOffset history, Replay replay) implements Memory {
        public NewTerms {
            fields = List.copyOf(fields);
        }
    }

    /**
     * Events with values that an indicator has, too.
     *
     * @param indicators   the condition on events that are indicators
     * @param listed       the condition on indicators of files, which are in no index
     * @param alternatives pairs of fields, all of which must agree with one indicator
     * @param path         the object that holds an indicator's fields ({@code threat.indicator})
     */
    record Indicators(Expression indicators, Expression listed, List<List<Pair>> alternatives, String path) implements Memory {
        public Indicators {
            alternatives = alternatives.stream().map(List::copyOf).toList();
        }
    }

    /** A field of the event and one of the indicator that must have an equal value; negated: must not. */
    record Pair(TypedField field, TypedField indicatorField, boolean negated) {}
}
