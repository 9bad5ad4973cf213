package dev.spoor.workbench;

import dev.spoor.detect.CompiledRule;
import dev.spoor.detect.PartExceptions;
import dev.spoor.detect.RuleCompiler;
import dev.spoor.detect.engine.RulePlan;
import dev.spoor.explain.ConditionText;
import dev.spoor.query.expr.Expression;
import dev.spoor.rule.Rule;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.store.CaseFile;
import dev.spoor.store.StoreException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the parts of rules that put events together. */
final class RulePartReader {
    private static final int SHOWN = 160;
    private final CaseFile file;
    private final RuleCompiler compiler;

    RulePartReader(CaseFile file, RuleCompiler compiler) {
        this.file = file;
        this.compiler = compiler;
    }

    RuleParts of(Rule rule) throws StoreException, WorkbenchException {
        Optional<PartExceptions> found = parts(rule);
        if (found.isEmpty()) {
            return RuleParts.NONE;
        }
        List<String> steps = new ArrayList<>();
        for (int step = 1; step <= found.get().steps(); step++) {
            Expression condition = found.get().step(step);
            String words = ConditionText.of(condition);
            steps.add(words.length() > SHOWN ? words.substring(0, SHOWN) + "…" : words);
        }
        return new RuleParts(steps, found.get().keyNames());
    }

    /** What keeps an exception on a part of a rule from holding there, in words. */
    Optional<String> problem(Rule rule, ExceptionItem item) throws StoreException, WorkbenchException {
        return parts(rule).map(parts -> parts.problem(item)).orElseGet(() -> Optional.of("the rule looks at single events, so it has no steps and no join key"));
    }

    private Optional<PartExceptions> parts(Rule rule) throws StoreException, WorkbenchException {
        Map<String, RulePlan> plans = new RulePlanner(file, compiler).of(List.of(rule), Map.of(), new HashMap<>());
        Optional<CompiledRule> compiled = plans.values().stream().flatMap(plan -> plan.rules().stream()).findFirst();
        return compiled.flatMap(one -> PartExceptions.of(one.finisher()));
    }
}
