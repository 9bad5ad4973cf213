package dev.spoor.ui.control;

import dev.spoor.rule.Severity;
import dev.spoor.ui.common.Messages;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/** A severity as shape and word, so that it never depends on its colour. */
public final class SeverityMark extends HBox {
    private static final String SIGN = "*";

    /** The mark of a severity. */
    public SeverityMark(Severity severity) {
        super(8, shape(severity), new Label(word(severity)));
        getStyleClass().add("severity-mark");
    }

    /** Says by a sign behind the word that the rule itself says something else. */
    public void other(boolean otherThanRule) {
        Label label = (Label) getChildren().getLast();
        String plain = label.getText().replace(SIGN, "");
        label.setText(otherThanRule ? plain + SIGN : plain);
    }

    /** The word: Critical, High, Medium, Low, Info. */
    public static String word(Severity severity) {
        return Messages.text("severity." + severity.word());
    }

    /** The shape alone, 12 × 12, for places where the word or a count stands beside it. */
    public static StackPane shape(Severity severity) {
        SVGPath path = new SVGPath();
        path.setContent(switch (severity) {
            case CRITICAL -> "M6 .3 11.7 6 6 11.7 .3 6Z";
            case HIGH -> "M6 .8 11.8 11.2H.2Z";
            case MEDIUM -> "M2.2 1.2H9.8A1 1 0 0 1 10.8 2.2V9.8A1 1 0 0 1 9.8 10.8H2.2A1 1 0 0 1 1.2 9.8V2.2A1 1 0 0 1 2.2 1.2Z";
            case LOW -> "M11 6A5 5 0 1 1 1 6A5 5 0 1 1 11 6Z";
            case INFORMATIONAL -> "M10.2 6A4.2 4.2 0 1 1 1.8 6A4.2 4.2 0 1 1 10.2 6Z";
        });
        path.getStyleClass().addAll("severity-shape", "severity-" + severity.word());
        StackPane box = new StackPane(path);
        box.setMinSize(12, 12);
        box.setPrefSize(12, 12);
        box.setMaxSize(12, 12);
        return box;
    }
}
