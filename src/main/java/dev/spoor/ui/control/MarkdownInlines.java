package dev.spoor.ui.control;

import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/** The inside of a Markdown paragraph as a text that flows. */
final class MarkdownInlines {
    private static final int BOXED = 60;
    private static final int DEEPEST = 30;
    private final Desktop desktop;

    MarkdownInlines(Desktop desktop) {
        this.desktop = desktop;
    }

    TextFlow flow(org.commonmark.node.Node block) {
        TextFlow flow = new TextFlow();
        add(block, List.of(), flow.getChildren(), 0);
        return flow;
    }

    private void add(org.commonmark.node.Node parent, List<String> classes, List<Node> into, int depth) {
        for (org.commonmark.node.Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case org.commonmark.node.Text text -> into.add(text(text.getLiteral(), classes));
                case Code code -> into.add(code(code.getLiteral()));
                case SoftLineBreak line -> into.add(text(" ", classes));
                case HardLineBreak line -> into.add(new Text("\n"));
                case HtmlInline html -> into.add(text(html.getLiteral(), classes));
                case Link link -> into.add(LinkView.of(words(link), link.getDestination(), desktop));
                case Image image -> {
                    into.add(text(Messages.text("markdown.image", words(image)) + " ", with(classes, "text-italic")));
                    into.add(LinkView.of(image.getDestination(), image.getDestination(), desktop));
                }
                case StrongEmphasis strong when depth < DEEPEST -> add(strong, with(classes, "text-strong"), into, depth + 1);
                case Emphasis emphasis when depth < DEEPEST -> add(emphasis, with(classes, "text-italic"), into, depth + 1);
                default -> into.add(text(words(node), classes));
            }
        }
    }

    private static Text text(String literal, List<String> classes) {
        Text text = new Text(SafeText.block(literal));
        text.getStyleClass().add("prose");
        text.getStyleClass().addAll(classes);
        return text;
    }

    private static Node code(String literal) {
        if (literal.length() > BOXED) {
            return text(literal, List.of("code-prose"));
        }
        Label label = Widgets.label(SafeText.line(literal), "inline-code");
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    private static List<String> with(List<String> classes, String more) {
        List<String> all = new ArrayList<>(classes);
        all.add(more);
        return all;
    }

    /** The plain words under a node, found without recursion. */
    private static String words(org.commonmark.node.Node top) {
        StringBuilder out = new StringBuilder();
        org.commonmark.node.Node node = top.getFirstChild();
        while (node != null) {
            switch (node) {
                case org.commonmark.node.Text text -> out.append(text.getLiteral());
                case Code code -> out.append(code.getLiteral());
                case HtmlInline html -> out.append(html.getLiteral());
                case SoftLineBreak line -> out.append(' ');
                default -> {}
            }
            node = following(node, top);
        }
        return out.toString();
    }

    private static org.commonmark.node.Node following(org.commonmark.node.Node from, org.commonmark.node.Node top) {
        if (from.getFirstChild() != null) {
            return from.getFirstChild();
        }
        org.commonmark.node.Node node = from;
        while (node != top && node.getNext() == null) {
            node = node.getParent();
        }
        return node == top ? null : node.getNext();
    }
}
