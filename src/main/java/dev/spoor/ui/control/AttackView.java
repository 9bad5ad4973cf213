package dev.spoor.ui.control;

import dev.spoor.attack.Threat;
import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The ATT&CK mapping of a rule: tactic, its techniques, their sub-techniques, each with id, name and link. */
public final class AttackView extends VBox {
    /** Shows the mapping in the rule's order. */
    public AttackView(List<Threat> threats, Desktop desktop) {
        super(12);
        if (threats.isEmpty()) {
            getChildren().add(Widgets.wrapped(Messages.text("attack.none"), "muted"));
        }
        for (Threat threat : threats) {
            VBox card = new VBox(line("attack.tactic", threat.tactic(), 0, desktop));
            card.getStyleClass().addAll("card", "attack-card");
            for (Threat.Technique technique : threat.techniques()) {
                card.getChildren().add(line("attack.technique", technique.reference(), 1, desktop));
                technique.subtechniques().forEach(sub -> card.getChildren().add(line("attack.subtechnique", sub, 2, desktop)));
            }
            getChildren().add(card);
        }
    }

    private static HBox line(String kindKey, Threat.Reference reference, int depth, Desktop desktop) {
        Label kind = Widgets.label(Messages.text(kindKey), "muted");
        kind.setMinWidth(96);
        Label id = Widgets.label(SafeText.line(reference.id(), 40), "code");
        id.setMinWidth(88);
        Label name = Widgets.wrapped(SafeText.line(reference.name(), SafeText.SHORT), depth == 0 ? "text-strong" : "plain");
        name.setMinWidth(80);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox line = new HBox(8, kind, id, name);
        if (!reference.url().isBlank()) {
            Node link = LinkView.of(Messages.text("attack.open"), reference.url(), desktop);
            if (link instanceof Hyperlink web) {
                web.setWrapText(false);
                web.setMinWidth(USE_PREF_SIZE);
            }
            line.getChildren().add(link);
        }
        line.setAlignment(Pos.CENTER_LEFT);
        line.setPadding(new Insets(4, 0, 4, depth * 16.0));
        return line;
    }
}
