package dev.spoor.rule.reader.elastic;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.spoor.rule.Labelled;
import java.util.ArrayList;
import java.util.List;

/** The parts of a plain-text page: name, where it applies, description, labels, then guide and query as one body, then the framework. */
final class TextPage {
    private static final Pattern LABEL = Pattern.compile("([A-Z][A-Za-z -]{2,40}):(?:\\s+(.*))?");
    private static final Pattern APPLIES = Pattern.compile("(?:Elastic )?(?:Stack|Serverless)(?: [A-Za-z0-9.+]+){0,6}");
    private static final Pattern BULLET = Pattern.compile("\\s*[-*•]\\s+(.*)");
    private static final String LAST = "Rule license";
    private final List<String> lines;
    private final List<Labelled> header = new ArrayList<>();
    private final List<Labelled> applies = new ArrayList<>();
    private final List<String> description = new ArrayList<>();
    private String name = "";
    private int bodyStart;
    private int bodyEnd;

    TextPage(List<String> lines) {
        this.lines = lines;
        int at = readTop();
        bodyStart = readHeader(at);
        bodyEnd = framework(bodyStart);
    }

    private int readTop() {
        int at = 0;
        while (at < lines.size() && !lines.get(at).startsWith("Rule type:")) {
            String line = lines.get(at++).strip();
            if (line.isEmpty()) {
                continue;
            }
            if (name.isEmpty()) {
                name = line;
            } else if (description.isEmpty() && applies.isEmpty() && APPLIES.matches(line)) {
                applies.add(new Labelled("applies_to", List.of(line)));
            } else {
                description.add(line);
            }
        }
        return at;
    }

    /** Reads labels up to the last known one and its value; answers the first line after it. */
    private int readHeader(int begin) {
        int at = begin;
        while (at < lines.size()) {
            Matcher label = LABEL.matcher(lines.get(at).strip());
            if (!lines.get(at).isBlank() && !label.matches()) {
                return at;
            }
            if (lines.get(at).isBlank()) {
                at++;
            } else {
                at = readValue(label.group(1), label.group(2), at + 1);
                if (label.group(1).equals(LAST)) {
                    return at;
                }
            }
        }
        return at;
    }

    /** A value is the rest of the line, with further lines while a bracket is open, or the list below. */
    private int readValue(String label, String rest, int next) {
        List<String> values = new ArrayList<>();
        int at = next;
        if (rest != null && !rest.isBlank()) {
            StringBuilder value = new StringBuilder(rest.strip());
            int open = open(rest);
            while (at < lines.size() && open > 0 && !LABEL.matches(lines.get(at).strip())) {
                open += open(lines.get(at));
                value.append(' ').append(lines.get(at++).strip());
            }
            values.add(value.toString());
        } else {
            for (; at < lines.size(); at++) {
                Matcher bullet = BULLET.matcher(lines.get(at));
                if (bullet.matches()) {
                    values.add(bullet.group(1).strip());
                } else if (!lines.get(at).isBlank()) {
                    break;
                }
            }
        }
        header.add(new Labelled(label, values));
        return at;
    }

    /** How many brackets a text opens more than it closes. */
    private static int open(String text) {
        return text.chars().map(c -> c == '(' ? 1 : c == ')' ? -1 : 0).sum();
    }

    private int framework(int begin) {
        for (int at = lines.size() - 1; at >= begin; at--) {
            if (lines.get(at).startsWith(PageHeader.FRAMEWORK + ":")) {
                return at;
            }
        }
        return lines.size();
    }

    String name() {
        return name;
    }

    List<Labelled> applies() {
        return applies;
    }

    String description() {
        return String.join("\n\n", description);
    }

    List<Labelled> header() {
        return header;
    }

    /** Guide and query. */
    List<String> body() {
        return lines.subList(bodyStart, bodyEnd);
    }

    /** How many lines stand before the body. */
    int bodyStart() {
        return bodyStart;
    }

    /** The line {@code Framework: …} as a label; none if the page has none. */
    List<Labelled> framework() {
        if (bodyEnd == lines.size()) {
            return List.of();
        }
        String value = lines.get(bodyEnd).substring(PageHeader.FRAMEWORK.length() + 1).strip();
        return List.of(new Labelled(PageHeader.FRAMEWORK, value.isEmpty() ? List.of() : List.of(value)));
    }

    List<String> threatLines() {
        return bodyEnd == lines.size() ? List.of() : lines.subList(bodyEnd + 1, lines.size());
    }
}
