package dev.spoor.workbench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.detect.Match;
import dev.spoor.detect.RuleCompiler;
import dev.spoor.detect.engine.DetectionEngine;
import dev.spoor.detect.engine.RulePlan;
import dev.spoor.exec.run.RunLimitException;
import dev.spoor.job.Job;
import dev.spoor.rule.Fidelity;
import dev.spoor.rule.Rule;
import dev.spoor.store.AlertEvents;
import dev.spoor.store.AlertStore;
import dev.spoor.store.CaseFile;
import dev.spoor.store.RuleRun;
import dev.spoor.store.StoreException;
import dev.spoor.triage.Alert;
import dev.spoor.triage.AlertJson;
import dev.spoor.triage.Suppression;
import dev.spoor.workbench.Difference.Check;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import java.util.Set;

/** Runs the recorded rules again with the recorded exceptions and compares alert by alert with what is stored; stores nothing. One object serves one check. */
final class AlertCheck {
    /** What an analyst changes; {@link DecisionCheck} looks at it. */
    private static final Set<String> DECIDED = Set.of("status", "reason", "tags", "reproduced");
    /** So many events may wait in alerts that were made and not yet compared. */
    private static final long MOST_WAITING = 100_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private final CaseFile file;
    private final RuleCompiler compiler;
    private final RecordedRuns runs;
    private final Differences out;
    private final Job job;
    private final List<AlertEvents> batch = new ArrayList<>();
    private final Map<String, RuleRun> recorded = new LinkedHashMap<>();
    private final Set<String> given = new HashSet<>();
    private final Map<Long, List<String>> givenByRun = new HashMap<>();
    private final Map<String, List<String>> tags = new HashMap<>();
    private long waiting;
    private long same;

    AlertCheck(CaseFile file, RuleCompiler compiler, RecordedRuns runs, Differences out, Job job) {
        this.file = file;
        this.compiler = compiler;
        this.runs = runs;
        this.out = out;
        this.job = job;
    }

    /** How many alerts were as the rules give them again. */
    long same() {
        return same;
    }

    /** The tags with which alerts begin, by id; alerts that begin without are left out. */
    Map<String, List<String>> tags() {
        return tags;
    }

    /** How many rules were run again. */
    long rules() {
        return recorded.size();
    }

    /** SHA-256 over the ids of all alerts that were given. */
    String digest() {
        return RunDigests.ofAlerts(given);
    }

    void run(int threads) throws StoreException, WorkbenchException {
        for (RuleRun rule : file.runs().ran()) {
            if (recorded.putIfAbsent(rule.rule().id(), rule) != null) {
                out.differs(Check.RULE, "rule " + rule.rule().id(), "run " + rule.run() + " has it twice");
            }
        }
        List<Rule> rules = recorded.values().stream().map(RuleRun::rule).toList();
        Map<String, Fidelity> fidelities = new LinkedHashMap<>();
        Map<String, RulePlan> plans = new RulePlanner(file, compiler).of(rules, runs.exceptions(recorded.values()), fidelities);
        recorded.values().forEach(rule -> compare(rule, fidelities.get(rule.rule().id())));
        pass(plans, threads);
        file.alerts().each(this::missing);
        runs.compareAlerts(givenByRun);
    }

    private void compare(RuleRun rule, Fidelity now) {
        if (now != null && !now.equals(rule.fidelity()) && !runs.stale(rule.run())) {
            out.differs(Check.RULE, "rule " + rule.rule().id(), "it ran as " + rule.fidelity().status().word() + " " + rule.fidelity().reasons() + ", compiled again it is "
                    + now.status().word() + " " + now.reasons());
        }
    }

    private void pass(Map<String, RulePlan> plans, int threads) throws StoreException, WorkbenchException {
        DetectionEngine engine = new DetectionEngine(plans, new EventOrder(file.sources().list()).comparator());
        AlertMaker maker = new AlertMaker(file.sources().list());
        Suppression suppression = new Suppression(new EventOrder(file.sources().list()).comparator());
        new SegmentPass(file, engine, threads, _ -> Optional.empty(), job).run(file.segments().list(), hits -> {
            engine.take(hits, match -> suppression.take(match, one -> batch.add(maker.alert(one))));
            compare();
        });
        try {
            engine.finish(match -> suppression.take(match, one -> add(maker, one)), job);
            suppression.finish(match -> add(maker, match));
        } catch (RunLimitException e) {
            throw new WorkbenchException("The rules could not be run again: " + e.getMessage(), e);
        }
        compare();
    }

    /** Alerts over many events are heavy, so they are compared as they come. */
    private void add(AlertMaker maker, Match match) {
        batch.add(maker.alert(match));
        waiting += match.events().size();
        if (waiting > MOST_WAITING) {
            try {
                compare();
            } catch (StoreException e) {
                throw new UncheckedIOException(new IOException(e.getMessage(), e));
            }
        }
    }

    private void compare() throws StoreException {
        for (AlertEvents made : batch) {
            Alert alert = made.alert();
            if (given.add(alert.id())) {
                RuleRun rule = recorded.get(alert.rule().id());
                givenByRun.computeIfAbsent(rule.run(), _ -> new ArrayList<>()).add(alert.id());
                compare(made, rule.run());
                if (!alert.tags().isEmpty()) {
                    tags.put(alert.id(), alert.tags());
                }
            }
        }
        batch.clear();
        waiting = 0;
    }

    private void compare(AlertEvents made, long run) throws StoreException {
        Alert alert = made.alert();
        String name = "alert " + alert.id();
        AlertStore.Recorded stored;
        try {
            stored = file.alerts().recorded(alert.id()).orElse(null);
        } catch (IllegalArgumentException e) {
            // A word that is none of its kind: somebody wrote into the table.
            out.differs(Check.ALERT, name, "its row cannot be read: " + e.getMessage());
            return;
        }
        if (stored == null) {
            surplus(run, name, "rule " + alert.rule().id() + " (" + alert.rule().name() + ") gives it, and the case does not have it: " + alert.summary());
            return;
        }
        List<String> differing = differing(stored, made);
        if (!stored.alert().reproduced() && runs.stale(run)) {
            surplus(run, name, "it was not reproduced, and is now");
        } else if (!stored.alert().reproduced() || stored.run() != run) {
            differing.add("its row says " + (stored.alert().reproduced() ? "produced by run " + stored.run() : "not reproduced") + ", it is produced by run " + run);
        }
        differing.forEach(text -> out.differs(Check.ALERT, name, text));
        same += differing.isEmpty() ? 1 : 0;
    }

    private void surplus(long run, String name, String text) {
        if (runs.stale(run)) {
            out.note(Check.ALERT, name, text + " (" + runs.why(run) + ")");
        } else {
            out.differs(Check.ALERT, name, text);
        }
    }

    private static List<String> differing(AlertStore.Recorded stored, AlertEvents made) {
        List<String> differing = new ArrayList<>();
        ObjectNode held = json(stored.alert());
        json(made.alert()).properties().forEach(field -> {
            JsonNode found = held.get(field.getKey());
            if (!DECIDED.contains(field.getKey()) && !field.getValue().equals(found)) {
                differing.add(field.getKey() + " is " + shown(found) + ", the rule gives " + shown(field.getValue()));
            }
        });
        int count = made.documents().size();
        if (stored.events().size() != count) {
            differing.add("it has " + stored.events().size() + " stored events, the rule gives " + count);
        }
        for (int i = 0; i < Math.min(count, stored.events().size()); i++) {
            if (!stored.events().get(i).document().equals(made.documents().get(i))) {
                differing.add("the document of its event " + (i + 1) + " (event " + made.alert().events().get(i).id() + ") is not the one of the stored event");
            }
        }
        return differing;
    }

    /** An alert in the form in which a stored one and one just made can be compared: numbers of a row as they come out of JSON. */
    private static ObjectNode json(Alert alert) {
        ObjectNode node = AlertJson.write(alert);
        try {
            node.set("values", JSON.readTree(JSON.writeValueAsString(alert.values())));
            return (ObjectNode) JSON.readTree(node.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written as JSON is JSON", e);
        }
    }

    private static String shown(JsonNode node) {
        String text = String.valueOf(node);
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }

    private void missing(AlertStore.Line line) {
        if (!line.reproduced() || given.contains(line.id())) {
            return;
        }
        String name = "alert " + line.id();
        RuleRun rule = recorded.get(line.ruleId());
        if (rule == null) {
            out.differs(Check.ALERT, name, "the case has no rule " + line.ruleId() + " that ran");
        } else {
            surplus(rule.run(), name, "rule " + line.ruleId() + " (" + rule.rule().name() + ") does not give it again");
        }
    }
}
