package dev.spoor.rule.reader.elastic;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.spoor.rule.GuideStep;
import dev.spoor.rule.reader.Numbers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The searches and osquery statements that a guide refers to with {@code $investigate_0} and {@code $osquery_0}. Where one stands alone on its line or list item, it
 * becomes a step ({@link GuideStep}); out of a sentence it is taken and becomes an item of its own below it. The same for steps that are written out
 * within a sentence, as rules have them that were exported from Kibana. Steps that the guide does not refer to follow at its end.
 */
final class GuideSteps {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$(investigate|osquery)_(\\d{1,4})\\b");
    private static final Pattern ITEM = Pattern.compile("^\\s*(?:[-*+]|\\d{1,4}[.)])\\s+");
    private static final Pattern ALONE = Pattern.compile("(\\s*(?:[-*]\\s+)?)\\$(investigate|osquery)_(\\d{1,4})\\s*");
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_STEP = 50_000;
    private final JsonNode transform;
    private final Set<String> used = new HashSet<>();

    GuideSteps(JsonNode transform) {
        this.transform = transform;
    }

    /** The guide with every known placeholder replaced; unknown ones stay. */
    String fill(String guide) {
        String filled = guide.contains("$") || guide.contains("!{") ? guide.lines().map(this::line).collect(Collectors.joining("\n")) : guide;
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
        if (alone.matches()) {
            JsonNode step = step(alone.group(2), alone.group(3));
            return step.isMissingNode() ? line : alone.group(1) + written(alone.group(2), step);
        }
        return line.contains("$") || line.contains("!{") && GuideStep.parse(line).isEmpty() ? apart(line) : line;
    }

    /** A sentence with its steps taken out, and these as items of their own below it. */
    private String apart(String line) {
        List<String> steps = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        int from = 0;
        for (int at = next(line, 0); at >= 0; at = next(line, from)) {
            words.append(line, from, at);
            int end = line.charAt(at) == '$' ? placeholder(line, at, steps) : stated(line, at, steps);
            boolean last = line.substring(end).isBlank();
            words.append(end == at + 1 ? line.substring(at, end) : last ? "" : label(steps.getLast()));
            from = end;
        }
        words.append(line, from, line.length());
        String margin = " ".repeat(margin(line));
        return words.toString().stripTrailing() + steps.stream().map(step -> "\n" + margin + "- " + step).collect(Collectors.joining());
    }

    private static int next(String line, int from) {
        int dollar = line.indexOf('$', from);
        int brace = line.indexOf("!{", from);
        return dollar < 0 ? brace : brace < 0 ? dollar : Math.min(dollar, brace);
    }

    /** The end of a placeholder, whose step is added; the next character where there is none. */
    private int placeholder(String line, int at, List<String> steps) {
        Matcher placeholder = PLACEHOLDER.matcher(line.substring(at, Math.min(line.length(), at + LONGEST_NAME)));
        if (placeholder.lookingAt()) {
            JsonNode step = step(placeholder.group(1), placeholder.group(2));
            if (!step.isMissingNode()) {
                steps.add(written(placeholder.group(1), step));
                return at + placeholder.end();
            }
        }
        return at + 1;
    }

    /** The end of a step that is written out, which is added; the next character where there is none. */
    private static int stated(String line, int at, List<String> steps) {
        int depth = 0;
        boolean quoted = false;
        for (int i = at + 1; i < Math.min(line.length(), at + LONGEST_STEP); i++) {
            char c = line.charAt(i);
            if (quoted) {
                i += c == '\\' ? 1 : 0;
                quoted = c != '"';
            } else if (c == '"') {
                quoted = true;
            } else {
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                if (depth == 0) {
                    String step = line.substring(at, i + 1);
                    boolean found = GuideStep.parse(step).isPresent();
                    if (found) {
                        steps.add(step);
                    }
                    return found ? i + 1 : at + 1;
                }
            }
        }
        return at + 1;
    }

    private static String label(String step) {
        return GuideStep.parse(step).map(one -> "**" + one.label() + "**").orElse("");
    }

    /** Where an item inside a line's own item begins. */
    private static int margin(String line) {
        Matcher item = ITEM.matcher(line);
        return item.find() ? item.end() : line.length() - line.stripLeading().length();
    }

    private static String written(String kind, JsonNode step) {
        return "!{" + kind + step + "}";
    }

    private JsonNode step(String kind, String number) {
        int place = Numbers.whole(number).orElse(-1);
        used.add(kind + "_" + place);
        return transform.path(kind).path(place);
    }
}
