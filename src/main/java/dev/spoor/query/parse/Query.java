package dev.spoor.query.parse;

import dev.spoor.query.expr.Expression;
import dev.spoor.query.pipeline.EventCorrelation;
import dev.spoor.query.pipeline.EventPattern;
import dev.spoor.query.pipeline.Pipeline;
import java.util.List;
import java.util.Set;

/** A compiled query. Immutable. */
public sealed interface Query {
    /** The names of the fields that the query reads, as written. */
    Set<String> fields();

    /**
     * What means something else here than in the language's home, in words, for example "lookup geo_ip is empty". Empty: exact.
     */
    List<String> approximations();

    /** Answers events. */
    record Events(Expression filter, Set<String> fields, List<String> approximations) implements Query {
        public Events {
            fields = Set.copyOf(fields);
            approximations = List.copyOf(approximations);
        }
    }

    /** Answers events in an order that matters, or groups of events that belong together: sequences, samples. */
    record Patterns(EventPattern pattern, Set<String> fields, List<String> approximations) implements Query {
        public Patterns {
            fields = Set.copyOf(fields);
            approximations = List.copyOf(approximations);
        }
    }

    /** Answers groups of events that are counted, summed or put together in time. */
    record Correlations(EventCorrelation correlation, Set<String> fields, List<String> approximations) implements Query {
        public Correlations {
            fields = Set.copyOf(fields);
            approximations = List.copyOf(approximations);
        }
    }

    /** Answers rows: the events that pass the pipeline's filter go through its stages. */
    record Rows(Pipeline pipeline, Set<String> fields, List<String> approximations) implements Query {
        public Rows {
            fields = Set.copyOf(fields);
            approximations = List.copyOf(approximations);
        }
    }
}
