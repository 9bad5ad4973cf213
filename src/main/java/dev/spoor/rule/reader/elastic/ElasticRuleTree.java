package dev.spoor.rule.reader.elastic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spoor.attack.Threat;
import dev.spoor.attack.Threat.Reference;
import dev.spoor.rule.GuideSection;
import dev.spoor.rule.RuleOrigin;
import dev.spoor.rule.Schedule;
import dev.spoor.rule.reader.GuideText;
import dev.spoor.rule.reader.Labels;
import dev.spoor.rule.reader.MalformedRuleException;
import dev.spoor.rule.reader.Numbers;
import dev.spoor.rule.reader.RuleDraft;
import dev.spoor.rule.reader.RuleReading;
import dev.spoor.rule.reader.RuleSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A rule as a tree with the names of Elastic's detection API, which TOML and JSON share. */
final class ElasticRuleTree {
    private ElasticRuleTree() {}

    /**
     * Reads a rule.
     *
     * @param file what the labels show: the whole file's tree
     * @param tree the rule in it
     * @throws MalformedRuleException for a limit
     */
    static RuleReading read(RuleSource source, String format, JsonNode file, JsonNode tree) throws MalformedRuleException {
        String name = text(tree, "name");
        String type = text(tree, "type");
        if (name.isEmpty() || type.isEmpty()) {
            return source.problem("The rule has no " + (name.isEmpty() ? "name" : "type"), 0, 0);
        }
        String query = text(tree, "query");
        String language = language(type, text(tree, "language"));
        if (query.isEmpty() && !type.equals("machine_learning") && !type.equals("saved_query")) {
            return source.problem("The rule has no query, which a rule of type " + type + " needs", 0, 0);
        }
        RuleDraft draft = new RuleDraft(RuleOrigin.ELASTIC, format, source).id(text(tree, "rule_id")).name(name).type(type).query(language, query)
                .version(version(tree)).description(text(tree, "description").strip()).severity(text(tree, "severity"))
                .risk(Numbers.whole(text(tree, "risk_score"))).indices(Labels.values(tree.path("index"))).schedule(schedule(tree))
                .threats(threats(tree.path("threat"))).tags(Labels.values(tree.path("tags"))).authors(Labels.values(tree.path("author")))
                .license(optional(tree, "license")).references(Labels.values(tree.path("references"))).falsePositives(falsePositives(tree))
                .guide(guide(tree, file)).labels(Labels.of(file)).deprecated(deprecated(file) || name.startsWith("Deprecated - ")).settings(ElasticSettings.of(tree));
        return new RuleReading.Read(draft.rule());
    }

    /** The language's id in Spoor. */
    static String language(String type, String stated) {
        return switch (stated.toLowerCase(Locale.ROOT)) {
            case "kuery", "kql" -> "kql";
            case "" -> switch (type) {
                case "eql" -> "eql";
                case "esql" -> "esql";
                case "machine_learning" -> "";
                default -> "kql";
            };
            case String other -> other;
        };
    }

    static String text(JsonNode tree, String key) {
        JsonNode value = tree.path(key);
        return value.isContainerNode() || value.isNull() ? "" : value.asText();
    }

    static Optional<String> optional(JsonNode tree, String key) {
        String value = text(tree, key);
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    private static String version(JsonNode tree) {
        return text(tree, "version");
    }

    private static Schedule schedule(JsonNode tree) {
        OptionalInt most = Numbers.whole(text(tree, "max_signals"));
        return new Schedule(optional(tree, "interval"), optional(tree, "from"), optional(tree, "to"), most);
    }

    private static List<String> falsePositives(JsonNode tree) {
        return Labels.values(tree.path("false_positives")).stream().map(String::strip).toList();
    }

    private static boolean deprecated(JsonNode file) {
        return text(file.path("metadata"), "maturity").equals("deprecated");
    }

    private static List<GuideSection> guide(JsonNode tree, JsonNode file) {
        String note = new GuideSteps(file.path("transform")).fill(text(tree, "note"));
        List<GuideSection> sections = new ArrayList<>(GuideText.sections("Investigation guide", note));
        sections.addAll(GuideText.sections("Setup", text(tree, "setup")));
        return sections;
    }

    private static List<Threat> threats(JsonNode list) {
        List<Threat> threats = new ArrayList<>();
        for (JsonNode threat : list) {
            List<Threat.Technique> techniques = new ArrayList<>();
            for (JsonNode technique : threat.path("technique")) {
                List<Reference> parts = stream(technique.path("subtechnique")).map(ElasticRuleTree::reference).toList();
                techniques.add(new Threat.Technique(reference(technique), parts));
            }
            threats.add(new Threat(reference(threat.path("tactic")), techniques));
        }
        return threats;
    }

    private static Reference reference(JsonNode node) {
        return new Reference(text(node, "id"), text(node, "name"), text(node, "reference"));
    }

    static Stream<JsonNode> stream(JsonNode list) {
        List<JsonNode> nodes = new ArrayList<>();
        list.forEach(nodes::add);
        return nodes.stream();
    }
}
