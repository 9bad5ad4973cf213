package dev.spoor.workbench;

import dev.spoor.detect.RuleCompiler;
import dev.spoor.detect.engine.RulePlan;
import dev.spoor.event.Time;
import dev.spoor.rule.Fidelity;
import dev.spoor.rule.Rule;
import dev.spoor.rule.exceptions.ExceptionCompiler;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.store.CaseFile;
import dev.spoor.store.SegmentRef;
import dev.spoor.store.StoreException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rules compiled for the data sets of a case as it is now.
 *
 * @param plans      by data set
 * @param fidelities by rule id, of all rules
 */
record RulePlans(Map<String, RulePlan> plans, Map<String, Fidelity> fidelities) {
    /**
     * Compiles rules.
     *
     * @param now what {@code now} means to a rule
     */
    static RulePlans of(CaseFile file, RuleCompiler compiler, List<Rule> rules, Instant now) throws StoreException, WorkbenchException {
        Map<String, Fidelity> fidelities = new LinkedHashMap<>();
        return new RulePlans(new RulePlanner(file, compiler, now).of(rules, exceptions(file, rules), fidelities), fidelities);
    }

    /** The exceptions that count now, by the id of each of these rules that has some. */
    static Map<String, List<ExceptionItem>> exceptions(CaseFile file, List<Rule> rules) throws StoreException {
        return byRule(rules, counting(file, Clock.now()));
    }

    /** The exceptions that count at a time, oldest first. */
    static List<ExceptionItem> counting(CaseFile file, long now) throws StoreException {
        return file.exceptions().list().stream().filter(item -> ExceptionCompiler.counts(item, now)).toList();
    }

    /** Exceptions by the id of each rule that they hold for. */
    static Map<String, List<ExceptionItem>> byRule(List<Rule> rules, List<ExceptionItem> exceptions) {
        Map<String, List<ExceptionItem>> byRule = new HashMap<>();
        for (Rule rule : exceptions.isEmpty() ? List.<Rule>of() : rules) {
            List<ExceptionItem> ofRule = exceptions.stream().filter(item -> item.covers(rule)).toList();
            if (!ofRule.isEmpty()) {
                byRule.put(rule.id(), ofRule);
            }
        }
        return byRule;
    }

    /** What {@code now} means at the end: the moment after the last event of the case. */
    static Instant end(CaseFile file) throws StoreException {
        long last = Time.NONE;
        for (SegmentRef segment : file.segments().list()) {
            last = Math.max(last, segment.maxTime());
        }
        return last == Time.NONE ? Instant.EPOCH : Time.instant(last + 1);
    }
}
