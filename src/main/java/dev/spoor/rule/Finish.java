package dev.spoor.rule;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a rule does with the events of its query, where its type asks for more than one alert per event, sequence or row. */
public sealed interface Finish {
    /** Nothing more. */
    record None() implements Finish {}

    /**
     * An alert per group of equal values when the group has enough events.
     *
     * @param fields      the group; empty: all events are one group
     * @param value       the least number of events
     * @param cardinality fields whose number of different values must be reached too
     */
    record Threshold(List<String> fields, long value, List<Cardinality> cardinality) implements Finish {
        public Threshold {
            fields = List.copyOf(fields);
            cardinality = List.copyOf(cardinality);
        }
    }

    /** At least {@code value} different values of {@code field}. */
    record Cardinality(String field, long value) {}

    /**
     * An alert per combination of values that the history does not have.
     *
     * @param fields       one to three fields
     * @param historyStart how far the history reaches back, as stated ({@code now-14d})
     */
    record NewTerms(List<String> fields, String historyStart) implements Finish {
        public NewTerms {
            fields = List.copyOf(fields);
        }
    }

    /**
     * An alert per event that has a value of an indicator.
     *
     * @param indices       index patterns of the indicators
     * @param query         which indicators count
     * @param language      the language of that query
     * @param filters       further conditions on indicators: Elasticsearch Query DSL as JSON texts
     * @param indicatorPath the object that holds the indicator ({@code threat.indicator})
     * @param mappings      alternatives; all pairs of one alternative must be equal
     */
    record IndicatorMatch(List<String> indices, String query, String language, List<String> filters, String indicatorPath, List<List<Pair>> mappings)
            implements Finish {
        public IndicatorMatch {
            indices = List.copyOf(indices);
            filters = List.copyOf(filters);
            mappings = mappings.stream().map(List::copyOf).toList();
        }
    }

    /** An event's field and the indicator's field that must have an equal value; negated: must not. */
    record Pair(String field, String indicatorField, boolean negated) {}

    /** An anomaly of machine-learning jobs; nothing that Spoor could run. */
    record MachineLearning(List<String> jobs, OptionalInt anomalyThreshold) implements Finish {
        public MachineLearning {
            jobs = List.copyOf(jobs);
        }
    }

    /**
     * One alert for several of equal values.
     *
     * @param groupBy     fields; empty for threshold rules, which group by their own fields
     * @param duration    how long, as stated ({@code 6h}); empty: one run of the rule
     * @param keepMissing whether events without a field are alerted one by one instead of as a group of their own
     */
    record Suppression(List<String> groupBy, Optional<String> duration, boolean keepMissing) {
        public Suppression {
            groupBy = List.copyOf(groupBy);
        }
    }
}
