package dev.spoor.rule.reader.splunk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.attack.AttackCatalogue;
import dev.spoor.attack.ThreatList;
import dev.spoor.rule.Finish;
import dev.spoor.rule.GuideSection;
import dev.spoor.rule.Labelled;
import dev.spoor.rule.RiskBasedAlerting;
import dev.spoor.rule.RuleOrigin;
import dev.spoor.rule.RuleSettings;
import dev.spoor.rule.Schedule;
import dev.spoor.rule.reader.GuideText;
import dev.spoor.rule.reader.Labels;
import dev.spoor.rule.reader.JacksonProblem;
import dev.spoor.rule.reader.MalformedRuleException;
import dev.spoor.rule.reader.RuleDraft;
import dev.spoor.rule.reader.RuleReader;
import dev.spoor.rule.reader.RuleReading;
import dev.spoor.rule.reader.RuleSource;
import dev.spoor.rule.reader.splunk.ConfFile.Stanza;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Splunk's {@code savedsearches.conf}: alerts, and correlation searches of Enterprise Security with their annotations, risk, notable event, drill-downs and throttling. A
 * stanza is a rule if it raises something; reports are none. A correlation search that makes a notable event is of type TTP, one that makes risk only is an Anomaly, one
 * that makes neither is for Hunting, as Splunk's content tool writes them.
 */
public final class SavedSearches implements RuleReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SEARCH = Pattern.compile("(?m)^\\s*search\\s*=");
    private static final Pattern STANZA = Pattern.compile("(?m)^\\s*\\[");
    private static final String ANNOTATIONS = "action.correlationsearch.annotations";
    private static final String METADATA = "action.correlationsearch.metadata";
    private static final String NOTABLE = "action.notable.param.";
    private final SplunkPack pack;

    /** A reader with the macros and tables of a pack. */
    public SavedSearches(SplunkPack pack) {
        this.pack = pack;
    }

    @Override public boolean recognises(RuleSource source) {
        return source.suffix().equals("conf") && STANZA.matcher(source.text()).find() && SEARCH.matcher(source.text()).find();
    }

    @Override public List<RuleReading> read(RuleSource source) {
        try {
            return ConfFile.of(source.text()).stanzas().stream().map(stanza -> reading(source, stanza)).toList();
        } catch (MalformedRuleException e) {
            return List.of(source.problem(e));
        }
    }

    private RuleReading reading(RuleSource source, Stanza stanza) {
        if (stanza.get("search").isEmpty()) {
            return new RuleReading.NotARule(source.path(), "[" + stanza.name() + "] has no search; settings that change a search of another file are not applied");
        }
        if (!raises(stanza)) {
            return new RuleReading.NotARule(source.path(), "[" + stanza.name() + "] is a report, which raises no alert");
        }
        Optional<String> condition = condition(stanza);
        if (condition.isPresent()) {
            return source.problem("[" + stanza.name() + "] raises an alert only where " + condition.get()
                    + ", a condition outside of the search that Spoor does not apply; write it into the search", stanza.line(), 1);
        }
        try {
            return new RuleReading.Read(draft(new RuleSource(source.path(), stanza.text()), stanza).rule());
        } catch (MalformedRuleException e) {
            return source.problem(e);
        }
    }

    private static boolean raises(Stanza stanza) {
        String kind = stanza.get("action.escu.search_type");
        return kind.isEmpty() ? stanza.is("action.correlationsearch.enabled") || stanza.is("action.notable") || stanza.is("action.risk") || stanza.is("alert.track")
                || !stanza.get("counttype").isEmpty() : kind.equals("detection");
    }

    /** What must hold for an alert beside that the search finds something; empty if nothing. */
    private static Optional<String> condition(Stanza stanza) {
        String own = stanza.get("alert_condition");
        if (!own.isEmpty()) {
            return Optional.of(own);
        }
        String counted = stanza.get("counttype");
        boolean any = counted.isEmpty() || counted.equals("always")
                || counted.equals("number of events") && stanza.get("relation").equals("greater than") && stanza.get("quantity").equals("0");
        return any ? Optional.empty() : Optional.of(counted + " " + stanza.get("relation") + " " + stanza.get("quantity"));
    }

    private RuleDraft draft(RuleSource source, Stanza stanza) throws MalformedRuleException {
        String query = stanza.get("search");
        JsonNode annotations = json(stanza, ANNOTATIONS);
        JsonNode metadata = json(stanza, METADATA);
        JsonNode mappings = json(stanza, "action.escu.mappings");
        Optional<RiskBasedAlerting> risk = risk(stanza, annotations);
        ThreatList threats = new ThreatList(AttackCatalogue.enterprise());
        Labels.values(annotations.path("mitre_attack").isMissingNode() ? mappings.path("mitre_attack") : annotations.path("mitre_attack")).forEach(threats::addId);
        String label = stanza.get("action.correlationsearch.label");
        String description = stanza.get("description");
        RuleDraft draft = new RuleDraft(RuleOrigin.SPLUNK, "conf", source).id(SplunkYamlReader.text(metadata, "detection_id"))
                .version(SplunkYamlReader.text(metadata, "detection_version")).name(label.isEmpty() ? stanza.name() : label).type(type(stanza)).query("spl", query)
                .description(description.isEmpty() ? stanza.get(NOTABLE + "rule_description") : description).severity(severity(stanza))
                .threats(threats.threats()).tags(facets(stanza, annotations)).falsePositives(one(stanza.get("action.escu.known_false_positives")))
                .guide(guide(stanza)).riskBasedAlerting(risk).labels(labels(stanza)).macros(pack.usedBy(query)).schedule(schedule(stanza)).settings(settings(stanza, query));
        risk.ifPresent(stated -> draft.risk(stated.score()));
        return draft;
    }

    private static String type(Stanza stanza) {
        boolean security = stanza.is("action.correlationsearch.enabled") || stanza.is("action.risk") || stanza.is("action.notable") || !stanza.get("action.escu").isEmpty();
        return !security ? "alert" : stanza.is("action.notable") ? "TTP" : stanza.is("action.risk") ? "Anomaly" : "Hunting";
    }

    /** The notable event's severity, or that of a plain alert: 1 (debug) to 6 (fatal). */
    private static String severity(Stanza stanza) {
        String notable = stanza.get(NOTABLE + "severity").toLowerCase(Locale.ROOT);
        if (!notable.isEmpty()) {
            return notable;
        }
        return switch (stanza.get("alert.severity")) {
            case "1", "2" -> "low";
            case "3" -> "medium";
            case "4" -> "high";
            case "5", "6" -> "critical";
            default -> "";
        };
    }

    /** Risk as the newest annotation states it, an object of the event or more; else the single object of older files. */
    private static Optional<RiskBasedAlerting> risk(Stanza stanza, JsonNode annotations) throws MalformedRuleException {
        if (!stanza.is("action.risk")) {
            return Optional.empty();
        }
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        ObjectNode rba = tree.putObject("rba").put("message", stanza.get("action.risk.param._risk_message"));
        ArrayNode objects = rba.putArray("risk_objects");
        ArrayNode threats = rba.putArray("threat_objects");
        for (JsonNode one : json(stanza, "action.risk.param._risk")) {
            if (one.has("risk_object_field")) {
                object(objects, SplunkYamlReader.text(one, "risk_object_field"), SplunkYamlReader.text(one, "risk_object_type")).put("score",
                        SplunkYamlReader.text(one, "risk_score"));
            }
            if (one.has("threat_object_field")) {
                object(threats, SplunkYamlReader.text(one, "threat_object_field"), SplunkYamlReader.text(one, "threat_object_type"));
            }
        }
        String field = stanza.get("action.risk.param._risk_object");
        if (objects.isEmpty() && !field.isEmpty()) {
            object(objects, field, stanza.get("action.risk.param._risk_object_type")).put("score", stanza.get("action.risk.param._risk_score"));
        }
        ObjectNode tags = tree.putObject("tags");
        for (String key : List.of("impact", "confidence")) {
            tags.put(key, SplunkYamlReader.text(annotations, key));
        }
        return Risk.of(tree);
    }

    private static ObjectNode object(ArrayNode list, String field, String type) {
        return list.addObject().put("field", field).put("type", type);
    }

    private static List<GuideSection> guide(Stanza stanza) throws MalformedRuleException {
        List<GuideSection> sections = new ArrayList<>(GuideText.sections("Next Steps", nextSteps(stanza)));
        section("How To Implement", stanza.get("action.escu.how_to_implement"), sections);
        section("Known False Positives", stanza.get("action.escu.known_false_positives"), sections);
        ArrayNode searches = JsonNodeFactory.instance.arrayNode();
        json(stanza, NOTABLE + "drilldown_searches").forEach(searches::add);
        if (!stanza.get(NOTABLE + "drilldown_search").isEmpty()) {
            String name = stanza.get(NOTABLE + "drilldown_name");
            searches.addObject().put("name", name.isEmpty() ? "Drill-down" : name).put("search", stanza.get(NOTABLE + "drilldown_search"));
        }
        section("Drill-downs", DrillDowns.markdown(searches), sections);
        return sections;
    }

    /** Enterprise Security wraps the text into JSON: {@code {"version": 1, "data": "…"}}. */
    private static String nextSteps(Stanza stanza) throws MalformedRuleException {
        String text = stanza.get(NOTABLE + "next_steps");
        return text.startsWith("{") ? SplunkYamlReader.text(json(stanza, NOTABLE + "next_steps"), "data") : text;
    }

    private static void section(String title, String text, List<GuideSection> sections) {
        if (!text.isBlank()) {
            sections.add(new GuideSection(title, text.strip()));
        }
    }

    private static List<String> facets(Stanza stanza, JsonNode annotations) throws MalformedRuleException {
        List<String> facets = new ArrayList<>();
        JsonNode stories = annotations.path("analytic_story").isMissingNode() ? json(stanza, "action.escu.analytic_story") : annotations.path("analytic_story");
        Labels.values(stories).forEach(story -> facets.add("Analytic Story: " + story));
        one(stanza.get(NOTABLE + "security_domain")).forEach(domain -> facets.add("Security Domain: " + domain));
        Labels.values(annotations.path("cve")).forEach(cve -> facets.add("CVE: " + cve));
        return facets;
    }

    private static Schedule schedule(Stanza stanza) {
        return new Schedule(stated(stanza, "cron_schedule"), stated(stanza, "dispatch.earliest_time"), stated(stanza, "dispatch.latest_time"), OptionalInt.empty());
    }

    private RuleSettings settings(Stanza stanza, String query) {
        RuleSettings settings = RuleSettings.NONE.with(pack.tablesOf(query));
        Optional<String> period = stated(stanza, "alert.suppress.period");
        return stanza.is("alert.suppress") && period.isPresent()
                ? settings.suppressed(new Finish.Suppression(SplunkYamlReader.list(stanza.get("alert.suppress.fields")), period, true)) : settings;
    }

    private static Optional<String> stated(Stanza stanza, String key) {
        return Optional.of(stanza.get(key)).filter(text -> !text.isEmpty());
    }

    private static List<String> one(String text) {
        return text.isEmpty() ? List.of() : List.of(text);
    }

    private static List<Labelled> labels(Stanza stanza) {
        List<Labelled> labels = new ArrayList<>();
        for (Map.Entry<String, String> setting : stanza.settings().entrySet()) {
            labels.add(new Labelled(setting.getKey(), one(setting.getValue())));
        }
        return labels;
    }

    /** A setting that is JSON; missing if it is not said. */
    private static JsonNode json(Stanza stanza, String key) throws MalformedRuleException {
        String text = stanza.get(key);
        if (text.isEmpty()) {
            return JsonNodeFactory.instance.missingNode();
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new MalformedRuleException("[" + stanza.name() + "]: " + JacksonProblem.of(key + " is no JSON", e, 0).getMessage(), stanza.line(), 1);
        }
    }
}
