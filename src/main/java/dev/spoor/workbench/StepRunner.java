package dev.spoor.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spoor.event.Time;
import dev.spoor.job.Job;
import dev.spoor.rule.Rule;
import dev.spoor.store.CaseFile;
import dev.spoor.store.StoreException;
import dev.spoor.triage.Alert;
import dev.spoor.triage.AlertFields;
import dev.spoor.triage.FilledStep;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Runs the searches of guides over a case. Thread-safe. */
final class StepRunner {
    private static final long WEEK = 7L * 24 * 3_600 * Time.SECOND;
    private static final List<String> TOLD = List.of("event.code", "event.action", "host.name", "user.name", "process.name", "process.command_line", "file.path", "registry.path",
            "dns.question.name", "source.ip", "destination.ip");
    private final CaseFile file;
    private final Hunter hunter;

    StepRunner(CaseFile file, Hunter hunter) {
        this.file = file;
        this.hunter = hunter;
    }

    StepHits run(FilledStep step, Alert alert, Rule rule, int limit, Job job) throws StoreException, WorkbenchException {
        if (step.problem().isPresent()) {
            return StepHits.failed(step.problem().get());
        }
        if (step.language().equals("osquery")) {
            return StepHits.failed("Only the host can answer this.");
        }
        if (step.query().isEmpty() && step.alerts().isEmpty()) {
            List<String> ids = file.alerts().about(step.entities(), alert.time() == Time.NONE ? Long.MIN_VALUE : alert.time() - WEEK,
                    alert.time() == Time.NONE ? Long.MAX_VALUE : alert.time());
            return new StepHits(ids.size(), alerts(ids, limit), "", step.notes(), Optional.empty());
        }
        StepHits events = step.query().isEmpty() ? new StepHits(0, List.of(), "", List.of(), Optional.empty()) : events(step, rule, limit, job);
        return step.alerts().isEmpty() || events.problem().isPresent() ? events : withAlerts(events, step, limit, job);
    }

    private StepHits events(FilledStep step, Rule rule, int limit, Job job) throws StoreException, WorkbenchException {
        HuntAnswer answer = hunter.hunt(request(step.language(), step.query()), rule.macros(), file, job);
        List<String> notes = new ArrayList<>(step.notes());
        return switch (answer) {
            case HuntAnswer.Events found -> {
                notes.addAll(found.notes());
                yield new StepHits(found.found(), found.events().stream().limit(limit).map(StepRunner::hit).toList(), step.query(), notes, Optional.empty());
            }
            case HuntAnswer.Rows table -> {
                notes.addAll(table.notes());
                yield new StepHits(table.rows().size(), table.rows().stream().limit(limit).map(row -> row(table.columns(), row)).toList(), step.query(), notes, Optional.empty());
            }
            case HuntAnswer.Failed failed -> new StepHits(0, List.of(), step.query(), notes, Optional.of(failed.diagnostics().getFirst().message()));
            case HuntAnswer.Groups _, HuntAnswer.Correlations _, HuntAnswer.Parsed _ -> StepHits.failed("The search does not give events.");
        };
    }

    /** Adds the alerts that have one of the events. */
    private StepHits withAlerts(StepHits events, FilledStep step, int limit, Job job) throws StoreException, WorkbenchException {
        HuntAnswer answer = hunter.numbers(request("kql", step.alerts()), file, job);
        if (!(answer instanceof HuntAnswer.Events found)) {
            return new StepHits(0, List.of(), step.alerts(), step.notes(),
                    Optional.of(answer instanceof HuntAnswer.Failed failed ? failed.diagnostics().getFirst().message() : "The search does not give events."));
        }
        Set<Long> numbers = new HashSet<>();
        found.events().forEach(event -> numbers.add(event.id()));
        List<String> ids = numbers.isEmpty() ? List.of() : file.alerts().having(numbers::contains);
        List<StepHits.Hit> hits = new ArrayList<>(alerts(ids, limit));
        hits.addAll(events.hits().subList(0, Math.min(events.hits().size(), limit - hits.size())));
        List<String> notes = new ArrayList<>(step.notes());
        notes.add("Alerts of this case are counted where the guide asks for event.kind: signal.");
        String query = events.query().isEmpty() ? step.alerts() : events.query() + " or alerts of " + step.alerts();
        return new StepHits(events.count() + ids.size(), hits, query, notes, Optional.empty());
    }

    private static HuntRequest request(String language, String query) {
        return new HuntRequest(language, query, List.of(), OptionalLong.empty(), ZoneOffset.UTC, false);
    }

    private List<StepHits.Hit> alerts(List<String> ids, int limit) throws StoreException {
        List<StepHits.Hit> hits = new ArrayList<>();
        for (String id : ids.subList(0, Math.min(limit, ids.size()))) {
            Alert found = file.alerts().find(id).orElseThrow();
            Map<String, String> fields = new LinkedHashMap<>();
            found.host().ifPresent(host -> fields.put("host.name", host));
            found.user().ifPresent(user -> fields.put("user.name", user));
            long event = found.events().isEmpty() ? 0 : found.events().getLast().id();
            hits.add(new StepHits.Hit(event, id, found.time(), found.rule().name() + ": " + found.summary(), fields));
        }
        return hits;
    }

    private static StepHits.Hit hit(HuntAnswer.FoundEvent event) {
        AlertFields document = new AlertFields(event.document(), Map.of());
        Map<String, String> fields = new LinkedHashMap<>();
        TOLD.forEach(name -> document.text(name).ifPresent(value -> fields.put(name, value)));
        JsonNode time = event.document().path("@timestamp");
        String what = String.join(" · ", fields.entrySet().stream().filter(field -> !field.getKey().equals("host.name") && !field.getKey().equals("user.name"))
                .map(Map.Entry::getValue).toList());
        return new StepHits.Hit(event.id(), "", time.isTextual() ? Time.parse(time.asText()) : Time.NONE, what.isEmpty() ? event.source() + " " + event.record() : what, fields);
    }

    private static StepHits.Hit row(List<HuntAnswer.Column> columns, List<Object> cells) {
        Map<String, String> fields = new LinkedHashMap<>();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (cells.get(i) != null) {
                fields.put(columns.get(i).name(), cells.get(i).toString());
                words.add(columns.get(i).name() + " " + cells.get(i));
            }
        }
        return new StepHits.Hit(0, "", Time.NONE, String.join(" · ", words), fields);
    }
}
