package dev.spoor.rule.library;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spoor.rule.Rule;
import dev.spoor.rule.RuleJson;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Compares a page with the rule that was read from it: every piece of text on the page must stand in the rule's JSON. Pure markup is left out of the
 * comparison: front matter fences, code fences, table rules, {@code <details>}, {@code <div>}, {@code <summary>} tags, kramdown attributes, and the marks of
 * headings, emphasis, code, links, tables, quotes, list items and front matter keys. A piece is what stands between marks.
 */
final class PageText {
    private static final Pattern MARKUP_LINE = Pattern.compile("---|```|[|:\\s-]+|</?(details|div)[^>]*>");
    private static final Pattern MARKS = Pattern.compile("\\{:[^}]*}|</?summary>|\\[|]|\\(|\\)|\\*|`|\\\\|\\||^\\s*#+ |^\\s*> ?|^\\s*- |: |:$|, |\"");

    private PageText() {}

    /** Pieces of the page that the rule's JSON does not have; whitespace counts as one blank. */
    static List<String> missing(String page, Rule rule) {
        StringBuilder all = new StringBuilder();
        collect(RuleJson.of(rule), all);
        String told = normal(all.toString());
        List<String> missing = new ArrayList<>();
        for (String line : page.lines().toList()) {
            if (!MARKUP_LINE.matcher(line.strip()).matches()) {
                for (String piece : MARKS.split(line)) {
                    String text = normal(piece);
                    if (!text.isEmpty() && !told.contains(text)) {
                        missing.add(text);
                    }
                }
            }
        }
        return missing;
    }

    private static void collect(JsonNode node, StringBuilder all) {
        node.properties().forEach(entry -> {
            all.append(entry.getKey()).append('\n');
            collect(entry.getValue(), all);
        });
        if (node.isArray()) {
            node.forEach(element -> collect(element, all));
        } else if (node.isValueNode()) {
            all.append(node.asText()).append('\n');
        }
    }

    private static String normal(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
