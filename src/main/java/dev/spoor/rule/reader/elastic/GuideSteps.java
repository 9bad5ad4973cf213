package dev.spoor.rule.reader.elastic;

import static dev.spoor.rule.reader.elastic.ElasticRuleTree.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.spoor.rule.reader.Numbers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The searches and osquery statements that a guide refers to with {@code $investigate_0} and {@code $osquery_0}. Where one stands alone on its line or list item, it
 * becomes a step ({@link dev.spoor.rule.GuideStep}); within a sentence it is written out in words. Steps that the guide does not refer to follow at its end.
 */
final class GuideSteps {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$(investigate|osquery)_(\\d{1,4})\\b");
    private static final Pattern ALONE = Pattern.compile("(\\s*(?:[-*]\\s+)?)\\$(investigate|osquery)_(\\d{1,4})\\s*");
    private final JsonNode transform;
    private final Set<String> used = new HashSet<>();

    GuideSteps(JsonNode transform) {
        this.transform = transform;
    }

    /** The guide with every known placeholder replaced; unknown ones stay. */
    String fill(String guide) {
        String filled = guide.contains("$") ? guide.lines().map(this::line).collect(Collectors.joining("\n")) : guide;
        List<String> rest = new ArrayList<>();
        for (String kind : List.of("investigate", "osquery")) {
            for (int i = 0; i < transform.path(kind).size(); i++) {
                if (!used.contains(kind + "_" + i)) {
                    rest.add(written(kind, transform.path(kind).path(i)));
                }
            }
        }
        return rest.isEmpty() ? filled : filled + "\n\n## Searches and queries of this rule\n\n" + String.join("\n", rest);
    }

    private String line(String line) {
        Matcher alone = ALONE.matcher(line);
        if (!alone.matches()) {
            return inline(line);
        }
        JsonNode step = step(alone.group(2), alone.group(3));
        return step.isMissingNode() ? line : alone.group(1) + written(alone.group(2), step);
    }

    private static String written(String kind, JsonNode step) {
        return "!{" + kind + step + "}";
    }

    private JsonNode step(String kind, String number) {
        int place = Numbers.whole(number).orElse(-1);
        used.add(kind + "_" + place);
        return transform.path(kind).path(place);
    }

    private String inline(String guide) {
        Matcher placeholder = PLACEHOLDER.matcher(guide);
        StringBuilder filled = new StringBuilder();
        while (placeholder.find()) {
            JsonNode step = step(placeholder.group(1), placeholder.group(2));
            String words = step.isMissingNode() ? placeholder.group() : placeholder.group(1).equals("osquery") ? osquery(step) : search(step);
            placeholder.appendReplacement(filled, Matcher.quoteReplacement(words));
        }
        placeholder.appendTail(filled);
        return filled.toString();
    }

    private static String osquery(JsonNode step) {
        return "**" + text(step, "label") + "** (osquery on the host): " + code(text(step, "query"));
    }

    private static String search(JsonNode step) {
        List<String> alternatives = new ArrayList<>();
        for (JsonNode all : step.path("providers")) {
            List<String> conditions = new ArrayList<>();
            all.forEach(condition -> conditions.add(condition(condition)));
            alternatives.add(String.join(" and ", conditions));
        }
        String about = text(step, "description").isEmpty() ? "" : ", " + text(step, "description");
        String window = text(step, "relativeFrom").isEmpty() ? "" : " (" + text(step, "relativeFrom") + " to " + text(step, "relativeTo") + ")";
        return "**" + text(step, "label") + "**" + about + ": events with " + String.join(", or ", alternatives) + window;
    }

    private static String condition(JsonNode condition) {
        boolean excluded = condition.path("excluded").asBoolean();
        String field = code(text(condition, "field"));
        if (text(condition, "queryType").equals("exists")) {
            return (excluded ? "without " : "") + field;
        }
        return field + (excluded ? " not " : " = ") + code(text(condition, "value"));
    }

    private static String code(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.contains("`") ? "`` " + line + " ``" : "`" + line + "`";
    }
}
