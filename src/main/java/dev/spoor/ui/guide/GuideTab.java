package dev.spoor.ui.guide;

import dev.spoor.rule.GuidePart;
import dev.spoor.triage.StepAnswer;
import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.LoadState;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.control.GuideView;
import dev.spoor.ui.control.MarkdownView;
import dev.spoor.ui.control.StatePane;
import dev.spoor.ui.control.UndoBar;
import dev.spoor.ui.control.Widgets;
import dev.spoor.workbench.AlertDetails;
import dev.spoor.workbench.AlertGuide;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A guide as prose and steps. Ctrl+Z inside it takes the last answer back. */
final class GuideTab extends VBox {
    private final GuideModel model;
    private final AlertDetails details;
    private final Desktop desktop;
    private final HitsDialog hits;
    private final Runnable collection;
    private final List<StepRow> rows = new ArrayList<>();
    private final Label progress = Widgets.label("", "muted");
    private final ProgressBar bar = new ProgressBar(0);
    private final UndoBar undone;

    GuideTab(GuideModel model, AlertDetails details, Desktop desktop, HitsDialog hits, Runnable collection) {
        super(8);
        this.model = model;
        this.details = details;
        this.desktop = desktop;
        this.hits = hits;
        this.collection = collection;
        undone = new UndoBar(this::undo);
        undone.managedProperty().bind(undone.visibleProperty());
        getStyleClass().addAll("tab-content", "guide");
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN).match(event) && undo()) {
                event.consume();
            }
        });
        model.stateProperty().subscribe(this::show);
        model.answeredProperty().subscribe(this::answered);
    }

    private boolean undo() {
        undone.setVisible(false);
        return model.undo();
    }

    private void show(LoadState state) {
        switch (state) {
            case LoadState.Loading loading -> getChildren().setAll(StatePane.loading("guide.loading", Messages.text("guide.loadingReason")));
            case LoadState.Failed failed -> getChildren().setAll(StatePane.failed("guide.failed", failed.message()).with("action.tryAgain", model::load));
            case LoadState.Ready ready -> build(model.guideProperty().get());
        }
    }

    private void build(AlertGuide guide) {
        getChildren().clear();
        rows.clear();
        if (guide.parts().isEmpty()) {
            getChildren().add(Widgets.wrapped(Messages.text("guide.none"), "muted"));
        } else {
            getChildren().addAll(head(guide), undone);
        }
        VBox list = null;
        int number = 0;
        for (GuidePart part : guide.parts()) {
            switch (part) {
                case GuidePart.Prose prose -> {
                    prose(prose);
                    list = null;
                }
                case GuidePart.Task task -> {
                    if (list == null || rows.getLast().task().kind() != task.kind()) {
                        list = list(task);
                        number = 0;
                    }
                    StepRow row = new StepRow(model, details.alert(), task, ++number, rows.size() + 1, desktop, hits, this::current);
                    rows.add(row);
                    list.getChildren().add(row);
                }
            }
        }
        getChildren().addAll(GuideView.companions(details.rule(), desktop));
        rows.forEach(StepRow::show);
        rows.stream().filter(row -> model.answer(row.task().key()).state() == StepAnswer.State.OPEN).findFirst().ifPresent(this::current);
        counted();
    }

    private VBox list(GuidePart.Task first) {
        if (first.kind() == GuidePart.Kind.SEARCH) {
            getChildren().add(Widgets.label(Messages.text("guide.searches"), "section-title"));
        }
        VBox list = new VBox();
        list.getStyleClass().add("step-list");
        getChildren().add(list);
        return list;
    }

    private void prose(GuidePart.Prose prose) {
        if (!prose.title().isEmpty()) {
            getChildren().add(Widgets.wrapped(SafeText.line(prose.title(), SafeText.SHORT), "section-title"));
        }
        if (!prose.markdown().isEmpty()) {
            getChildren().add(new MarkdownView(prose.markdown(), desktop));
        }
    }

    private HBox head(AlertGuide guide) {
        bar.getStyleClass().add("guide-progress");
        bar.setPrefWidth(84);
        bar.setAccessibleText(Messages.text("guide.progressBar"));
        HBox head = new HBox(8);
        head.setAlignment(Pos.CENTER_LEFT);
        if (!guide.toAnswer().isEmpty()) {
            progress.setMinWidth(USE_PREF_SIZE);
            head.getChildren().addAll(progress, bar);
        }
        head.getChildren().add(Widgets.spring());
        if (!guide.steps().isEmpty()) {
            Button again = Widgets.button("guide.runAll", model::count);
            again.getStyleClass().add("link-button");
            again.setId("guide-run-all");
            head.getChildren().add(again);
        }
        Button list = Widgets.button("guide.collection", collection);
        list.getStyleClass().add("link-button");
        list.setId("guide-collection");
        head.getChildren().add(list);
        return head;
    }

    private void current(StepRow chosen) {
        rows.forEach(row -> row.current(row == chosen));
    }

    private void answered(StepAnswer answer) {
        if (answer == null) {
            return;
        }
        rows.stream().filter(row -> row.task().key().equals(answer.step())).findFirst().ifPresent(row -> {
            row.show();
            undone.show(Messages.text("guide.kept", row.number(), Messages.text("guide.state." + answer.state().word())));
        });
        counted();
    }

    private void counted() {
        AlertGuide guide = model.guideProperty().get();
        int steps = guide.toAnswer().size();
        progress.setText(Messages.text("guide.answered", model.answeredSteps(), steps));
        bar.setProgress(steps == 0 ? 0 : (double) model.answeredSteps() / steps);
    }
}
