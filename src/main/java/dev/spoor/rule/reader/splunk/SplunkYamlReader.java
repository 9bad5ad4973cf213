package dev.spoor.rule.reader.splunk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spoor.attack.AttackCatalogue;
import dev.spoor.attack.ThreatList;
import dev.spoor.rule.GuideSection;
import dev.spoor.rule.RiskBasedAlerting;
import dev.spoor.rule.Finish;
import dev.spoor.rule.RuleOrigin;
import dev.spoor.rule.RuleSettings;
import dev.spoor.rule.reader.GuideText;
import dev.spoor.rule.reader.Labels;
import dev.spoor.rule.reader.MalformedRuleException;
import dev.spoor.rule.reader.ReadingLimits;
import dev.spoor.rule.reader.RuleDraft;
import dev.spoor.rule.reader.RuleReader;
import dev.spoor.rule.reader.RuleReading;
import dev.spoor.rule.reader.RuleSource;
import dev.spoor.rule.reader.TopLevelKeys;
import dev.spoor.rule.reader.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A detection of Splunk's security content as YAML. */
public final class SplunkYamlReader implements RuleReader {
    private final ReadingLimits limits;
    private final SplunkPack pack;

    /** A reader within limits, with the macros of a pack. */
    public SplunkYamlReader(ReadingLimits limits, SplunkPack pack) {
        this.limits = limits;
        this.pack = pack;
    }

    @Override public boolean recognises(RuleSource source) {
        String text = source.text();
        return (source.suffix().equals("yml") || source.suffix().equals("yaml")) && TopLevelKeys.any(text, "search") && TopLevelKeys.any(text, "name")
                && !TopLevelKeys.any(text, "logsource", "correlation");
    }

    @Override public List<RuleReading> read(RuleSource source) {
        try {
            List<RuleReading> readings = new ArrayList<>();
            for (JsonNode tree : YamlText.documents(source.text(), limits)) {
                readings.add(rule(source, tree));
            }
            return readings;
        } catch (MalformedRuleException e) {
            return List.of(source.problem(e));
        }
    }

    private RuleReading rule(RuleSource source, JsonNode tree) throws MalformedRuleException {
        String name = text(tree, "name");
        String query = text(tree, "search").strip();
        if (name.isEmpty() || query.isEmpty()) {
            return source.problem("The detection has no " + (name.isEmpty() ? "name" : "search"), 0, 0);
        }
        JsonNode tags = tree.path("tags").isObject() ? tree.path("tags") : tree;
        Optional<RiskBasedAlerting> rba = Risk.of(tree);
        Map<String, String> macros = pack.usedBy(query);
        ThreatList threats = new ThreatList(AttackCatalogue.enterprise());
        Labels.values(tags.path("mitre_attack_id")).forEach(threats::addId);
        RuleDraft draft = new RuleDraft(RuleOrigin.SPLUNK, "yaml", source).id(text(tree, "id")).name(name).type(text(tree, "type")).query("spl", query)
                .version(text(tree, "version")).description(text(tree, "description").strip()).threats(threats.threats()).tags(facets(tags))
                .authors(list(text(tree, "author"))).references(Labels.values(tree.path("references"))).falsePositives(falsePositives(tree))
                .guide(guide(tree)).riskBasedAlerting(rba).license(license(tree)).labels(Labels.of(tree)).macros(macros)
                .settings(settings(tree, query, macros))
                .deprecated(text(tree, "status").equals("deprecated"));
        rba.ifPresent(risk -> draft.risk(risk.score()));
        return new RuleReading.Read(draft.rule());
    }

    /** The pack's tables, and throttling: one alert for equal values of some fields within a period. */
    private RuleSettings settings(JsonNode tree, String query, Map<String, String> macros) {
        RuleSettings settings = RuleSettings.NONE.with(pack.tablesOf(query, macros));
        JsonNode throttling = tree.path("tags").path("throttling").isObject() ? tree.path("tags").path("throttling") : tree.path("throttling");
        String period = text(throttling, "period");
        return throttling.isObject() && !period.isEmpty() ? settings.suppressed(new Finish.Suppression(Labels.values(throttling.path("fields")), Optional.of(period), true))
                : settings;
    }

    private static Optional<String> license(JsonNode tree) {
        return Optional.of(text(tree, "license")).filter(license -> !license.isBlank());
    }

    static String text(JsonNode tree, String key) {
        JsonNode value = tree.path(key);
        return value.isContainerNode() || value.isNull() ? "" : value.asText();
    }

    /** The parts of a text that lists them with commas. */
    static List<String> list(String stated) {
        return List.of(stated.split(",")).stream().map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    private static List<String> falsePositives(JsonNode tree) {
        String text = text(tree, "known_false_positives").strip();
        return text.isEmpty() ? List.of() : List.of(text);
    }

    /** The repository has no key for a guide; {@code guide} (Markdown) is what Spoor's own rules use. */
    private static List<GuideSection> guide(JsonNode tree) {
        List<GuideSection> sections = new ArrayList<>(GuideText.sections("Guide", text(tree, "guide")));
        section("How To Implement", text(tree, "how_to_implement"), sections);
        section("Known False Positives", text(tree, "known_false_positives"), sections);
        section("Drill-downs", DrillDowns.markdown(tree.path("drilldown_searches")), sections);
        return sections;
    }

    private static void section(String title, String text, List<GuideSection> sections) {
        if (!text.isBlank()) {
            sections.add(new GuideSection(title, text.strip()));
        }
    }

    /** Splunk files what other rules put into tags under names of their own; as tags they carry the name as a facet. */
    private static List<String> facets(JsonNode tags) {
        List<String> facets = new ArrayList<>();
        facets(facets, "Analytic Story", tags.path("analytic_story"));
        facets(facets, "Asset Type", tags.path("asset_type"));
        facets(facets, "Security Domain", tags.path("security_domain"));
        facets(facets, "Product", tags.path("product"));
        facets(facets, "CVE", tags.path("cve"));
        return facets;
    }

    private static void facets(List<String> facets, String facet, JsonNode values) {
        Labels.values(values).forEach(value -> facets.add(facet + ": " + value));
    }
}
