package dev.spoor.workbench;

import dev.spoor.detect.FoundEvent;
import dev.spoor.detect.RuleCompiler;
import dev.spoor.detect.engine.RulePlan;
import dev.spoor.rule.Rule;
import dev.spoor.store.CaseFile;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The rules of a run as they are compiled for a case, for benches. */
public final class CasePlans {
    private CasePlans() {}

    /** By data set. */
    public static Map<String, RulePlan> of(CaseFile file, RuleCompiler compiler, List<Rule> rules) throws Exception {
        return RulePlans.of(file, compiler, rules, RulePlans.end(file)).plans();
    }

    /** The order of the case. */
    public static Comparator<FoundEvent> order(CaseFile file) throws Exception {
        return new EventOrder(file.sources().list()).comparator();
    }
}
