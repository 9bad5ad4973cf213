package dev.spoor.rule.reader.sigma;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spoor.attack.AttackCatalogue;
import dev.spoor.rule.GuideSection;
import dev.spoor.rule.RuleOrigin;
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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Sigma rules as YAML, one or more in a file. */
public final class SigmaYamlReader implements RuleReader {
    private final ReadingLimits limits;
    private final SigmaLists lists;

    /** A reader within limits, with the lists for placeholders. */
    public SigmaYamlReader(ReadingLimits limits, SigmaLists lists) {
        this.limits = limits;
        this.lists = lists;
    }

    @Override public boolean recognises(RuleSource source) {
        return (source.suffix().equals("yml") || source.suffix().equals("yaml")) && TopLevelKeys.any(source.text(), "logsource", "correlation", "filter", "detection");
    }

    @Override public List<RuleReading> read(RuleSource source) {
        try {
            return new SigmaCollection(source, YamlText.documents(source.text(), limits), lists).readings(SigmaCollection.Others.NONE);
        } catch (MalformedRuleException e) {
            return List.of(source.problem(e));
        }
    }

    /**
     * A rule of a document.
     *
     * @param query what decides: the document's part, and documents that belong to it
     */
    static RuleReading rule(RuleSource source, JsonNode tree, String query, SigmaLists lists) throws MalformedRuleException {
        String title = text(tree, "title");
        if (title.isEmpty()) {
            return source.problem("The rule has no title", 0, 0);
        }
        SigmaTags tags = new SigmaTags(AttackCatalogue.enterprise(), Labels.values(tree.path("tags")));
        String level = text(tree, "level");
        RuleDraft draft = new RuleDraft(RuleOrigin.SIGMA, "yaml", source).id(text(tree, "id")).name(title).type(tree.has("correlation") ? "correlation" : "sigma")
                .query("sigma", query).version(text(tree, "version")).description(text(tree, "description").strip()).severity(level).risk(risk(level))
                .threats(tags.threats()).tags(tags(tree, tags)).authors(list(text(tree, "author"))).license(Optional.of(text(tree, "license")).filter(one -> !one.isBlank()))
                .references(Labels.values(tree.path("references"))).falsePositives(Labels.values(tree.path("falsepositives"))).guide(guide(tree))
                .labels(Labels.of(tree)).macros(lists.usedBy(query)).deprecated(text(tree, "status").equals("deprecated"));
        return new RuleReading.Read(draft.rule());
    }

    /** Sigma has no risk score; this is the middle of the severity's range. */
    private static OptionalInt risk(String level) {
        return switch (level) {
            case "informational" -> OptionalInt.of(5);
            case "low" -> OptionalInt.of(21);
            case "medium" -> OptionalInt.of(47);
            case "high" -> OptionalInt.of(73);
            case "critical" -> OptionalInt.of(99);
            default -> OptionalInt.empty();
        };
    }

    private static List<String> tags(JsonNode tree, SigmaTags tags) {
        List<String> all = new ArrayList<>(tags.others());
        String status = text(tree, "status");
        if (!status.isEmpty()) {
            all.add("Status: " + status);
        }
        for (String part : List.of("category", "product", "service")) {
            String value = text(tree.path("logsource"), part);
            if (!value.isEmpty()) {
                all.add("Log source: " + part + " " + value);
            }
        }
        return all;
    }

    /** What of a rule helps to judge an alert: what must be logged, known false positives, fields to look at, related rules. */
    private static List<GuideSection> guide(JsonNode tree) {
        List<GuideSection> sections = new ArrayList<>();
        section(sections, "Set-up", text(tree.path("logsource"), "definition"));
        section(sections, "Known False Positives", bullets(Labels.values(tree.path("falsepositives"))));
        section(sections, "Fields to Look At", bullets(Labels.values(tree.path("fields"))));
        List<String> related = new ArrayList<>();
        tree.path("related").forEach(one -> related.add(text(one, "type") + " " + text(one, "id")));
        section(sections, "Related Rules", bullets(related));
        return sections;
    }

    private static String bullets(List<String> lines) {
        StringBuilder out = new StringBuilder();
        lines.forEach(line -> out.append("- ").append(line.strip().replace("\n", "\n  ")).append('\n'));
        return out.toString();
    }

    private static void section(List<GuideSection> sections, String title, String text) {
        if (!text.isBlank()) {
            sections.add(new GuideSection(title, text.strip()));
        }
    }

    static String text(JsonNode tree, String key) {
        JsonNode value = tree.path(key);
        return value.isContainerNode() || value.isNull() ? "" : value.asText();
    }

    private static List<String> list(String stated) {
        return List.of(stated.split(",")).stream().map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    /** The keys of a document that decide. */
    static Set<String> deciding(boolean alone) {
        return alone ? Set.of("logsource", "detection") : Set.of("id", "name", "title", "logsource", "detection", "correlation", "filter");
    }
}
