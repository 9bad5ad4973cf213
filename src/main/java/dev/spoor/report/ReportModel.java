package dev.spoor.report;

import dev.spoor.attack.Threat;
import dev.spoor.report.CaseSnapshot.ReportedAlert;
import dev.spoor.report.CaseSnapshot.RuleRun;
import dev.spoor.triage.Alert;
import dev.spoor.triage.Reason;
import dev.spoor.triage.Status;
import dev.spoor.triage.VariantCount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a report derives from a snapshot: groups, counts, the ATT&CK table and the sentences about what was not done. */
final class ReportModel {
    private final CaseSnapshot snapshot;
    private final ReportOptions options;
    private final List<ReportedAlert> told;
    private final Map<String, RuleRun> rules = new HashMap<>();

    ReportModel(CaseSnapshot snapshot, ReportOptions options) {
        this.snapshot = snapshot;
        this.options = options;
        told = options.decidedOnly() ? snapshot.alerts().stream().filter(reported -> reported.alert().status() != Status.OPEN).toList() : snapshot.alerts();
        snapshot.rules().forEach(run -> rules.put(run.rule().id(), run));
    }

    /** The alerts that are told. */
    List<ReportedAlert> alerts() {
        return told;
    }

    /** What was left out on purpose, a sentence each; empty for a whole report. */
    List<String> leftOut() {
        List<String> sentences = new ArrayList<>();
        if (!options.leftOut().isEmpty()) {
            sentences.add("Left out of this report on purpose: " + String.join(", ", options.leftOut().stream().map(ReportSection::title).toList()) + ".");
        }
        if (told.size() < snapshot.alerts().size()) {
            sentences.add((snapshot.alerts().size() - told.size()) + " of " + snapshot.alerts().size() + " alerts have not been decided and are left out on purpose.");
        }
        return sentences;
    }

    /** What this report does not show, a sentence each. */
    List<String> limits() {
        List<String> limits = new ArrayList<>();
        long notRun = snapshot.rules().stream().filter(run -> !run.ran()).count();
        if (notRun > 0) {
            limits.add(notRun + " of " + count(snapshot.rules().size(), "rule") + " could not run; each is listed with the reason.");
        }
        long approximate = snapshot.rules().stream().filter(run -> run.ran() && !run.fidelity().reasons().isEmpty()).count();
        if (approximate > 0) {
            limits.add(count(approximate, "rule") + " ran approximately; what differs from the rule's home is listed with it.");
        }
        long damaged = snapshot.sources().stream().mapToLong(CaseSnapshot.Source::damaged).sum();
        if (damaged > 0) {
            limits.add(count(damaged, "place") + " in the evidence could not be read; each is listed with its source.");
        }
        long holes = snapshot.sources().stream().mapToLong(source -> source.coverage().gapCount()).sum();
        long cleared = snapshot.sources().stream().mapToLong(source -> source.coverage().cleared().size()).sum();
        if (holes + cleared > 0) {
            limits.add("Record numbers are missing in " + count(holes, "place") + ", and " + count(cleared, "event") + " tell that a log was cleared; see each source. "
                    + "What stood there cannot have raised an alert.");
        }
        long open = snapshot.alerts().stream().filter(reported -> reported.alert().status() == Status.OPEN).count();
        if (open > 0) {
            limits.add(open + " of " + count(snapshot.alerts().size(), "alert") + " not decided.");
        }
        VariantCount variants = variants();
        if (variants.decided() < variants.variants()) {
            limits.add("Not complete: " + (variants.variants() - variants.decided()) + " of " + count(variants.variants(), "variant") + " of alerts not decided.");
        }
        long lost = snapshot.alerts().stream().filter(reported -> !reported.alert().reproduced()).count();
        if (lost > 0) {
            limits.add(count(lost, "alert") + " not produced again by the last run of the rule; kept and marked.");
        }
        long cut = snapshot.alerts().stream().filter(reported -> reported.alert().count() > reported.alert().events().size()).count();
        if (cut > 0) {
            limits.add(count(cut, "alert") + " with more events than are listed.");
        }
        limits.add("An absent alert is not evidence that nothing happened: only the listed sources were read, and only the listed rules ran.");
        return limits;
    }

    /** Of how many variants the alerts of the case are, and of how many all alerts are closed: counted from the alerts. */
    VariantCount variants() {
        Map<String, Boolean> decided = new TreeMap<>();
        for (ReportedAlert reported : snapshot.alerts()) {
            Alert alert = reported.alert();
            decided.merge(alert.variant().isNone() ? alert.id() : alert.variant().id(), alert.status() == Status.CLOSED, Boolean::logicalAnd);
        }
        return new VariantCount(decided.size(), decided.values().stream().filter(closed -> closed).count());
    }

    /** How far the decisions are: {@code 12431 alerts = 61 variants, 40 decided}. */
    String completeness() {
        VariantCount variants = variants();
        return count(snapshot.alerts().size(), "alert") + " = " + count(variants.variants(), "variant") + ", " + variants.decided() + " decided";
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /** The alerts closed with a reason. */
    List<ReportedAlert> closed(Reason reason) {
        return told.stream().filter(reported -> reported.alert().reason().filter(reason::equals).isPresent()).toList();
    }

    /** Alerts by "status, reason", in the order of the enums. */
    Map<String, Long> decisions() {
        Map<String, Long> counts = new TreeMap<>();
        for (ReportedAlert reported : snapshot.alerts()) {
            String reason = reported.alert().reason().map(r -> ", " + r.word().replace('_', ' ')).orElse("");
            counts.merge(reported.alert().status().word() + reason, 1L, Long::sum);
        }
        return counts;
    }

    /** Tactic, technique and sub-technique of every rule that has alerts, with the number of alerts, sorted by id. */
    List<Map<String, Object>> attack() {
        Map<String, Map<String, Object>> lines = new TreeMap<>();
        for (ReportedAlert reported : told) {
            RuleRun run = rules.get(reported.alert().rule().id());
            if (run == null) {
                continue;
            }
            for (Threat threat : run.rule().threats()) {
                for (Threat.Technique technique : threat.techniques()) {
                    count(lines, threat.tactic(), technique.reference());
                    technique.subtechniques().forEach(sub -> count(lines, threat.tactic(), sub));
                }
            }
        }
        return List.copyOf(lines.values());
    }

    private static void count(Map<String, Map<String, Object>> lines, Threat.Reference tactic, Threat.Reference technique) {
        Map<String, Object> line = lines.computeIfAbsent(tactic.id() + " " + technique.id(), _ -> {
            Map<String, Object> fresh = new LinkedHashMap<>();
            fresh.put("tactic_id", tactic.id());
            fresh.put("tactic", tactic.name());
            fresh.put("tactic_url", tactic.url());
            fresh.put("technique_id", technique.id());
            fresh.put("technique", technique.name());
            fresh.put("technique_url", technique.url());
            fresh.put("alerts", 0L);
            return fresh;
        });
        line.merge("alerts", 1L, (a, b) -> (Long) a + (Long) b);
    }
}
