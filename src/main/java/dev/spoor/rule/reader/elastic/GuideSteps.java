package dev.spoor.rule.reader.elastic;

import static dev.spoor.rule.reader.elastic.ElasticRuleTree.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.spoor.rule.reader.Numbers;
import java.util.ArrayList;
import java.util.List;

/**
 * The searches and osquery statements that a guide refers to with {@code $investigate_0} and {@code $osquery_0}. They are written out in the guide in
 * words, because Spoor shows guides without Kibana's plug-ins.
 */
final class GuideSteps {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$(investigate|osquery)_(\\d{1,4})\\b");
    private final JsonNode transform;

    GuideSteps(JsonNode transform) {
        this.transform = transform;
    }

    /** The guide with every known placeholder written out; unknown ones stay. */
    String fill(String guide) {
        Matcher placeholder = PLACEHOLDER.matcher(guide);
        StringBuilder filled = new StringBuilder();
        while (placeholder.find()) {
            JsonNode step = transform.path(placeholder.group(1)).path(Numbers.whole(placeholder.group(2)).orElse(-1));
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
