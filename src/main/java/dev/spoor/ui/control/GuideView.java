package dev.spoor.ui.control;

import dev.spoor.rule.Rule;
import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import java.util.List;
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
        list("rule.falsePositives", rule.falsePositives(), desktop);
        references(rule.references(), desktop);
    }

    private void list(String titleKey, List<String> texts, Desktop desktop) {
        if (!texts.isEmpty()) {
            getChildren().add(Widgets.label(Messages.text(titleKey), "section-title"));
            texts.forEach(text -> getChildren().add(new MarkdownView(text, desktop)));
        }
    }

    private void references(List<String> references, Desktop desktop) {
        if (!references.isEmpty()) {
            VBox box = new VBox(4, Widgets.label(Messages.text("rule.references"), "section-title"));
            references.forEach(reference -> box.getChildren().add(LinkView.of(reference, reference, desktop)));
            getChildren().add(box);
        }
    }
}
