package dev.spoor.ui.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * The searches that Elastic's guides carry as <code>!{name{json}}</code> on a line of their own: shown with their label, their description and their
 * definition.
 */
final class GuideSearch {
    /** Info string of the code block that stands for such a line. */
    static final String INFO = "guide-search";
    private static final ObjectMapper JSON = new ObjectMapper();

    private GuideSearch() {}

    /** The text with each such line put into a fenced block, so that Markdown leaves its characters alone. */
    static String fenced(String markdown) {
        if (!markdown.contains("!{")) {
            return markdown;
        }
        StringBuilder out = new StringBuilder(markdown.length() + 200);
        markdown.lines().forEach(line -> {
            String trimmed = line.strip();
            if (trimmed.startsWith("!{") && trimmed.endsWith("}}") && !trimmed.contains("~~~~")) {
                String indent = line.substring(0, line.indexOf('!'));
                out.append(indent).append("~~~~ ").append(INFO).append('\n').append(line).append('\n').append(indent).append("~~~~\n");
            } else {
                out.append(line).append('\n');
            }
        });
        return out.toString();
    }

    /** The view of a fenced line. */
    static Node view(String literal) {
        String text = literal.strip();
        int brace = text.indexOf('{', 2);
        String json = brace < 0 ? "" : text.substring(brace, text.length() - 1);
        VBox box = new VBox(4);
        box.getStyleClass().add("guide-search");
        String name = brace < 0 ? "" : text.substring(2, brace);
        HBox head =
                new HBox(8, new Badge(Messages.text("guide.search"), Badge.Kind.PLAIN), Widgets.wrapped(SafeText.line(label(json, "label", name), SafeText.SHORT), "text-strong"));
        head.setAlignment(Pos.CENTER_LEFT);
        box.getChildren().add(head);
        String description = label(json, "description", "");
        if (!description.isBlank()) {
            box.getChildren().add(new ValueView(description, "muted"));
        }
        box.getChildren().add(new ValueView(text, "code", "muted"));
        return box;
    }

    private static String label(String json, String name, String otherwise) {
        try {
            JsonNode tree = JSON.readTree(json);
            return tree == null ? otherwise : tree.path(name).asText(otherwise);
        } catch (JsonProcessingException e) {
            return otherwise;
        }
    }
}
