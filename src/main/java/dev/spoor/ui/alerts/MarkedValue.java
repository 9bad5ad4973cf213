package dev.spoor.ui.alerts;

import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.control.ValueView;
import dev.spoor.ui.control.Widgets;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A value in which the words of a query are marked by ground and underline. */
final class MarkedValue {
    private MarkedValue() {}

    static Node of(String value, NamedFields named) {
        List<NamedFields.Mark> marks = value.length() > SafeText.SHORT ? List.of() : named.marks(value);
        if (marks.isEmpty()) {
            return new ValueView(value, "code");
        }
        TextFlow flow = new TextFlow();
        int at = 0;
        for (NamedFields.Mark mark : marks) {
            add(flow, value.substring(at, mark.start()));
            flow.getChildren().add(Widgets.label(SafeText.line(value.substring(mark.start(), mark.end())), "code", "mark"));
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
