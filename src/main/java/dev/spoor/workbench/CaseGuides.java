package dev.spoor.workbench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spoor.job.Job;
import dev.spoor.rule.GuidePart;
import dev.spoor.rule.GuideParts;
import dev.spoor.rule.Rule;
import dev.spoor.store.AlertEvents;
import dev.spoor.store.CaseFile;
import dev.spoor.store.RuleRun;
import dev.spoor.store.StoreException;
import dev.spoor.triage.Alert;
import dev.spoor.triage.AlertFields;
import dev.spoor.triage.AlertValues;
import dev.spoor.triage.FilledStep;
import dev.spoor.triage.HostQuery;
import dev.spoor.triage.StepAnswer;
import dev.spoor.triage.StepFilling;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The guides of a case file. Thread-safe. */
final class CaseGuides implements Guides {
    private static final int VALUES_OF = 20;
    private static final ObjectMapper JSON = new ObjectMapper();
    private final CaseFile file;
    private final StepRunner runner;
    private final EventLookup events;
    private final Supplier<String> analyst;

    CaseGuides(CaseFile file, Hunter hunter, EventLookup events, Supplier<String> analyst) {
        this.file = file;
        this.runner = new StepRunner(file, hunter);
        this.events = events;
        this.analyst = analyst;
    }

    /** Work with the stores. */
    private interface Work<T> {
        T run() throws StoreException, WorkbenchException;
    }

    private static <T> T told(Work<T> work) throws WorkbenchException {
        try {
            return work.run();
        } catch (StoreException e) {
            throw new WorkbenchException(e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw new WorkbenchException(e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
        }
    }

    private Alert alert(String id) throws StoreException, WorkbenchException {
        return file.alerts().find(id).orElseThrow(() -> new WorkbenchException("The case has no alert " + id + "."));
    }

    private Rule rule(String id) throws StoreException, WorkbenchException {
        return file.runs().find(id).map(RuleRun::rule).orElseThrow(() -> new WorkbenchException("The case has no rule " + id + "."));
    }

    private StepFilling filling(Alert alert, Rule rule) throws StoreException {
        List<AlertFields> fields = new ArrayList<>();
        for (AlertEvents.Stored stored : file.alerts().events(alert.id(), VALUES_OF).reversed()) {
            fields.add(new AlertFields(document(stored.document()), alert.values()));
        }
        if (fields.isEmpty()) {
            fields.add(new AlertFields(JSON.createObjectNode(), alert.values()));
        }
        return new StepFilling(new AlertValues(alert, fields), rule.query());
    }

    private static JsonNode document(String json) throws StoreException {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new StoreException(StoreException.Kind.DAMAGED, "An event of an alert cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    @Override public AlertGuide guide(String alertId) throws WorkbenchException {
        return told(() -> {
            Alert alert = alert(alertId);
            Rule rule = rule(alert.rule().id());
            StepFilling filling = filling(alert, rule);
            List<GuidePart> parts = new ArrayList<>();
            Map<String, List<FilledStep>> steps = new HashMap<>();
            for (GuidePart part : GuideParts.of(rule)) {
                switch (part) {
                    case GuidePart.Prose prose -> parts.add(prose);
                    case GuidePart.Task task -> {
                        parts.add(new GuidePart.Task(task.key(), task.kind(), filling.words(task.text()), task.steps()));
                        if (!task.steps().isEmpty()) {
                            steps.put(task.key(), task.steps().stream().map(filling::fill).toList());
                        }
                    }
                }
            }
            return new AlertGuide(alertId, parts, file.guides().about(alertId).stream().collect(Collectors.toMap(StepAnswer::step, answer -> answer)), steps);
        });
    }

    @Override public void answer(StepAnswer answer) throws WorkbenchException {
        told(() -> {
            GuidePart.Task task = GuideParts.tasks(rule(alert(answer.alert()).rule().id())).stream().filter(one -> one.key().equals(answer.step())).findFirst()
                    .orElseThrow(() -> new WorkbenchException("The guide of alert " + answer.alert() + " has no step " + answer.step() + "."));
            for (StepAnswer.Pinned pinned : answer.evidence()) {
                file.segments().find(pinned.event()).orElseThrow(() -> new WorkbenchException("The case has no event " + pinned.event() + "."));
            }
            long now = Clock.now();
            file.guides().save(answer.by(analyst.get(), now), firstWords(task.text()), analyst.get(), now);
            return null;
        });
    }

    /** What a step asks, short, for the journal. */
    private static String firstWords(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= 120 ? line : line.substring(0, line.offsetByCodePoints(0, 119)) + "…";
    }

    @Override public StepHits run(String alertId, String step, int index, int limit, Job job) throws WorkbenchException {
        return told(() -> {
            Alert alert = alert(alertId);
            Rule rule = rule(alert.rule().id());
            GuidePart.Task task = GuideParts.tasks(rule).stream().filter(one -> one.key().equals(step) && index >= 0 && index < one.steps().size()).findFirst()
                    .orElseThrow(() -> new WorkbenchException("The guide of alert " + alertId + " has no such search."));
            return runner.run(filling(alert, rule).fill(task.steps().get(index)), alert, rule, limit, job);
        });
    }

    @Override public OpenSteps open(Collection<String> alertIds) throws WorkbenchException {
        return told(() -> {
            Map<String, Set<String>> steps = new HashMap<>();
            long alerts = 0;
            long open = 0;
            long all = 0;
            for (String id : alertIds) {
                String ruleId = file.alerts().ruleOf(id).orElse("");
                if (!steps.containsKey(ruleId)) {
                    steps.put(ruleId, keys(ruleId));
                }
                Set<String> keys = steps.get(ruleId);
                long answered = keys.isEmpty() ? 0
                        : file.guides().about(id).stream().filter(answer -> answer.state() != StepAnswer.State.OPEN && keys.contains(answer.step())).count();
                alerts += answered < keys.size() ? 1 : 0;
                open += keys.size() - answered;
                all += keys.size();
            }
            return new OpenSteps(alerts, open, all);
        });
    }

    private Set<String> keys(String ruleId) throws StoreException {
        return file.runs().find(ruleId).stream().flatMap(run -> GuideParts.tasks(run.rule()).stream()).filter(task -> task.kind() == GuidePart.Kind.INVESTIGATION)
                .map(GuidePart.Task::key).collect(Collectors.toUnmodifiableSet());
    }

    @Override public EventDocument event(long id) throws WorkbenchException {
        return told(() -> events.document(id));
    }

    @Override public List<HostQuery> collection() throws WorkbenchException {
        return told(() -> file.guides().queries());
    }

    @Override public void collect(HostQuery query) throws WorkbenchException {
        told(() -> {
            long now = Clock.now();
            file.guides().add(new HostQuery(query.id(), query.host(), query.label(), query.query(), query.rule(), query.alert(), analyst.get(), now), analyst.get(), now);
            return null;
        });
    }

    @Override public void uncollect(HostQuery query) throws WorkbenchException {
        told(() -> {
            file.guides().remove(query, analyst.get(), Clock.now());
            return null;
        });
    }
}
