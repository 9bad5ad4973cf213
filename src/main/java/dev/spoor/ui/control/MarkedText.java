package dev.spoor.ui.control;

import dev.spoor.query.text.Span;
import dev.spoor.ui.common.SafeText;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A text of unknown origin in which some characters are marked by ground and underline. */
public final class MarkedText {
    private static final int LONGEST_PIECE = 24;
    private static final int SHORTEST_PIECE = 6;
    private static final String BREAKS = " \\/-,;&=";

    private MarkedText() {}

    /** The text with these characters marked, which are in order and do not overlap. */
    public static TextFlow of(String value, List<Span> marks) {
        TextFlow flow = new TextFlow();
        int at = 0;
        for (Span mark : marks) {
            add(flow, value.substring(at, mark.start()));
            pieces(value.substring(mark.start(), mark.end())).forEach(piece -> flow.getChildren().add(Widgets.label(SafeText.line(piece), "code", "mark")));
            at = mark.end();
        }
        add(flow, value.substring(at));
        return flow;
    }

    /** Marked characters in pieces between which a line may end: a label within a flow of text does not break. */
    static List<String> pieces(String marked) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < marked.length(); at++) {
            boolean end = at - from + 1 >= LONGEST_PIECE && !Character.isHighSurrogate(marked.charAt(at));
            if (end || at - from + 1 >= SHORTEST_PIECE && BREAKS.indexOf(marked.charAt(at)) >= 0) {
                pieces.add(marked.substring(from, at + 1));
                from = at + 1;
            }
        }
        if (from < marked.length()) {
            pieces.add(marked.substring(from));
        }
        return pieces;
    }

    private static void add(TextFlow flow, String text) {
        if (!text.isEmpty()) {
            Text node = new Text(SafeText.block(text));
            node.getStyleClass().add("code-text");
            flow.getChildren().add(node);
        }
    }
}
