package dev.spoor.query.pipeline;

import dev.spoor.query.expr.Scalar;
import java.util.List;
import java.util.Optional;

/**
 * A column of an aggregation.
 *
 * @param function   name in the registry of {@code exec.aggregate}, with the language's prefix where languages differ
 * @param argument   what is aggregated; empty for rows as such ({@code count})
 * @param parameters constants, for example the percentage of a percentile
 * @param column     the name of the result
 */
public record Measure(String function, Optional<Scalar> argument, List<Double> parameters, String column) {
    public Measure {
        parameters = List.copyOf(parameters);
    }
}
