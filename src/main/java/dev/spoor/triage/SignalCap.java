package dev.spoor.triage;

import dev.spoor.detect.Match;
import dev.spoor.event.Time;
import dev.spoor.rule.Rule;
import dev.spoor.rule.RuleOrigin;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Elastic's cap on the alerts of one run of a rule ({@code max_signals}, 100 where the rule does not say) would have left out. The cap is told, never applied.
 * Runs are replayed on event time as for {@link Suppression}. Used by one thread.
 */
public final class SignalCap {
    private static final int USUAL = 100;
    private final Map<String, Counts> rules = new TreeMap<>();

    /** The alerts of a rule, run by run. */
    private static final class Counts {
        private final int most;
        private final long interval;
        private final Map<Long, Long> runs = new HashMap<>();

        Counts(Rule rule) {
            most = rule.schedule().maxSignals().orElse(USUAL);
            interval = SuppressionRule.interval(rule);
        }

        long all() {
            return runs.values().stream().mapToLong(Long::longValue).sum();
        }

        long shown() {
            return runs.values().stream().mapToLong(count -> Math.min(most, count)).sum();
        }
    }

    /** Counts what becomes an alert. */
    public void count(Match match) {
        Rule rule = match.rule().rule();
        if (rule.origin() == RuleOrigin.ELASTIC) {
            Counts counts = rules.computeIfAbsent(rule.id(), _ -> new Counts(rule));
            long time = match.events().isEmpty() ? Time.NONE : match.events().getLast().row().time();
            counts.runs.merge(SuppressionRule.run(time, counts.interval), 1L, Long::sum);
        }
    }

    /** A sentence for each rule with more alerts in a run than Elastic would have made, by rule id. */
    public Map<String, String> told() {
        Map<String, String> told = new TreeMap<>();
        rules.forEach((rule, counts) -> {
            if (counts.shown() < counts.all()) {
                told.put(rule, "Elastic would have shown " + counts.shown() + " of " + counts.all() + " alerts (at most " + counts.most + " a run)");
            }
        });
        return told;
    }
}
