package dev.spoor.report;

import dev.spoor.coverage.SourceCoverage;
import dev.spoor.rule.Fidelity;
import dev.spoor.rule.Rule;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.triage.Alert;
import dev.spoor.triage.HostQuery;
import dev.spoor.triage.StepAnswer;
import java.util.List;
import java.util.Map;

/**
 * What a report tells of a case, read from it at one moment.
 *
 * @param program       name and version of the program
 * @param journalHead   hash of the journal's last line, empty for an empty journal
 * @param journalLength number of journal lines
 * @param first         ticks of the earliest event, {@code Time.NONE} for none
 * @param alerts        ordered by time, rule id, alert id
 * @param collection    what is to be asked of hosts
 * @param findings      alerts with a narrative, by name
 */
public record CaseSnapshot(String caseName, String program, String analyst, String journalHead, long journalLength, long events, long first, long last,
        List<Source> sources, List<RuleRun> rules, List<ReportedAlert> alerts, List<ReportedException> exceptions, List<JournalLine> journal,
        List<HostQuery> collection, List<ReportedFinding> findings) {
    public CaseSnapshot {
        sources = List.copyOf(sources);
        rules = List.copyOf(rules);
        alerts = List.copyOf(alerts);
        exceptions = List.copyOf(exceptions);
        journal = List.copyOf(journal);
        findings = List.copyOf(findings);
        collection = List.copyOf(collection);
    }

    /** A line of the evidence register. {@code duplicateOf} is empty unless the bytes were loaded before. */
    public record Source(String path, String entry, String sha256, long size, String format, long records, long damaged, long repaired, long first, long last,
            String duplicateOf, List<String> problems, SourceCoverage coverage) {
        public Source {
            problems = List.copyOf(problems);
        }
    }

    /** A rule as it was run, or why it was not. */
    public record RuleRun(Rule rule, Fidelity fidelity, boolean ran, long alerts) {}

    /**
     * An alert with what was decided.
     *
     * @param history journal lines about it, oldest first
     * @param fields  the fields of its first event, dotted path to values, sorted
     * @param guide   the answered steps of its rule's guide, in the guide's order
     */
    public record ReportedAlert(Alert alert, List<JournalLine> history, Map<String, List<String>> fields, List<ReportedStep> guide) {
        public ReportedAlert {
            history = List.copyOf(history);
            guide = List.copyOf(guide);
        }
    }

    /**
     * An answered step of a guide.
     *
     * @param words what the step asks; empty where the guide no longer has it
     */
    public record ReportedStep(String words, StepAnswer answer, List<ReportedEvidence> evidence) {
        public ReportedStep {
            evidence = List.copyOf(evidence);
        }
    }

    /** An event that was pinned to a step, and where it stands in the evidence. */
    public record ReportedEvidence(String label, long event, long time, String source, String entry, long record) {}

    /** Alerts with a narrative, which may be empty. */
    public record ReportedFinding(String name, String narrative, List<Alert> alerts) {
        public ReportedFinding {
            alerts = List.copyOf(alerts);
        }
    }

    /** An exception and its sentence in plain words. */
    public record ReportedException(ExceptionItem item, String ruleName, String sentence) {}

    /** A line of the journal. */
    public record JournalLine(long sequence, long time, String actor, String action, String subject, String detail, String hash) {}
}
