package dev.spoor.workbench;

import dev.spoor.detect.CompiledRule;
import dev.spoor.detect.RuleCompilation;
import dev.spoor.detect.RuleCompiler;
import dev.spoor.detect.engine.RulePlan;
import dev.spoor.ecs.FieldTypes;
import dev.spoor.query.parse.QueryContext;
import dev.spoor.rule.Fidelity;
import dev.spoor.rule.Rule;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.store.CaseFile;
import dev.spoor.store.StoreException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compiles rules for every data set of a case, as the case stands when this is made. */
final class RulePlanner {
    private final RuleCompiler compiler;
    private final CaseTypes types;
    private final Instant now;

    /** @param now what {@code now} means to a rule */
    RulePlanner(CaseFile file, RuleCompiler compiler, Instant now) throws StoreException, WorkbenchException {
        this.compiler = compiler;
        this.types = new CaseTypes(file);
        this.now = now;
    }

    /** Rules run when the case ends. */
    RulePlanner(CaseFile file, RuleCompiler compiler) throws StoreException, WorkbenchException {
        this(file, compiler, RulePlans.end(file));
    }

    /**
     * The rules that can run, by data set.
     *
     * @param exceptions what counts, by rule id
     * @param fidelities told how well each rule can be run: as in the data set where it does worst
     */
    Map<String, RulePlan> of(List<Rule> rules, Map<String, List<ExceptionItem>> exceptions, Map<String, Fidelity> fidelities) {
        Map<String, RulePlan> plans = new LinkedHashMap<>();
        for (Map.Entry<String, FieldTypes> dataset : types.all().entrySet()) {
            List<CompiledRule> compiled = new ArrayList<>();
            for (Rule rule : rules) {
                QueryContext context = types.context(dataset.getKey(), now, ZoneOffset.UTC, QueryContext.Purpose.RULE, rule.macros());
                switch (compiler.compile(rule, context, exceptions.getOrDefault(rule.id(), List.of()))) {
                    case RuleCompilation.Runnable(CompiledRule runnable) -> {
                        compiled.add(runnable);
                        fidelities.merge(rule.id(), runnable.fidelity(), RulePlanner::worse);
                    }
                    case RuleCompilation.Refused(Fidelity fidelity) -> fidelities.merge(rule.id(), fidelity, RulePlanner::worse);
                }
            }
            plans.put(dataset.getKey(), new RulePlan(dataset.getValue(), compiled));
        }
        return plans;
    }

    /** A rule is as good as in the data set where it does worst. */
    private static Fidelity worse(Fidelity one, Fidelity other) {
        return one.status().compareTo(other.status()) >= 0 ? one : other;
    }
}
