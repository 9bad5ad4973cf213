package dev.spoor.workbench;

import dev.spoor.report.CaseSnapshot;
import dev.spoor.rule.GuidePart;
import dev.spoor.rule.GuideParts;
import dev.spoor.segment.EventRow;
import dev.spoor.store.CaseFile;
import dev.spoor.store.Source;
import dev.spoor.store.StoreException;
import dev.spoor.triage.Alert;
import dev.spoor.triage.StepAnswer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The answered steps of guides, for a report. Not thread-safe. */
final class ReportedSteps {
    private final CaseFile file;
    private final EventLookup events;
    private final Map<String, List<StepAnswer>> answers = new HashMap<>();
    private final Map<String, List<GuidePart.Task>> tasks = new HashMap<>();

    ReportedSteps(CaseFile file, EventLookup events) throws StoreException {
        this.file = file;
        this.events = events;
        file.guides().answers().forEach(answer -> answers.computeIfAbsent(answer.alert(), _ -> new ArrayList<>()).add(answer));
    }

    /** Those of an alert, in the order of its rule's guide; those that the guide no longer has come last. */
    List<CaseSnapshot.ReportedStep> of(Alert alert) throws StoreException, WorkbenchException {
        List<StepAnswer> left = new ArrayList<>(answers.getOrDefault(alert.id(), List.of()));
        if (left.isEmpty()) {
            return List.of();
        }
        List<CaseSnapshot.ReportedStep> reported = new ArrayList<>();
        for (GuidePart.Task task : tasks(alert.rule().id())) {
            for (StepAnswer answer : left.stream().filter(one -> one.step().equals(task.key())).toList()) {
                reported.add(step(task.text(), answer));
                left.remove(answer);
            }
        }
        for (StepAnswer answer : left) {
            reported.add(step("", answer));
        }
        return reported;
    }

    private List<GuidePart.Task> tasks(String rule) throws StoreException {
        if (!tasks.containsKey(rule)) {
            tasks.put(rule, file.runs().find(rule).map(run -> GuideParts.tasks(run.rule())).orElse(List.of()));
        }
        return tasks.get(rule);
    }

    private CaseSnapshot.ReportedStep step(String words, StepAnswer answer) throws StoreException, WorkbenchException {
        List<CaseSnapshot.ReportedEvidence> evidence = new ArrayList<>();
        for (StepAnswer.Pinned pinned : answer.evidence()) {
            EventRow row = events.row(pinned.event());
            String path = file.sources().find(row.origin().source()).map((Source source) -> source.origin().path()).orElse("");
            evidence.add(new CaseSnapshot.ReportedEvidence(pinned.label(), pinned.event(), row.time(), path, row.origin().entry(), row.origin().record()));
        }
        return new CaseSnapshot.ReportedStep(words, answer, evidence);
    }
}
