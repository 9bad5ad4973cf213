package dev.spoor.ui.evidence;

import dev.spoor.job.Job;
import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.common.Tasks;
import dev.spoor.ui.control.Badge;
import dev.spoor.ui.control.CopyButton;
import dev.spoor.ui.control.Dialogs;
import dev.spoor.ui.control.TextLines;
import dev.spoor.ui.control.Widgets;
import dev.spoor.workbench.Difference;
import dev.spoor.workbench.Difference.Check;
import dev.spoor.workbench.Investigation;
import dev.spoor.workbench.Verification;
import dev.spoor.workbench.VerifyRequest;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.AnimationTimer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Checks the case against its evidence, its rules and its journal in the background, and tells the result kind by kind. Window thread only. */
public final class VerifyDialog {
    private final Investigation investigation;
    private final Tasks tasks;
    private final Dialogs dialogs;
    private final Desktop desktop;

    /** For a case. */
    public VerifyDialog(Investigation investigation, Tasks tasks, Dialogs dialogs, Desktop desktop) {
        this.investigation = investigation;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.desktop = desktop;
    }

    /** Where the check stands; written by the check, read by the window. */
    private static final class Progress implements Job {
        private final AtomicBoolean cancelled = new AtomicBoolean();
        private final AtomicReference<String> words = new AtomicReference<>("");
        private final ConcurrentLinkedQueue<Difference> differences = new ConcurrentLinkedQueue<>();

        @Override public void report(String step, long done, long total) {
            words.set(total > 0 ? Messages.text("verify.step", SafeText.line(step, 120), done * 100 / total) : SafeText.line(step, 120));
        }

        @Override public boolean cancelled() {
            return cancelled.get();
        }
    }

    /** Starts the check and shows it. Leaving the dialog ends the check. */
    public void show() {
        Progress progress = new Progress();
        VBox content = new VBox(12);
        content.setPrefHeight(440);
        Label step = Widgets.wrapped(Messages.text("verify.begin"), "plain");
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(Messages.text("verify.title"));
        Button cancel = Widgets.button("action.cancel", () -> progress.cancelled.set(true));
        cancel.setId("verify-cancel");
        content.getChildren().setAll(Widgets.wrapped(Messages.text("verify.what"), "muted"), step, bar, cancel);
        AnimationTimer timer = new AnimationTimer() {
            @Override public void handle(long now) {
                step.setText(progress.words.get());
            }
        };
        timer.start();
        tasks.work(() -> investigation.verify(VerifyRequest.DEFAULT, progress.differences::add, progress))
                .onSuccess(result -> content.getChildren().setAll(result(result, List.copyOf(progress.differences))))
                .onFailure(why -> content.getChildren().setAll(Widgets.wrapped(SafeText.block(why.message()), "warning-text"))).andFinally(timer::stop).start();
        Dialog<ButtonType> dialog = dialogs.showing("verify.title", content);
        dialog.getDialogPane().setPrefWidth(800);
        dialog.setResizable(true);
        dialog.setOnHidden(event -> {
            progress.cancelled.set(true);
            timer.stop();
        });
        dialog.showAndWait();
    }

    private VBox result(Verification result, List<Difference> differences) {
        long wrong = result.differing().values().stream().mapToLong(Long::longValue).sum();
        Label sentence = Widgets.wrapped(wrong == 0 ? Messages.text("verify.holds") : Messages.text("verify.differs", wrong), wrong == 0 ? "text-strong" : "damage");
        sentence.setId("verify-result");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("field-grid");
        for (Check check : Check.values()) {
            row(grid, check, result);
        }
        HBox head = new HBox(4, Widgets.label(Messages.text("verify.head", result.lines()), "muted"), Widgets.value(Formats.hash(result.head()), "code"),
                new CopyButton(result::head, Messages.text("verify.headName"), desktop));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(12, sentence, grid, head);
        if (!differences.isEmpty()) {
            TextLines lines = new TextLines(String.join("\n", differences.stream().map(VerifyDialog::line).toList()));
            lines.setId("verify-differences");
            VBox.setVgrow(lines, Priority.ALWAYS);
            box.getChildren().add(lines);
        }
        VBox.setVgrow(box, Priority.ALWAYS);
        return box;
    }

    private static String line(Difference one) {
        String what = Messages.text("verify.result." + one.result().name().toLowerCase(Locale.ROOT)) + " · " + Messages.text("verify.check." + one.check().word());
        return SafeText.line(what + " · " + (one.subject().isEmpty() ? "" : one.subject() + ": ") + one.text());
    }

    private static void row(GridPane grid, Check check, Verification result) {
        long wrong = result.differing().getOrDefault(check, 0L);
        long unchecked = result.unchecked().getOrDefault(check, 0L);
        Badge badge = wrong > 0 ? new Badge(Messages.text("verify.differences", wrong), Badge.Kind.DANGER)
                : unchecked > 0 ? new Badge(Messages.text("verify.unchecked", unchecked), Badge.Kind.WARNING) : new Badge(Messages.text("verify.same"), Badge.Kind.GOOD);
        Label name = Widgets.label(Messages.text("verify.check." + check.word()), "plain");
        name.setMinWidth(180);
        grid.addRow(check.ordinal(), name, badge, Widgets.label("  " + count(check, result), "muted"));
    }

    private static String count(Check check, Verification result) {
        return switch (check) {
            case EVIDENCE -> Messages.text("verify.count.evidence", result.sources());
            case EVENT -> Messages.text("verify.count.event", result.events());
            case RULE -> Messages.text("verify.count.rule", result.rules());
            case ALERT -> Messages.text("verify.count.alert", result.alerts());
            case DECISION -> Messages.text("verify.count.decision", result.decisions());
            case JOURNAL -> Messages.text("verify.count.journal", result.lines());
            case FILE, EXCEPTION -> "";
        };
    }
}
