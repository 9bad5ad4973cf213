package dev.spoor.rule.reader.elastic;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.spoor.rule.GuideSection;
import dev.spoor.rule.Labelled;
import dev.spoor.rule.reader.Links;
import dev.spoor.rule.reader.elastic.ElasticMarkdownPageReader.Heading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of a Markdown page: title, description, labels, sections, query, framework. Reads the lines once, from top to bottom. */
final class MarkdownPage {
    private static final Pattern LABEL = Pattern.compile("\\*\\*([^*]+)\\*\\*:\\s*(.*)");
    private static final String QUERY_SECTION = "Rule query";
    private final List<Labelled> header = new ArrayList<>();
    private final List<Labelled> sections = new ArrayList<>();
    private final List<GuideSection> guide = new ArrayList<>();
    private final List<String> threatLines = new ArrayList<>();
    private final List<String> part = new ArrayList<>();
    private Heading title = new Heading("", "");
    private String description = "";
    private Optional<String> query = Optional.empty();
    private Place place = Place.DESCRIPTION;
    private String name = "";
    private boolean fenced;

    /** Where the reading is. */
    private enum Place {
        DESCRIPTION, LABEL, SECTION, FRAMEWORK
    }

    MarkdownPage(List<String> body) {
        body.forEach(this::accept);
        close();
    }

    private void accept(String line) {
        fenced ^= place == Place.SECTION && line.strip().startsWith("```");
        Matcher label = LABEL.matcher(line);
        boolean labelled = !fenced && label.matches();
        if (!fenced && line.startsWith("## ")) {
            close();
            begin(Place.SECTION, section(line.substring(3)));
        } else if (labelled && (place != Place.SECTION || label.group(1).equals(PageHeader.FRAMEWORK))) {
            close();
            begin(label.group(1).equals(PageHeader.FRAMEWORK) ? Place.FRAMEWORK : Place.LABEL, label.group(1));
            label(label.group(1), label.group(2));
        } else if (title.text().isEmpty() && line.startsWith("# ")) {
            title = Heading.of(line.substring(2));
        } else {
            part.add(line);
        }
    }

    private void begin(Place next, String what) {
        place = next;
        name = what;
    }

    private void label(String label, String value) {
        if (place == Place.FRAMEWORK) {
            sections.add(new Labelled(label, value.isBlank() ? List.of() : List.of(Links.plain(value))));
        } else if (!value.isBlank()) {
            part.add(value);
        }
    }

    private String section(String line) {
        Heading heading = Heading.of(line);
        sections.add(new Labelled(heading.text(), heading.anchor().isEmpty() ? List.of() : List.of(heading.anchor())));
        return heading.text();
    }

    private void close() {
        String text = String.join("\n", part).strip();
        switch (place) {
            case DESCRIPTION -> description = text;
            case LABEL -> header.add(new Labelled(name, values()));
            case SECTION -> closeSection(text);
            case FRAMEWORK -> threatLines.addAll(part);
        }
        part.clear();
    }

    private void closeSection(String text) {
        if (name.equals(QUERY_SECTION)) {
            query = codeBlock();
        } else if (!text.isEmpty()) {
            guide.add(new GuideSection(name, text));
        }
    }

    /** List items and other lines of a label, each a value. */
    private List<String> values() {
        return part.stream().filter(line -> !line.isBlank()).map(String::strip)
                .map(line -> line.startsWith("* ") || line.startsWith("- ") ? line.substring(2) : line).map(Links::plain).toList();
    }

    /** The first code block of the section; what stands around it is kept as labels. */
    private Optional<String> codeBlock() {
        List<String> code = new ArrayList<>();
        List<String> around = new ArrayList<>();
        boolean inside = false;
        int blocks = 0;
        for (String line : part) {
            if (line.strip().startsWith("```")) {
                inside = !inside;
                blocks += inside ? 1 : 0;
                if (inside && blocks == 1 && line.strip().length() > 3) {
                    sections.add(new Labelled(QUERY_SECTION + " / code block", List.of(line.strip().substring(3).strip())));
                }
            } else if (inside && blocks == 1) {
                code.add(line);
            } else if (!line.isBlank()) {
                around.add(line.strip());
            }
        }
        if (!around.isEmpty()) {
            sections.add(new Labelled(QUERY_SECTION + " / note", around));
        }
        String text = String.join("\n", code).strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** The rule's name, without the anchor. */
    String name() {
        return title.text();
    }

    Optional<String> anchor() {
        return title.anchor().isEmpty() ? Optional.empty() : Optional.of(title.anchor());
    }

    String description() {
        return description;
    }

    /** The labels before the first section. */
    List<Labelled> header() {
        return header;
    }

    /** The sections' names with their anchors, and what else stands beside query and framework. */
    List<Labelled> sections() {
        return sections;
    }

    List<GuideSection> guide() {
        return guide;
    }

    Optional<String> query() {
        return query;
    }

    List<String> threatLines() {
        return threatLines;
    }
}
