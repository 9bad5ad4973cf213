package dev.spoor.ui.start;

import dev.spoor.rule.Severity;
import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.control.SeverityMark;
import dev.spoor.ui.control.Widgets;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A load, file by file: how far each is, what is wrong with it; then the alerts so far. Takes no room while there is none. */
public final class LoadingCard extends VBox {
    private static final double ROW = 37;
    private static final double LINE = 15;
    private static final int LETTERS = 120;
    private static final double MOST_REMARKS = 120;
    private final int mostRows;
    private final ObservableList<FileRow> rows = FXCollections.observableArrayList();
    private final ListView<FileRow> list = new ListView<>(rows);
    private final Label title = Widgets.label("", "text-strong");
    private final Label pace = Widgets.label("", "plain");
    private final ProgressBar bar = new ProgressBar(0);
    private final Label problem = Widgets.wrapped("", "warning-text", "loading-problem");
    private final HBox found = new HBox(6);
    private final Button cancel;
    private final Button hide;
    private int active = -1;

    /**
     * The view of a load.
     *
     * @param mostRows how many files are seen at once; the others by scrolling
     * @param leave    looks at the alerts
     */
    public LoadingCard(Loading loading, int mostRows, Runnable leave) {
        this.mostRows = mostRows;
        getStyleClass().add("loading-card");
        cancel = Widgets.button("action.cancel", loading::cancel);
        cancel.setId("loading-cancel");
        cancel.managedProperty().bind(cancel.visibleProperty());
        hide = Widgets.iconButton("mdoal-close", "loading.hide", loading::clear);
        hide.managedProperty().bind(hide.visibleProperty());
        pace.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(8, title, Widgets.spring(), pace, cancel, hide);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("loading-head");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("loading-all");
        bar.setAccessibleText(Messages.text("loading.all"));
        list.setCellFactory(view -> new LoadingRow());
        list.setAccessibleText(Messages.text("loading.list"));
        list.getStyleClass().add("loading-list");
        list.setId("loading-list");
        VBox.setVgrow(list, Priority.SOMETIMES);
        problem.managedProperty().bind(problem.visibleProperty());
        found.setAlignment(Pos.CENTER_LEFT);
        Button look = Widgets.button("start.lookAtAlerts", leave);
        look.setGraphic(Widgets.icon("mdoal-flag", 16));
        look.setId("loading-leave");
        HBox foot = new HBox(12, found, Widgets.spring(), look);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("loading-foot");
        getChildren().setAll(head, bar, list, problem, foot);
        setAccessibleRole(AccessibleRole.PARENT);
        loading.progressProperty().subscribe(this::show);
    }

    private void show(LoadProgress now) {
        boolean some = now.phase() != LoadProgress.Phase.NONE;
        setVisible(some);
        setManaged(some);
        if (!some) {
            rows.clear();
            return;
        }
        title.setText(LoadingWords.title(now));
        pace.setText(LoadingWords.pace(now));
        bar.setProgress(now.phase().running() ? now.done() : now.phase() == LoadProgress.Phase.DONE ? 1 : now.done());
        cancel.setVisible(now.phase().running());
        hide.setVisible(!now.phase().running());
        fill(now.files());
        String wrong = now.message().isEmpty() ? SafeText.line(String.join(" · ", now.notFound()), 600) : now.message();
        problem.setText(wrong);
        problem.setVisible(!wrong.isEmpty());
        found(now);
    }

    private void fill(List<FileRow> files) {
        if (rows.size() != files.size()) {
            rows.setAll(files);
            active = -1;
        }
        int reading = -1;
        double remarks = 0;
        for (int i = 0; i < files.size(); i++) {
            FileRow file = files.get(i);
            if (!file.equals(rows.get(i))) {
                rows.set(i, file);
            }
            if (file.state() == FileRow.State.READING || file.state() == FileRow.State.HASHING) {
                reading = i;
            }
            remarks += i < mostRows ? remarkHeight(file) : 0;
        }
        list.setPrefHeight(ROW * Math.min(mostRows, files.size()) + Math.min(MOST_REMARKS, remarks) + 2);
        list.setMinHeight(ROW * Math.min(2, files.size()) + 2);
        if (reading >= 0 && reading != active) {
            active = reading;
            if (files.size() > mostRows) {
                list.scrollTo(Math.max(0, reading - 4));
            }
        } else if (reading < 0 && active >= 0) {
            active = -1;
            list.scrollTo(0);
        }
    }

    /** About how high what is said below a file is, in pixels. */
    private static double remarkHeight(FileRow file) {
        int letters = LoadingWords.remark(file).length();
        return letters == 0 ? 0 : 8 + LINE * ((letters + LETTERS - 1) / LETTERS);
    }

    private void found(LoadProgress now) {
        found.getChildren().clear();
        for (Severity severity : List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW, Severity.INFORMATIONAL)) {
            long count = now.alerts().getOrDefault(severity, 0L);
            if (count > 0) {
                Label number = Widgets.label(Formats.count(count), "text-strong");
                number.setGraphic(SeverityMark.shape(severity));
                number.setAccessibleText(SeverityMark.word(severity) + " " + Formats.count(count));
                found.getChildren().add(number);
            }
        }
        String words = now.phase().running() ? now.alertCount() == 0 ? Messages.text("loading.noAlertsYet") : Messages.text("loading.alertsSoFar")
                : LoadingWords.outcome(now);
        found.getChildren().add(Widgets.label(words, "muted"));
    }
}
