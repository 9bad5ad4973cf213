package dev.spoor.rule;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.attack.Threat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** A rule as one JSON object with everything that it says, except the file's text, which {@code path} leads to. Absent values are null. */
public final class RuleJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RuleJson() {}

    /** The object; a new one with every call. */
    public static ObjectNode of(Rule rule) {
        ObjectNode json = NODES.objectNode();
        json.put("id", rule.id()).put("id_derived", rule.idDerived()).put("name", rule.name()).put("origin", rule.origin().word());
        json.put("format", rule.format()).put("path", rule.path()).put("type", rule.type()).put("language", rule.language());
        json.put("query", rule.query()).put("version", rule.version()).put("description", rule.description());
        json.put("severity", rule.severity().word()).put("severity_derived", rule.severityDerived());
        put(json, "risk", rule.risk());
        json.set("indices", texts(rule.indices()));
        json.set("schedule", schedule(rule.schedule()));
        json.set("threats", threats(rule.threats()));
        json.set("tags", texts(rule.tags()));
        json.set("authors", texts(rule.authors()));
        put(json, "license", rule.license());
        json.set("references", texts(rule.references()));
        json.set("false_positives", texts(rule.falsePositives()));
        json.set("guide", guide(rule.guide()));
        json.set("guide_steps", steps(rule.guide()));
        json.set("risk_based_alerting", rule.riskBasedAlerting().map(RuleJson::risk).orElse(null));
        json.set("settings", RuleSettingsJson.of(rule.settings()));
        ObjectNode macros = json.putObject("macros");
        new TreeMap<>(rule.macros()).forEach(macros::put);
        json.put("deprecated", rule.deprecated());
        json.set("labels", labels(rule.labels()));
        return json;
    }

    private static ObjectNode schedule(Schedule schedule) {
        ObjectNode json = NODES.objectNode();
        put(json, "interval", schedule.interval());
        put(json, "from", schedule.from());
        put(json, "to", schedule.to());
        put(json, "max_signals", schedule.maxSignals());
        return json;
    }

    private static ArrayNode threats(List<Threat> threats) {
        ArrayNode json = NODES.arrayNode();
        for (Threat threat : threats) {
            ObjectNode one = json.addObject();
            one.set("tactic", reference(threat.tactic()));
            ArrayNode techniques = one.putArray("techniques");
            for (Threat.Technique technique : threat.techniques()) {
                ObjectNode node = reference(technique.reference());
                ArrayNode parts = node.putArray("subtechniques");
                technique.subtechniques().forEach(part -> parts.add(reference(part)));
                techniques.add(node);
            }
        }
        return json;
    }

    private static ObjectNode reference(Threat.Reference reference) {
        return NODES.objectNode().put("id", reference.id()).put("name", reference.name()).put("reference", reference.url());
    }

    private static ArrayNode guide(List<GuideSection> sections) {
        ArrayNode json = NODES.arrayNode();
        sections.forEach(section -> json.addObject().put("title", section.title()).put("markdown", section.markdown()));
        return json;
    }

    private static ArrayNode steps(List<GuideSection> sections) {
        ArrayNode json = NODES.arrayNode();
        for (GuideStep step : sections.stream().flatMap(section -> GuideStep.in(section.markdown()).stream()).toList()) {
            switch (step) {
                case GuideStep.Search search -> {
                    ObjectNode node = json.addObject().put("kind", "search").put("label", search.label()).put("description", search.description());
                    ArrayNode any = node.putArray("alternatives");
                    search.alternatives().forEach(all -> {
                        ArrayNode conditions = any.addArray();
                        all.forEach(one -> conditions.addObject().put("field", one.field()).put("value", one.value()).put("kind", one.kind()).put("excluded", one.excluded()));
                    });
                    node.put("from", search.from()).put("to", search.to());
                }
                case GuideStep.DrillDown drillDown -> json.addObject().put("kind", "drilldown").put("label", drillDown.label()).put("search", drillDown.search());
                case GuideStep.Osquery osquery -> {
                    ObjectNode node = json.addObject().put("kind", "osquery").put("label", osquery.label()).put("query", osquery.query());
                    ArrayNode mapping = node.putArray("ecs_mapping");
                    osquery.mapping().forEach(one -> mapping.addObject().put("field", one.field()).put(one.fixed() ? "value" : "column", one.column()));
                }
            }
        }
        return json;
    }

    private static ObjectNode risk(RiskBasedAlerting risk) {
        ObjectNode json = NODES.objectNode();
        put(json, "score", risk.score());
        put(json, "impact", risk.impact());
        put(json, "confidence", risk.confidence());
        json.put("message", risk.message());
        json.set("objects", texts(risk.objects()));
        json.set("problems", texts(risk.problems()));
        return json;
    }

    private static ArrayNode labels(List<Labelled> labels) {
        ArrayNode json = NODES.arrayNode();
        labels.forEach(label -> json.addObject().put("label", label.label()).set("values", texts(label.values())));
        return json;
    }

    static ArrayNode texts(List<String> values) {
        ArrayNode json = NODES.arrayNode();
        values.forEach(json::add);
        return json;
    }

    static void put(ObjectNode json, String key, Optional<String> value) {
        json.put(key, value.orElse(null));
    }

    static void put(ObjectNode json, String key, OptionalInt value) {
        json.put(key, value.isPresent() ? Integer.valueOf(value.getAsInt()) : null);
    }
}
