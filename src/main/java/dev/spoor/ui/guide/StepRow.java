package dev.spoor.ui.guide;

import dev.spoor.rule.GuidePart;
import dev.spoor.triage.Alert;
import dev.spoor.triage.FilledStep;
import dev.spoor.triage.StepAnswer;
import dev.spoor.triage.StepAnswer.State;
import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.control.Badge;
import dev.spoor.ui.control.MarkdownView;
import dev.spoor.ui.control.ValueView;
import dev.spoor.ui.control.Widgets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A step: what it asks, its searches, what was answered; the one that is worked on shows the buttons to answer it. */
final class StepRow extends HBox {
    private static final double NOTE = 200;
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final List<State> ANSWERS = List.of(State.DONE, State.NOT_POSSIBLE, State.FINDING);
    private final GuideModel model;
    private final Alert alert;
    private final GuidePart.Task task;
    private final int number;
    private final int place;
    private boolean pressed;
    private final StackPane icon = new StackPane();
    private final Label word = Widgets.label("", "step-state");
    private final VBox answer = new VBox(4);
    private final FlowPane buttons = new FlowPane(8, 4);
    private final TextField note = new TextField();

    /**
     * A row.
     *
     * @param number as it is shown, counted in its list
     * @param place  counted over the whole guide
     */
    StepRow(GuideModel model, Alert alert, GuidePart.Task task, int number, int place, Desktop desktop, HitsDialog hits, Consumer<StepRow> chosen) {
        super(8);
        this.model = model;
        this.alert = alert;
        this.task = task;
        this.number = number;
        this.place = place;
        getStyleClass().add("step-row");
        icon.setMinWidth(20);
        icon.setAlignment(Pos.TOP_CENTER);
        Label shown = Widgets.label(Integer.toString(number), "muted");
        shown.setMinWidth(16);
        word.setMinWidth(USE_PREF_SIZE);
        Node words = words(desktop);
        HBox.setHgrow(words, Priority.ALWAYS);
        VBox content = new VBox(4, new HBox(8, words, word));
        HBox.setHgrow(content, Priority.ALWAYS);
        content.setMinWidth(0);
        searches(content, desktop, hits);
        content.getChildren().addAll(answer, buttons);
        answer.managedProperty().bind(answer.visibleProperty());
        getChildren().addAll(icon, shown, content);
        answering();
        setFocusTraversable(true);
        // What moves between press and release is missed: with the mouse a step becomes the current one when the click is over, and nothing moves before.
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> pressed = true);
        addEventFilter(MouseEvent.MOUSE_CLICKED, event -> {
            pressed = false;
            chosen.accept(this);
        });
        focusWithinProperty().subscribe((was, within) -> {
            if (within && !pressed) {
                chosen.accept(this);
            } else if (!within && !note.getText().strip().equals(model.answer(task.key()).note())) {
                give(model.answer(task.key()));
            }
        });
    }

    private Node words(Desktop desktop) {
        return task.text().isBlank() ? Widgets.label(Messages.text("guide.noWords"), "muted") : new MarkdownView(task.text(), desktop);
    }

    GuidePart.Task task() {
        return task;
    }

    int number() {
        return number;
    }

    private void searches(VBox content, Desktop desktop, HitsDialog hits) {
        List<FilledStep> steps = model.guideProperty().get().steps().getOrDefault(task.key(), List.of());
        FlowPane row = new FlowPane(8, 4);
        List<Node> below = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            FilledStep step = steps.get(i);
            if (step.language().equals("osquery")) {
                below.add(osquery(step));
            } else {
                GuideModel.Search search = new GuideModel.Search(task.key(), i);
                row.getChildren().add(new SearchButton(step, model.hits(search), found -> hits.show(step, found, model.answer(task.key()), model::give)));
                step.problem().ifPresent(why -> below.add(Widgets.wrapped(SafeText.line(why, SafeText.SHORT), "muted", "small")));
            }
            if (step.problem().isEmpty()) {
                step.notes().forEach(words -> below.add(Widgets.wrapped(SafeText.line(words, SafeText.SHORT), "muted", "small")));
            }
        }
        if (!row.getChildren().isEmpty()) {
            content.getChildren().add(row);
        }
        content.getChildren().addAll(below);
    }

    private Node osquery(FilledStep step) {
        Badge host = new Badge(Messages.text("guide.needsHost"), Badge.Kind.WARNING);
        Label words = Widgets.wrapped(Messages.text("guide.notFromLogs", SafeText.line(step.label(), 120)), "muted");
        HBox.setHgrow(words, Priority.ALWAYS);
        Button add = Widgets.button("guide.collect", () -> {});
        add.getStyleClass().add("link-button");
        add.setId("step-" + place + "-collect");
        add.setTooltip(Widgets.tooltip(SafeText.line(step.query(), SafeText.SHORT)));
        add.setOnAction(event -> model.collect(step, alert, () -> {
            add.setText(Messages.text("guide.collected"));
            add.setDisable(true);
        }));
        HBox row = new HBox(8, host, words, add);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void answering() {
        HBox states = new HBox();
        states.getStyleClass().add("segments");
        for (State state : ANSWERS) {
            Button button =
                    Widgets.button("guide.answer." + state.word(), () -> give(model.answer(task.key()).with(model.answer(task.key()).state() == state ? State.OPEN : state)));
            button.setGraphic(Widgets.icon(icon(state), 14));
            button.setId("step-" + place + "-" + state.word());
            button.setAccessibleText(Messages.text("guide.answerStep", number, Messages.text("guide.answer." + state.word())));
            states.getChildren().add(button);
        }
        note.setPromptText(Messages.text("guide.note"));
        note.setAccessibleText(Messages.text("guide.noteStep", number));
        note.setId("step-" + place + "-note");
        note.setOnAction(event -> give(model.answer(task.key())));
        note.setPrefWidth(NOTE);
        buttons.getChildren().setAll(states, note);
        buttons.setAlignment(Pos.CENTER_LEFT);
        buttons.managedProperty().bind(buttons.visibleProperty());
        buttons.setVisible(false);
    }

    private void give(StepAnswer next) {
        model.give(next.noted(note.getText().strip()));
    }

    /** Whether this is the step that is worked on. */
    void current(boolean is) {
        pseudoClassStateChanged(CURRENT, is);
        if (buttons.isVisible() != is) {
            buttons.setVisible(is);
        }
    }

    /** Shows what was answered. */
    void show() {
        StepAnswer now = model.answer(task.key());
        icon.getChildren().setAll(Widgets.icon(icon(now.state()), 16));
        boolean silent = now.state() == State.OPEN && task.kind() != GuidePart.Kind.INVESTIGATION;
        word.setText(silent ? "" : Messages.text("guide.state." + now.state().word()));
        getStyleClass().removeIf(style -> style.startsWith("step-is-"));
        getStyleClass().add("step-is-" + now.state().word());
        if (!note.isFocused() || !note.getText().strip().equals(now.note())) {
            note.setText(now.note());
        }
        answer.getChildren().clear();
        if (!now.note().isEmpty()) {
            Node words = quoted(new ValueView(now.note()));
            words.visibleProperty().bind(buttons.visibleProperty().not());
            words.managedProperty().bind(words.visibleProperty());
            answer.getChildren().add(words);
        }
        now.evidence().forEach(pinned -> answer.getChildren().add(pinned(now, pinned)));
        answer.setVisible(!answer.getChildren().isEmpty());
        setAccessibleText(Messages.text("guide.stepAccessible", number, SafeText.line(task.text(), 200), Messages.text("guide.state." + now.state().word())));
    }

    private static Node quoted(Node node) {
        HBox box = new HBox(node);
        HBox.setHgrow(node, Priority.ALWAYS);
        box.getStyleClass().add("step-note");
        return box;
    }

    private Node pinned(StepAnswer now, StepAnswer.Pinned pinned) {
        Button off = Widgets.iconButton("mdoal-close", "guide.unpin", () -> {
            List<StepAnswer.Pinned> left = new ArrayList<>(now.evidence());
            left.remove(pinned);
            model.give(model.answer(task.key()).pinned(left));
        });
        off.getStyleClass().add("chip-close");
        Label words = Widgets.value(Messages.text("guide.pinned", pinned.label().isEmpty() ? Long.toString(pinned.event()) : pinned.label()), "plain");
        words.setMinWidth(0);
        HBox row = new HBox(4, Widgets.icon("mdomz-push_pin", 14), words, off);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("step-note");
        return row;
    }

    private static String icon(State state) {
        return switch (state) {
            case OPEN -> "mdomz-radio_button_unchecked";
            case DONE -> "mdoal-check_circle";
            case NOT_POSSIBLE -> "mdoal-block";
            case FINDING -> "mdoal-flag";
        };
    }
}
