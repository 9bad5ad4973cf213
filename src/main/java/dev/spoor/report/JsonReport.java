package dev.spoor.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.spoor.coverage.CoverageSentences;
import dev.spoor.coverage.HostEvents;
import dev.spoor.event.Time;
import dev.spoor.report.CaseSnapshot.JournalLine;
import dev.spoor.rule.exceptions.Entry;
import dev.spoor.triage.Alert;
import dev.spoor.triage.GivenSeverity;
import dev.spoor.triage.HostQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The report as one JSON object: the same content as the page, for programs. */
final class JsonReport {
    private final ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    String render(CaseSnapshot snapshot, ReportOptions options) throws ReportException {
        ReportModel model = new ReportModel(snapshot, options);
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("case", snapshot.caseName());
        report.put("program", snapshot.program());
        report.put("analyst", snapshot.analyst());
        report.put("journal_head", snapshot.journalHead());
        report.put("journal_length", snapshot.journalLength());
        if (!model.leftOut().isEmpty()) {
            report.put("left_out", options.leftOut().stream().map(ReportSection::word).toList());
            report.put("decided_only", options.decidedOnly());
        }
        if (options.has(ReportSection.SUMMARY)) {
            report.put("events", snapshot.events());
            report.put("first", time(snapshot.first()));
            report.put("last", time(snapshot.last()));
            report.put("variants", model.variants().variants());
            report.put("variants_decided", model.variants().decided());
        }
        put(report, options, ReportSection.LIMITS, "limits", model.limits());
        put(report, options, ReportSection.EVIDENCE, "evidence", snapshot.sources().stream().map(JsonReport::source).toList());
        if (!snapshot.findings().isEmpty()) {
            put(report, options, ReportSection.SUMMARY, "findings", snapshot.findings().stream().map(JsonReport::finding).toList());
        }
        put(report, options, ReportSection.ALERTS, "alerts", model.alerts().stream().map(JsonReport::alert).toList());
        put(report, options, ReportSection.ALERTS, "collection", snapshot.collection().stream().map(JsonReport::query).toList());
        put(report, options, ReportSection.EXCEPTIONS, "exceptions", snapshot.exceptions().stream().map(JsonReport::exception).toList());
        put(report, options, ReportSection.ATTACK, "attack", model.attack());
        put(report, options, ReportSection.RULES, "rules", snapshot.rules().stream().map(JsonReport::rule).toList());
        put(report, options, ReportSection.JOURNAL, "journal", snapshot.journal().stream().map(JsonReport::journal).toList());
        try {
            return mapper.writeValueAsString(report) + "\n";
        } catch (JsonProcessingException e) {
            throw new ReportException("The report could not be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static void put(Map<String, Object> report, ReportOptions options, ReportSection section, String key, Object value) {
        if (options.has(section)) {
            report.put(key, value);
        }
    }

    private static Map<String, Object> host(HostEvents host) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("host", host.host());
        out.put("events", host.events());
        return out;
    }

    private static Map<String, Object> source(CaseSnapshot.Source source) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("path", source.path());
        out.put("entry", source.entry().isEmpty() ? null : source.entry());
        out.put("sha256", source.sha256());
        out.put("size", source.size());
        out.put("format", source.format());
        out.put("records", source.records());
        out.put("damaged", source.damaged());
        out.put("repaired", source.repaired());
        out.put("first", time(source.first()));
        out.put("last", time(source.last()));
        out.put("duplicate_of", source.duplicateOf().isEmpty() ? null : source.duplicateOf());
        out.put("problems", source.problems());
        out.put("hosts", source.coverage().hosts().stream().map(JsonReport::host).toList());
        out.put("host_count", source.coverage().hostCount());
        out.put("gaps", CoverageSentences.of(source.coverage()));
        return out;
    }

    private static Map<String, Object> given(GivenSeverity given) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("to", given.scope().word());
        out.put("reason", given.reason());
        out.put("by", given.author());
        out.put("time", time(given.time()));
        return out;
    }

    private static Map<String, Object> alert(CaseSnapshot.ReportedAlert reported) {
        Alert alert = reported.alert();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", alert.id());
        out.put("time", time(alert.time()));
        out.put("rule_id", alert.rule().id());
        out.put("rule", alert.rule().name());
        out.put("rule_version", alert.rule().version());
        out.put("fidelity", alert.rule().fidelity().word());
        out.put("severity", alert.severity().word());
        out.put("rule_severity", alert.ruleSeverity().word());
        alert.given().ifPresent(given -> out.put("severity_given", given(given)));
        out.put("risk", alert.risk().isPresent() ? alert.risk().getAsInt() : null);
        out.put("status", alert.status().word());
        out.put("reason", alert.reason().map(reason -> reason.word()).orElse(null));
        out.put("tags", alert.tags());
        out.put("techniques", alert.techniques());
        out.put("tactics", alert.tactics());
        out.put("host", alert.host().orElse(null));
        out.put("user", alert.user().orElse(null));
        out.put("summary", alert.summary());
        if (!alert.variant().isNone()) {
            out.put("variant", alert.variant().id());
            out.put("shape", alert.variant().shape());
        }
        out.put("reproduced", alert.reproduced());
        out.put("count", alert.count());
        List<Map<String, Object>> events = new ArrayList<>();
        alert.events().forEach(event -> {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("id", event.id());
            line.put("source", event.source());
            line.put("entry", event.entry().isEmpty() ? null : event.entry());
            line.put("record", event.record());
            events.add(line);
        });
        out.put("events", events);
        out.put("values", alert.values());
        out.put("fields", reported.fields());
        out.put("guide", reported.guide().stream().map(JsonReport::step).toList());
        out.put("history", reported.history().stream().map(JsonReport::journal).toList());
        return out;
    }

    private static Map<String, Object> step(CaseSnapshot.ReportedStep step) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("step", step.words());
        out.put("state", step.answer().state().word());
        out.put("note", step.answer().note());
        out.put("author", step.answer().author());
        out.put("time", time(step.answer().time()));
        List<Map<String, Object>> evidence = new ArrayList<>();
        step.evidence().forEach(event -> {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("label", event.label());
            line.put("event", event.event());
            line.put("time", time(event.time()));
            line.put("source", event.source());
            line.put("entry", event.entry().isEmpty() ? null : event.entry());
            line.put("record", event.record());
            evidence.add(line);
        });
        out.put("evidence", evidence);
        return out;
    }

    private static Map<String, Object> query(HostQuery query) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("host", query.host());
        out.put("label", query.label());
        out.put("query", query.query());
        out.put("rule_id", query.rule());
        out.put("alert_id", query.alert());
        out.put("author", query.author());
        out.put("time", time(query.time()));
        return out;
    }

    private static Map<String, Object> finding(CaseSnapshot.ReportedFinding finding) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", finding.name());
        out.put("narrative", finding.narrative());
        out.put("alerts", finding.alerts().stream().map(alert -> alert.id()).toList());
        return out;
    }

    private static Map<String, Object> exception(CaseSnapshot.ReportedException reported) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", reported.item().id());
        out.put("rule_id", reported.item().ruleId());
        out.put("rule", reported.ruleName());
        out.put("name", reported.item().name());
        out.put("sentence", reported.sentence());
        out.put("comment", reported.item().comment());
        out.put("created_by", reported.item().createdBy());
        out.put("created_at", time(reported.item().createdAt()));
        out.put("expires", reported.item().expires().map(JsonReport::time).orElse(null));
        out.put("enabled", reported.item().enabled());
        out.put("scope", reported.item().scope().text());
        out.put("entries", reported.item().entries().stream().map(JsonReport::entry).toList());
        return out;
    }

    private static Map<String, Object> entry(Entry entry) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("field", entry.field());
        out.put("operator", entry.operator().word());
        out.put("negated", entry.negated());
        out.put("values", entry.values());
        entry.list().ifPresent(list -> {
            out.put("list", list.id());
            out.put("list_type", list.type().word());
        });
        out.put("ignore_case", entry.ignoreCase());
        return out;
    }

    private static Map<String, Object> rule(CaseSnapshot.RuleRun run) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", run.rule().id());
        out.put("name", run.rule().name());
        out.put("origin", run.rule().origin().word());
        out.put("language", run.rule().language());
        out.put("version", run.rule().version());
        out.put("path", run.rule().path());
        out.put("license", run.rule().license().orElse(null));
        out.put("query", run.rule().query());
        out.put("ran", run.ran());
        out.put("fidelity", run.fidelity().status().word());
        out.put("reasons", run.fidelity().reasons());
        out.put("alerts", run.alerts());
        return out;
    }

    private static Map<String, Object> journal(JournalLine line) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("sequence", line.sequence());
        out.put("time", time(line.time()));
        out.put("actor", line.actor());
        out.put("action", line.action());
        out.put("subject", line.subject());
        out.put("detail", line.detail());
        out.put("hash", line.hash());
        return out;
    }

    private static String time(long ticks) {
        return ticks == Time.NONE ? null : Time.iso(ticks);
    }
}
