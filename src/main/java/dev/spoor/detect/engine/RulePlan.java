package dev.spoor.detect.engine;

import dev.spoor.detect.CompiledRule;
import dev.spoor.ecs.FieldTypes;
import java.util.List;
import java.util.Map;

/**
 * The rules of a run, compiled for each data set of the case.
 *
 * @param datasets data set to the types of its fields
 * @param compiled data set to the rules that can run on it, in the same order for each
 */
public record RulePlan(Map<String, FieldTypes> datasets, Map<String, List<CompiledRule>> compiled) {
    public RulePlan {
        datasets = Map.copyOf(datasets);
        compiled = Map.copyOf(compiled);
    }
}
