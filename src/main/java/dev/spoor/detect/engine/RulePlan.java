package dev.spoor.detect.engine;

import dev.spoor.detect.CompiledRule;
import dev.spoor.ecs.FieldTypes;
import java.util.List;

/**
 * The rules of a run, compiled for one data set.
 *
 * @param types types of the data set's fields
 * @param rules those that can run on it
 */
public record RulePlan(FieldTypes types, List<CompiledRule> rules) {
    public RulePlan {
        rules = List.copyOf(rules);
    }
}
