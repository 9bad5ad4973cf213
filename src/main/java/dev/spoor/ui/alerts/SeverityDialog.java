package dev.spoor.ui.alerts;

import dev.spoor.rule.Severity;
import dev.spoor.triage.Alert;
import dev.spoor.triage.GivenSeverity;
import dev.spoor.triage.GivenSeverity.Scope;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.control.Dialogs;
import dev.spoor.ui.control.SeverityMark;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Asks for the severity that alerts should have, why, and whether it holds for all that look like them. */
final class SeverityDialog {
    private final ToggleGroup group = new ToggleGroup();
    private final TextArea reason;
    private final CheckBox variants = new CheckBox();
    private final List<Alert> alerts;
    private final Dialog<ButtonType> dialog;

    SeverityDialog(Dialogs dialogs, Label about, TextArea reason, List<Alert> alerts) {
        this.alerts = alerts;
        this.reason = reason;
        VBox choices = new VBox(8);
        for (Severity severity : Arrays.asList(Severity.values()).reversed()) {
            RadioButton button = choice(severity.word(), "", Optional.of(severity));
            StackPane mark = new StackPane(new SeverityMark(severity));
            mark.setPadding(new Insets(0, 0, 0, 6));
            button.setGraphic(mark);
            button.setAccessibleText(SeverityMark.word(severity));
            choices.getChildren().add(button);
        }
        choices.getChildren().add(choice("rule", Messages.text("severity.asRule"), Optional.empty()));
        long kinds = alerts.stream().map(alert -> alert.variant().id()).distinct().count();
        variants.setId("severity-variants");
        variants.setText(Messages.text("severity.variants", kinds));
        variants.setWrapText(true);
        dialog = dialogs.asking("severity.title", "severity.confirm", new VBox(12, about, choices, reason, variants));
        Dialogs.confirmButton(dialog).disableProperty()
                .bind(Bindings.createBooleanBinding(() -> group.getSelectedToggle() == null || wanted().isPresent() && reason.getText().isBlank(),
                        group.selectedToggleProperty(), reason.textProperty()));
        dialog.setOnShown(event -> ((RadioButton) group.getToggles().getFirst()).requestFocus());
    }

    private RadioButton choice(String word, String text, Optional<Severity> severity) {
        RadioButton button = new RadioButton(text);
        button.setToggleGroup(group);
        button.setUserData(severity);
        button.setId("severity-" + word);
        return button;
    }

    private Optional<Severity> wanted() {
        return ((Optional<?>) group.getSelectedToggle().getUserData()).map(Severity.class::cast);
    }

    /** What to give; empty if the user changed their mind. */
    Optional<List<GivenSeverity>> ask() {
        return dialog.showAndWait().filter(Dialogs::confirmed).map(yes -> variants.isSelected() ? GivenSeverity.toVariants(alerts, wanted(), reason.getText().strip())
                : alerts.stream().map(alert -> new GivenSeverity(Scope.ALERT, alert.id(), wanted(), reason.getText().strip(), "", 0)).distinct().toList());
    }
}
