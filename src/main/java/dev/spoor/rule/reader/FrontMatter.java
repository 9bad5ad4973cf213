package dev.spoor.rule.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/**
 * The YAML block between two {@code ---} lines at the head of a Markdown page.
 *
 * @param values the block; an empty map if the page has none
 * @param body   the lines after it
 */
public record FrontMatter(JsonNode values, List<String> body) {
    private static final String FENCE = "---";

    public FrontMatter {
        body = List.copyOf(body);
    }

    /**
     * Splits a page.
     *
     * @throws MalformedRuleException for a block that does not end or is no YAML map
     */
    public static FrontMatter of(List<String> lines, ReadingLimits limits) throws MalformedRuleException {
        if (lines.isEmpty() || !lines.getFirst().strip().equals(FENCE)) {
            return new FrontMatter(JsonNodeFactory.instance.objectNode(), lines);
        }
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).strip().equals(FENCE)) {
                return new FrontMatter(map(String.join("\n", lines.subList(0, i)), limits), lines.subList(i + 1, lines.size()));
            }
        }
        throw new MalformedRuleException("The page's head begins with --- and does not end with one", 1, 1);
    }

    /** The number of lines before the body. */
    public int length(List<String> lines) {
        return lines.size() - body.size();
    }

    private static JsonNode map(String yaml, ReadingLimits limits) throws MalformedRuleException {
        List<JsonNode> documents = YamlText.documents(yaml, limits);
        JsonNode values = documents.isEmpty() ? JsonNodeFactory.instance.objectNode() : documents.getFirst();
        if (!values.isObject() && !values.isNull()) {
            throw new MalformedRuleException("The page's head between the --- lines is no list of names and values", 2, 1);
        }
        return values.isNull() ? JsonNodeFactory.instance.objectNode() : values;
    }
}
