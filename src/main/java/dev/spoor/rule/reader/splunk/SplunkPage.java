package dev.spoor.rule.reader.splunk;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.spoor.rule.Labelled;
import dev.spoor.rule.reader.Links;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of a page after its front matter. Reads the lines once, from top to bottom. */
final class SplunkPage {
    private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.*)");
    private static final Pattern SUMMARY = Pattern.compile("\\s*<summary>(.*)</summary>\\s*");
    private static final Pattern HTML = Pattern.compile("\\s*</?(?:details|div)[^<>]*>\\s*");
    private static final Pattern LABEL = Pattern.compile("[-*]\\s+\\*\\*([^*]+)\\*\\*:\\s*(.*)");
    private static final Pattern ITEM = Pattern.compile("\\s*[-*]\\s+(.*)");
    private static final Pattern BUTTON = Pattern.compile("\\s*\\[([^\\[\\]]+)\\]\\((\\S+)\\)\\{:[^{}]*\\}\\s*");
    private static final Pattern FOOTER = Pattern.compile("\\s*\\[\\*source\\*\\]\\((\\S+)\\)\\s*\\\\?\\|\\s*\\*version\\*:\\s*\\*\\*(.+?)\\*\\*\\s*");
    private static final Pattern RULE = Pattern.compile("[|:\\s-]+");
    private final List<PageSection> sections = new ArrayList<>();
    private final List<Labelled> own = new ArrayList<>();
    private final List<Labelled> footer = new ArrayList<>();
    private PageSection current = new PageSection("", "");
    private boolean fenced;

    SplunkPage(List<String> lines) {
        lines.forEach(this::accept);
    }

    private void accept(String line) {
        if (line.strip().startsWith("```")) {
            fenced = !fenced;
        } else if (fenced) {
            current.addCode(line);
        } else if (!HTML.matches(line) && !marked(line)) {
            content(line);
        }
    }

    /** Headings, labels, the button and the last line. */
    private boolean marked(String line) {
        Matcher summary = SUMMARY.matcher(line);
        Matcher heading = HEADING.matcher(line);
        Matcher label = LABEL.matcher(line);
        Matcher button = BUTTON.matcher(line);
        Matcher last = FOOTER.matcher(line);
        if (summary.matches()) {
            begin(summary.group(1).strip());
        } else if (heading.matches()) {
            begin(heading.group(1).strip());
        } else if (label.matches()) {
            own.add(new Labelled(label.group(1), labelled(label.group(1), label.group(2))));
        } else if (button.matches()) {
            own.add(new Labelled(button.group(1), List.of(button.group(2))));
        } else if (last.matches()) {
            footer.add(new Labelled("source", List.of(last.group(1))));
            footer.add(new Labelled("version", List.of(last.group(2).strip())));
        } else {
            return false;
        }
        return true;
    }

    /** A value that is one link is its text and its target; products are a list. */
    private static List<String> labelled(String label, String value) {
        String text = Links.text(value);
        String target = Links.target(value);
        if (value.isBlank()) {
            return List.of();
        }
        if (!target.isEmpty() && !text.contains(target)) {
            return List.of(text, target);
        }
        return label.equals("Product") ? SplunkYamlReader.list(text) : List.of(text);
    }

    /** A heading that repeats the summary above it continues its section. */
    private void begin(String heading) {
        String title = Links.text(heading);
        if (current.title().equals(title) && current.items().isEmpty() && current.text().isEmpty()) {
            sections.remove(current);
        }
        current = new PageSection(title, Links.target(heading));
        sections.add(current);
    }

    private void content(String line) {
        String text = line.strip();
        Matcher item = ITEM.matcher(line);
        if (text.startsWith("|")) {
            if (!RULE.matches(text)) {
                current.addRow(cells(text));
            }
        } else if (item.matches()) {
            current.addItem(item.group(1).strip());
        } else if (text.startsWith(">")) {
            current.addText(text.substring(1).strip());
        } else {
            if (sections.isEmpty() && !text.isEmpty()) {
                sections.add(current);
            }
            current.addText(text);
        }
    }

    private static List<String> cells(String row) {
        String inner = row.substring(1, row.endsWith("|") && row.length() > 1 ? row.length() - 1 : row.length());
        return List.of(inner.split("\\|", -1)).stream().map(String::strip).toList();
    }

    /** The section with a title, whatever the case. */
    Optional<PageSection> section(String title) {
        return sections.stream().filter(section -> section.title().equalsIgnoreCase(title)).findFirst();
    }

    /** The first value of a label outside the sections' lists, or an empty string. */
    String value(String label) {
        return own.stream().filter(labelled -> labelled.label().equalsIgnoreCase(label)).flatMap(labelled -> labelled.values().stream()).findFirst().orElse("");
    }

    /** The version in the last line, or an empty string. */
    String version() {
        return footer.isEmpty() ? "" : footer.getLast().values().getFirst();
    }

    /** Everything under its name: labels, sections, last line. */
    List<Labelled> labels() {
        List<Labelled> labels = new ArrayList<>(own);
        sections.forEach(section -> labels.addAll(section.labels()));
        labels.addAll(footer);
        return labels;
    }
}
