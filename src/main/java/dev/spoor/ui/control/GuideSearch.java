package dev.spoor.ui.control;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.spoor.rule.GuideStep;
import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * The searches and osquery queries that Elastic's guides carry as <code>!{name{json}}</code> on a line or list item of their own: shown with their label, their description and
 * what they ask, in words. What cannot be read as a step is shown as it is written.
 */
final class GuideSearch {
    /** Info string of the code block that stands for such a line. */
    static final String INFO = "guide-search";
    private static final Pattern LINE = Pattern.compile("(\\s*)([-*] +)?(!\\{.*\\}\\})\\s*");

    private GuideSearch() {}

    /** The text with each such line put into a fenced block, so that Markdown leaves its characters alone. */
    static String fenced(String markdown) {
        if (!markdown.contains("!{")) {
            return markdown;
        }
        StringBuilder out = new StringBuilder(markdown.length() + 200);
        markdown.lines().forEach(line -> {
            Matcher step = LINE.matcher(line);
            if (step.matches() && !line.contains("~~~~")) {
                String marker = step.group(2) == null ? "" : step.group(2);
                String indent = step.group(1) + " ".repeat(marker.length());
                out.append(step.group(1)).append(marker).append("~~~~ ").append(INFO).append('\n').append(indent).append(step.group(3)).append('\n').append(indent)
                        .append("~~~~\n");
            } else {
                out.append(line).append('\n');
            }
        });
        return out.toString();
    }

    /** The view of a fenced line. */
    static Node view(String literal) {
        String text = literal.strip();
        return GuideStep.parse(text).map(GuideSearch::view).orElseGet(() -> new ValueView(text, "code", "muted"));
    }

    private static Node view(GuideStep step) {
        VBox box = new VBox(4);
        box.getStyleClass().add("guide-search");
        String kind = Messages.text(step instanceof GuideStep.Osquery ? "guide.osquery" : "guide.search");
        HBox head = new HBox(8, new Badge(kind, Badge.Kind.PLAIN), Widgets.wrapped(SafeText.line(step.label(), SafeText.SHORT), "text-strong"));
        head.setAlignment(Pos.CENTER_LEFT);
        box.getChildren().add(head);
        switch (step) {
            case GuideStep.Search search -> search(search, box);
            case GuideStep.Osquery osquery -> osquery(osquery, box);
            case GuideStep.DrillDown drillDown -> box.getChildren().add(new ValueView(drillDown.search(), "code"));
        }
        return box;
    }

    private static void search(GuideStep.Search search, VBox box) {
        if (!search.description().isBlank()) {
            box.getChildren().add(new ValueView(search.description(), "muted"));
        }
        for (List<GuideStep.Condition> all : search.alternatives()) {
            String words = all.stream().map(GuideSearch::words).collect(Collectors.joining(" " + Messages.text("guide.and") + " "));
            box.getChildren().add(new ValueView(all == search.alternatives().getFirst() ? words : Messages.text("guide.or") + " " + words, "code"));
        }
        if (!search.from().isEmpty() || !search.to().isEmpty()) {
            String from = SafeText.line(search.from(), 60);
            box.getChildren()
                    .add(Widgets.wrapped(Messages.text("guide.window", from.isEmpty() ? Formats.NONE : from, search.to().isEmpty() ? "now" : SafeText.line(search.to(), 60)),
                            "muted"));
        }
    }

    private static String words(GuideStep.Condition condition) {
        if (condition.kind().equals("exists")) {
            return condition.field() + " " + Messages.text(condition.excluded() ? "guide.missing" : "guide.exists");
        }
        return condition.field() + " " + Messages.text(condition.excluded() ? "guide.isNot" : "guide.is") + " " + condition.value();
    }

    private static void osquery(GuideStep.Osquery osquery, VBox box) {
        box.getChildren().add(new ValueView(osquery.query(), "code"));
        for (GuideStep.Mapping mapping : osquery.mapping()) {
            box.getChildren().add(new ValueView(Messages.text(mapping.fixed() ? "guide.fixed" : "guide.column", mapping.field(), mapping.column()), "muted"));
        }
    }
}
