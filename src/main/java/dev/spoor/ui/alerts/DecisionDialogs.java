package dev.spoor.ui.alerts;

import dev.spoor.triage.Alert;
import dev.spoor.triage.Decision;
import dev.spoor.triage.GivenSeverity;
import dev.spoor.triage.Reason;
import dev.spoor.triage.Status;
import dev.spoor.triage.Vocabulary;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.control.Dialogs;
import dev.spoor.ui.control.Widgets;
import dev.spoor.workbench.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** Asks what is needed before alerts are closed. */
final class DecisionDialogs {
    private static final int LONGEST_NAME = 120;
    private final Dialogs dialogs;

    DecisionDialogs(Dialogs dialogs) {
        this.dialogs = dialogs;
    }

    /** Asks for the reason and a note; empty if the user changed their mind. */
    Optional<Decision> close(List<Alert> alerts) {
        ToggleGroup group = new ToggleGroup();
        VBox reasons = new VBox(8);
        for (Reason reason : Reason.values()) {
            RadioButton button = new RadioButton(Messages.text("reason." + reason.word()));
            button.setToggleGroup(group);
            button.setUserData(reason);
            button.setId("reason-" + reason.word());
            button.setTooltip(Widgets.tooltip(elsewhere(reason)));
            reasons.getChildren().add(button);
        }
        TextArea note = note("close.note");
        Dialog<ButtonType> dialog = dialogs.asking("close.title", "close.confirm", new VBox(12, about(alerts), reasons, note));
        Dialogs.confirmButton(dialog).disableProperty().bind(group.selectedToggleProperty().isNull());
        dialog.setOnShown(event -> ((Node) group.getToggles().getFirst()).requestFocus());
        return dialog.showAndWait().filter(Dialogs::confirmed)
                .map(yes -> new Decision(Status.CLOSED, Optional.of((Reason) group.getSelectedToggle().getUserData()), note.getText().strip(), List.of()));
    }

    /** What Elastic and Splunk call it. */
    private static String elsewhere(Reason reason) {
        return Messages.text("close.elsewhere", Vocabulary.ELASTIC.status(Status.CLOSED) + " · " + Vocabulary.ELASTIC.reason(Optional.of(reason)),
                Vocabulary.SPLUNK.status(Status.CLOSED) + " · " + Vocabulary.SPLUNK.reason(Optional.of(reason)));
    }

    /** Asks who looks after alerts; empty if the user changed their mind, an empty name for nobody. */
    Optional<String> assignee(List<Alert> alerts, String analyst) {
        TextField name = new TextField(analyst);
        name.setId("decision-assignee");
        name.setPromptText(Messages.text("assign.prompt"));
        name.setAccessibleText(Messages.text("assign.prompt"));
        Dialog<ButtonType> dialog = dialogs.asking("assign.title", "assign.confirm", new VBox(12, about(alerts), name));
        dialog.setOnShown(event -> name.requestFocus());
        return dialog.showAndWait().filter(Dialogs::confirmed).map(yes -> name.getText().strip());
    }

    /** A finding's name and narrative; empty if the user changed their mind. */
    Optional<Finding> finding(List<Alert> alerts, List<Finding> known) {
        ComboBox<String> name = new ComboBox<>();
        name.setId("finding-name");
        name.setEditable(true);
        name.setMaxWidth(Double.MAX_VALUE);
        name.getItems().setAll(known.stream().map(Finding::name).toList());
        name.setPromptText(Messages.text("finding.name"));
        name.setAccessibleText(Messages.text("finding.name"));
        TextArea narrative = note("finding.narrative");
        narrative.setPrefRowCount(8);
        name.getEditor().textProperty().subscribe(text -> known.stream().filter(finding -> finding.name().equals(text.strip())).findFirst()
                .ifPresent(finding -> narrative.setText(finding.narrative())));
        Dialog<ButtonType> dialog = dialogs.asking("finding.title", "finding.confirm", new VBox(12, about(alerts), name, narrative));
        Dialogs.confirmButton(dialog).disableProperty().bind(name.getEditor().textProperty().map(text -> text.isBlank() || text.length() > LONGEST_NAME));
        dialog.setOnShown(event -> name.requestFocus());
        return dialog.showAndWait().filter(Dialogs::confirmed).map(yes -> new Finding(name.getEditor().getText().strip(), narrative.getText().strip(), alerts));
    }

    /** Asks why it is a false positive; empty if the user changed their mind. */
    Optional<Decision> falsePositive(List<Alert> alerts) {
        TextArea note = note("falsePositive.note");
        Label why = Widgets.wrapped(Messages.text("falsePositive.why"), "muted");
        Dialog<ButtonType> dialog = dialogs.asking("falsePositive.title", "falsePositive.confirm", new VBox(12, about(alerts), note, why));
        Dialogs.confirmButton(dialog).disableProperty().bind(note.textProperty().map(String::isBlank));
        dialog.setOnShown(event -> note.requestFocus());
        return dialog.showAndWait().filter(Dialogs::confirmed)
                .map(yes -> new Decision(Status.CLOSED, Optional.of(Reason.FALSE_POSITIVE), note.getText().strip(), List.of()));
    }

    /** Asks for tags, separated by commas; empty if the user changed their mind. */
    Optional<List<String>> tags(List<Alert> alerts) {
        TextField tags = new TextField();
        tags.setId("decision-tags");
        tags.setPromptText(Messages.text("tag.prompt"));
        tags.setAccessibleText(Messages.text("tag.prompt"));
        Dialog<ButtonType> dialog = dialogs.asking("tag.title", "tag.confirm", new VBox(12, about(alerts), tags));
        Dialogs.confirmButton(dialog).disableProperty().bind(tags.textProperty().map(text -> split(text).isEmpty()));
        dialog.setOnShown(event -> tags.requestFocus());
        return dialog.showAndWait().filter(Dialogs::confirmed).map(yes -> split(tags.getText()));
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).filter(tag -> !tag.isEmpty()).distinct().toList();
    }

    /** Asks for a note; empty if the user changed their mind. */
    Optional<String> note(List<Alert> alerts) {
        TextArea note = note("note.prompt");
        Dialog<ButtonType> dialog = dialogs.asking("note.title", "note.confirm", new VBox(12, about(alerts), note));
        Dialogs.confirmButton(dialog).disableProperty().bind(note.textProperty().map(String::isBlank));
        dialog.setOnShown(event -> note.requestFocus());
        return dialog.showAndWait().filter(Dialogs::confirmed).map(yes -> note.getText().strip());
    }

    /** Asks for another severity; empty if the user changed their mind. */
    Optional<List<GivenSeverity>> severity(List<Alert> alerts) {
        return new SeverityDialog(dialogs, about(alerts), note("severity.reason"), alerts).ask();
    }

    private static Label about(List<Alert> alerts) {
        return Widgets.wrapped(alerts.size() == 1 ? SafeText.line(alerts.getFirst().rule().name(), 300) + " · " + SafeText.line(alerts.getFirst().host().orElse(""), 80)
                : Messages.text("decide.several", alerts.size()), "plain");
    }

    private static TextArea note(String key) {
        TextArea note = new TextArea();
        note.setId("decision-note");
        note.setPromptText(Messages.text(key));
        note.setAccessibleText(Messages.text(key));
        note.setWrapText(true);
        note.setPrefRowCount(4);
        return note;
    }
}
