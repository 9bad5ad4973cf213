package dev.spoor.ui.control;

import dev.spoor.query.text.Span;
import dev.spoor.ui.common.SafeText;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A text of unknown origin in which some characters are marked by ground and underline. */
public final class MarkedText {
    private MarkedText() {}

    /** The text with these characters marked, which are in order and do not overlap. */
    public static TextFlow of(String value, List<Span> marks) {
        TextFlow flow = new TextFlow();
        int at = 0;
        for (Span mark : marks) {
            add(flow, value.substring(at, mark.start()));
            Label marked = Widgets.label(SafeText.line(value.substring(mark.start(), mark.end())), "code", "mark");
            marked.setWrapText(true);
            flow.getChildren().add(marked);
            at = mark.end();
        }
        add(flow, value.substring(at));
        return flow;
    }

    private static void add(TextFlow flow, String text) {
        if (!text.isEmpty()) {
            Text node = new Text(SafeText.block(text));
            node.getStyleClass().add("code-text");
            flow.getChildren().add(node);
        }
    }
}
