package dev.spoor.ui.guide;

import dev.spoor.triage.Alert;
import dev.spoor.triage.Decision;
import dev.spoor.triage.Status;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.Tasks;
import dev.spoor.ui.control.Dialogs;
import dev.spoor.ui.control.Widgets;
import dev.spoor.workbench.Guides;
import dev.spoor.workbench.OpenSteps;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** Asks why alerts are closed although steps of their guides have no answer. */
final class OpenStepsQuestion {
    private static final List<String> REASONS = List.of("guide.why.enough", "guide.why.same", "guide.why.noData", "guide.why.other");
    private final Guides guides;
    private final Tasks tasks;
    private final Dialogs dialogs;
    private final Consumer<String> notice;

    OpenStepsQuestion(Guides guides, Tasks tasks, Dialogs dialogs, Consumer<String> notice) {
        this.guides = guides;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.notice = notice;
    }

    void ask(Map<Decision, List<Alert>> decisions, Consumer<Map<Decision, List<Alert>>> go) {
        List<String> closed = new ArrayList<>();
        decisions.forEach(
                (decision, alerts) -> alerts.stream().filter(alert -> decision.status() == Status.CLOSED && alert.status() != Status.CLOSED).map(Alert::id).forEach(closed::add));
        if (closed.isEmpty()) {
            go.accept(decisions);
            return;
        }
        tasks.work(() -> guides.open(closed)).onSuccess(open -> {
            if (open.open() == 0) {
                go.accept(decisions);
            } else {
                why(open, closed.size()).ifPresent(reason -> go.accept(with(decisions, reason)));
            }
        }).onFailure(why -> notice.accept(Messages.text("decide.failed", why.message()))).start();
    }

    private Optional<String> why(OpenSteps open, int alerts) {
        ToggleGroup group = new ToggleGroup();
        VBox reasons = new VBox(8);
        for (String key : REASONS) {
            RadioButton button = new RadioButton(Messages.text(key));
            button.setToggleGroup(group);
            button.setId(key.replace('.', '-'));
            reasons.getChildren().add(button);
        }
        RadioButton other = (RadioButton) reasons.getChildren().getLast();
        TextField words = new TextField();
        words.setId("open-steps-words");
        words.setPromptText(Messages.text("guide.why.words"));
        words.setAccessibleText(Messages.text("guide.why.words"));
        String about = alerts == 1 ? Messages.text("guide.openOne", open.open(), open.steps()) : Messages.text("guide.openSeveral", open.open(), open.alerts(), alerts);
        Dialog<ButtonType> dialog = dialogs.asking("guide.openTitle", "guide.closeAnyway", new VBox(12, Widgets.wrapped(about, "plain"), reasons, words));
        Dialogs.confirmButton(dialog).disableProperty().bind(Bindings.createBooleanBinding(
                () -> group.getSelectedToggle() == null || other.isSelected() && words.getText().isBlank(), group.selectedToggleProperty(), words.textProperty()));
        dialog.setOnShown(event -> reasons.getChildren().getFirst().requestFocus());
        return dialog.showAndWait().filter(Dialogs::confirmed)
                .map(yes -> reason(about, group.getSelectedToggle() == other ? "" : ((RadioButton) group.getSelectedToggle()).getText(),
                        words.getText().strip()));
    }

    private static String reason(String about, String chosen, String words) {
        String between = chosen.isEmpty() || words.isEmpty() ? "" : ": ";
        return about + " " + chosen + between + words;
    }

    private static Map<Decision, List<Alert>> with(Map<Decision, List<Alert>> decisions, String reason) {
        Map<Decision, List<Alert>> asked = new LinkedHashMap<>();
        decisions.forEach((decision, alerts) -> {
            String note = decision.note().isEmpty() ? reason : decision.note() + "\n" + reason;
            asked.put(decision.status() == Status.CLOSED ? new Decision(decision.status(), decision.reason(), note, decision.tags()) : decision, alerts);
        });
        return asked;
    }
}
