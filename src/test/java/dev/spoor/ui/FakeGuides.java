package dev.spoor.ui;

import dev.spoor.event.Time;
import dev.spoor.job.Job;
import dev.spoor.rule.GuidePart;
import dev.spoor.rule.GuideParts;
import dev.spoor.rule.GuideStep;
import dev.spoor.triage.FilledStep;
import dev.spoor.triage.HostQuery;
import dev.spoor.triage.StepAnswer;
import dev.spoor.workbench.AlertDetails;
import dev.spoor.workbench.AlertGuide;
import dev.spoor.workbench.EventDocument;
import dev.spoor.workbench.Guides;
import dev.spoor.workbench.OpenSteps;
import dev.spoor.workbench.StepHits;
import dev.spoor.workbench.WorkbenchException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Guides in memory, for the invented case. */
public final class FakeGuides implements Guides {
    /** What closing an alert finds. */
    public volatile OpenSteps open = OpenSteps.NONE;
    private final FakeInvestigation investigation;
    private final Map<String, StepAnswer> answers = new TreeMap<>();
    private final List<HostQuery> queries = new ArrayList<>();

    FakeGuides(FakeInvestigation investigation) {
        this.investigation = investigation;
    }

    @Override public synchronized AlertGuide guide(String alertId) throws WorkbenchException {
        AlertDetails details = investigation.details(alertId);
        Map<String, List<FilledStep>> steps = new HashMap<>();
        List<GuidePart> parts = GuideParts.of(details.rule());
        for (GuidePart part : parts) {
            if (part instanceof GuidePart.Task task && !task.steps().isEmpty()) {
                steps.put(task.key(), task.steps().stream().map(FakeGuides::filled).toList());
            }
        }
        Map<String, StepAnswer> given = new HashMap<>();
        answers.values().stream().filter(answer -> answer.alert().equals(alertId)).forEach(answer -> given.put(answer.step(), answer));
        return new AlertGuide(alertId, parts, given, steps);
    }

    private static FilledStep filled(GuideStep step) {
        return new FilledStep(step.label(), step instanceof GuideStep.Osquery ? "osquery" : "kql", "host.name: \"ca01\"", "", List.of(), List.of(), Optional.empty());
    }

    @Override public synchronized void answer(StepAnswer answer) {
        investigation.calls.add("answer " + answer.state().word() + " " + answer.note() + " " + answer.evidence().size());
        if (answer.blank()) {
            answers.remove(answer.alert() + "/" + answer.step());
        } else {
            answers.put(answer.alert() + "/" + answer.step(), answer);
        }
    }

    @Override public StepHits run(String alertId, String step, int index, int limit, Job job) {
        return new StepHits(3,
                List.of(new StepHits.Hit(17, "", Time.parse("2024-05-02T03:14:07Z"), "4624 · WinRM from wks-114", Map.of("host.name", "ca01", "user.name", "adm-pki2"))),
                "host.name: \"ca01\"", List.of(), Optional.empty());
    }

    @Override public OpenSteps open(Collection<String> alertIds) {
        return open;
    }

    @Override public EventDocument event(long id) throws WorkbenchException {
        return investigation.details(investigation.alerts().getFirst().id()).events().getFirst();
    }

    @Override public synchronized List<HostQuery> collection() {
        return List.copyOf(queries);
    }

    @Override public synchronized void collect(HostQuery query) {
        queries.add(query);
    }

    @Override public synchronized void uncollect(HostQuery query) {
        queries.removeIf(one -> one.id().equals(query.id()));
    }
}
