package dev.spoor.explain;

import dev.spoor.detect.CompiledRule;
import dev.spoor.detect.Finisher;
import dev.spoor.ecs.FieldTypes;
import dev.spoor.exec.ConditionMatcher;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.query.pipeline.EventCorrelation;
import dev.spoor.query.pipeline.EventPattern;
import dev.spoor.query.pipeline.Pipeline;
import dev.spoor.query.pipeline.Stage;
import dev.spoor.segment.EventRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a rule makes of one event.
 *
 * @param holds  whether the event passes the rule's filter, as the engine has it; for a rule on single events: whether it fires
 * @param parts  the clauses: of the filter, or of each condition of a sequence or sample
 * @param finish what remains behind the filter, in words, in order; empty for a rule on single events
 */
public record RuleExplanation(boolean holds, List<Part> parts, List<String> finish) {
    /**
     * A condition of the rule.
     *
     * @param name {@code filter}, {@code step 1}, {@code until}
     */
    public record Part(String name, Clause clause) {}

    public RuleExplanation {
        parts = List.copyOf(parts);
        finish = List.copyOf(finish);
    }

    /** Explains a rule that was compiled for the event's data set. */
    public static RuleExplanation of(CompiledRule rule, EventRow row, FieldTypes types) {
        return of(rule, row, types, new ConditionMatcher(row.segment(), types, new ScalarEvaluator(types)));
    }

    /** The same with a matcher of the event's segment that also answers for other events. */
    public static RuleExplanation of(CompiledRule rule, EventRow row, FieldTypes types, ConditionMatcher matcher) {
        ClauseTree tree = new ClauseTree(row, matcher, rule.rule().query());
        return switch (rule.finisher()) {
            case Finisher.EachEvent() -> filter(rule, tree, List.of());
            case Finisher.Remembering _ -> filter(rule, tree, List.of("events that pass are compared with each other, or with indicators, over time"));
            case Finisher.Table table -> filter(rule, tree, stages(table.pipeline(), row, types));
            case Finisher.Pattern(EventPattern pattern) -> pattern(pattern, tree);
            case Finisher.Correlation(EventCorrelation correlation) -> correlation(correlation.events(), tree);
        };
    }

    private static RuleExplanation filter(CompiledRule rule, ClauseTree tree, List<String> finish) {
        Clause clause = tree.of(rule.filter());
        return new RuleExplanation(clause.holds(), List.of(new Part("filter", clause)), finish);
    }

    private static RuleExplanation pattern(EventPattern pattern, ClauseTree tree) {
        List<Part> parts = new ArrayList<>();
        boolean holds = false;
        for (int i = 0; i < pattern.steps().size(); i++) {
            EventPattern.Step step = pattern.steps().get(i);
            Clause clause = tree.of(pattern.conditions().get(step.condition()).filter());
            parts.add(new Part("step " + (i + 1) + (step.missing() ? " (missing)" : ""), clause));
            holds |= clause.holds();
        }
        if (pattern.until().isPresent()) {
            Clause until = tree.of(pattern.conditions().get(pattern.until().getAsInt()).filter());
            parts.add(new Part("until", until));
            holds |= until.holds();
        }
        String kind = pattern.kind().name().toLowerCase(Locale.ROOT);
        return new RuleExplanation(holds, parts, List.of("a match is a " + kind + " of " + pattern.steps().size() + " events with equal keys"));
    }

    private static RuleExplanation correlation(EventPattern events, ClauseTree tree) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < events.conditions().size(); i++) {
            parts.add(new Part("condition " + (i + 1), tree.of(events.conditions().get(i).filter())));
        }
        return new RuleExplanation(parts.stream().anyMatch(part -> part.clause().holds()), parts,
                List.of("events that pass are counted or put together within a span of time, group by group"));
    }

    /** Stages that look at one event alone are decided; behind the first that looks at more, nothing can be said of one event. */
    private static List<String> stages(Pipeline pipeline, EventRow row, FieldTypes types) {
        List<String> told = new ArrayList<>();
        ScalarEvaluator scalars = new ScalarEvaluator(types);
        boolean alone = true;
        for (Stage stage : pipeline.stages()) {
            String name = stage.getClass().getSimpleName().toLowerCase(Locale.ROOT);
            if (alone && stage instanceof Stage.Where where) {
                told.add("where " + ClauseText.of(where.condition()) + ": " + (scalars.isTrue(where.condition(), row) ? "passes" : "does not pass"));
            } else {
                alone = false;
                told.add(name + ": not decided by one event");
            }
        }
        return told;
    }
}
