package dev.spoor.ui.control;

import dev.spoor.rule.Rule;
import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** A rule's guide with its companions, its known false positives and its references. */
public final class GuideView extends VBox {
    /** Shows what the rule has of it. */
    public GuideView(Rule rule, Desktop desktop) {
        super(12);
        getStyleClass().add("guide");
        rule.guide().forEach(section -> getChildren().addAll(Widgets.wrapped(SafeText.line(section.title(), SafeText.SHORT), "section-title"),
                new MarkdownView(section.markdown(), desktop)));
        if (rule.guide().isEmpty()) {
            getChildren().add(Widgets.wrapped(Messages.text("guide.none"), "muted"));
        }
        getChildren().addAll(companions(rule, desktop));
    }

    /** What stands below a guide: known false positives and references; empty where the rule has neither. */
    public static List<Node> companions(Rule rule, Desktop desktop) {
        List<Node> nodes = new ArrayList<>();
        if (!rule.falsePositives().isEmpty()) {
            nodes.add(Widgets.label(Messages.text("rule.falsePositives"), "section-title"));
            rule.falsePositives().forEach(text -> nodes.add(new MarkdownView(text, desktop)));
        }
        if (!rule.references().isEmpty()) {
            VBox box = new VBox(4, Widgets.label(Messages.text("rule.references"), "section-title"));
            rule.references().forEach(reference -> box.getChildren().add(LinkView.of(reference, reference, desktop)));
            nodes.add(box);
        }
        return nodes;
    }
}
