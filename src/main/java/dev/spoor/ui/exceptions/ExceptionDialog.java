package dev.spoor.ui.exceptions;

import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.triage.Alert;
import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.common.Times;
import dev.spoor.ui.control.Dialogs;
import dev.spoor.ui.control.Widgets;
import dev.spoor.workbench.SampleTrial;
import dev.spoor.workbench.Suppressed;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** The editor as a dialog: what is excepted at the left, what would vanish at the right. Saving is off while a true positive would vanish and nobody said why. */
final class ExceptionDialog {
    /**
     * What was decided.
     *
     * @param items what to keep
     * @param close the alerts to close
     */
    record Answer(List<ExceptionItem> items, List<Alert> close) {}

    private static final double WIDTH = 1180;
    private static final double HEIGHT = 776;
    private final PreviewModel preview;
    private final ExceptionForm form;
    private final CheckBox closeMatching = new CheckBox();
    private final TextField override = new TextField();
    private final Hyperlink overriding = new Hyperlink(Messages.text("except.override"));
    private final Label hint = Widgets.wrapped("", "muted");
    private final Dialog<ButtonType> dialog;
    private final Button save;

    ExceptionDialog(Dialogs dialogs, EditedException edited, EditorGround ground, String analyst, PreviewModel preview, Desktop desktop, Times times) {
        this.preview = preview;
        form = new ExceptionForm(edited, ground, dialogs, analyst, this::changed);
        dialog = dialogs.asking(edited.before().isEmpty() ? "except.titleAdd" : "except.titleEdit", "except.save", content(desktop, times));
        dialog.setHeaderText(edited.others().isEmpty() || edited.before().isPresent()
                ? Messages.text(edited.before().isEmpty() ? "except.headAdd" : "except.headEdit", SafeText.line(edited.ruleName(), 120))
                : Messages.text("except.headSelection", SafeText.line(edited.ruleName(), 100), edited.others().size()));
        save = Dialogs.confirmButton(dialog);
        save.setId("except-save");
        size();
        preview.stateProperty().subscribe(state -> gate());
        preview.samplesProperty().subscribe(state -> gate());
        override.textProperty().subscribe(text -> gate());
        preview.ask(form.items(""));
        gate();
    }

    private void size() {
        Window owner = dialog.getOwner();
        dialog.getDialogPane().setMinSize(0, 0);
        dialog.getDialogPane().getStyleClass().add("except-dialog");
        dialog.getDialogPane().setPrefSize(Math.min(WIDTH, Math.max(860, owner.getWidth() - 40)), Math.min(HEIGHT, Math.max(480, owner.getHeight() - 40)));
        dialog.setResizable(true);
    }

    private BorderPane content(Desktop desktop, Times times) {
        ScrollPane left = Widgets.scrolling(form, "except.form");
        ScrollPane right = Widgets.scrolling(new PreviewPane(preview, desktop, times), "except.vanish");
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(500);
        left.setPrefWidth(700);
        right.setMinWidth(288);
        right.setPrefWidth(420);
        right.getStyleClass().add("except-side");
        HBox sides = new HBox(left, right);
        closeMatching.setId("except-close");
        closeMatching.setMinHeight(28);
        override.setId("except-override");
        override.setPromptText(Messages.text("except.overridePrompt"));
        override.setAccessibleText(Messages.text("except.overridePrompt"));
        override.setVisible(false);
        override.managedProperty().bind(override.visibleProperty());
        overriding.setId("except-overriding");
        overriding.getStyleClass().add("text-link");
        overriding.setMinWidth(VBox.USE_PREF_SIZE);
        overriding.managedProperty().bind(overriding.visibleProperty());
        overriding.setOnAction(event -> {
            override.setVisible(true);
            overriding.setVisible(false);
            override.requestFocus();
        });
        HBox.setHgrow(override, Priority.ALWAYS);
        HBox foot = new HBox(12, closeMatching, Widgets.spring(), hint, overriding, override);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("except-foot");
        BorderPane content = new BorderPane(sides);
        content.setBottom(foot);
        return content;
    }

    private void changed() {
        if (save != null) {
            preview.ask(form.items(""));
            gate();
        }
    }

    /** Whether it may be saved, and why not. */
    private void gate() {
        Optional<Suppressed> found = found();
        boolean real = found.map(Suppressed::hidesTruePositive).orElse(false);
        boolean hides = real || hidesSamples();
        int matching = found.map(one -> one.notClosed().size()).orElse(0);
        closeMatching.setText(Messages.text("except.closeMatching", matching));
        closeMatching.setDisable(matching == 0);
        override.setVisible(hides && override.isVisible());
        overriding.setVisible(hides && !override.isVisible());
        Optional<String> obstacle = form.obstacle().or(this::waiting)
                .or(() -> hides && overrideReason().isEmpty() ? Optional.of(Messages.text(real ? "except.obstacle.truePositive" : "except.obstacle.samples"))
                        : Optional.empty());
        hint.setText(obstacle.orElse(""));
        save.setDisable(obstacle.isPresent());
    }

    private boolean hidesSamples() {
        return preview.samplesProperty().get() instanceof PreviewModel.Samples.Done(SampleTrial trial) && !trial.hidden().isEmpty();
    }

    private Optional<String> waiting() {
        if (preview.samplesProperty().get() instanceof PreviewModel.Samples.Running) {
            return Optional.of(Messages.text("except.obstacle.samplesRun"));
        }
        return found().isPresent() ? Optional.empty() : Optional.of(Messages.text("except.obstacle.preview"));
    }

    private Optional<Suppressed> found() {
        return preview.stateProperty().get() instanceof PreviewModel.State.Ready(Suppressed suppressed, long millis) ? Optional.of(suppressed) : Optional.empty();
    }

    private String overrideReason() {
        return override.isVisible() ? override.getText().strip() : "";
    }

    /** Shows the dialog; the answer goes to the receiver unless the user changed their mind. */
    void show(Consumer<Answer> receiver) {
        dialog.setOnShown(event -> form.focusComment());
        dialog.setOnHidden(event -> {
            preview.stop();
            if (dialog.getResult() != null && Dialogs.confirmed(dialog.getResult())) {
                receiver.accept(answer());
            }
        });
        dialog.show();
    }

    private Answer answer() {
        Suppressed suppressed = found().orElse(Suppressed.NONE);
        String reason = suppressed.hidesTruePositive() || hidesSamples() ? Messages.text("except.overrideComment", overrideReason()) : "";
        return new Answer(form.items(reason), closeMatching.isSelected() ? suppressed.notClosed() : List.of());
    }
}
