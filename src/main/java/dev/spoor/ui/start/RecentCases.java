package dev.spoor.ui.start;

import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.Preferences.RecentCase;
import dev.spoor.ui.common.PreferencesFile;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.common.Tasks;
import dev.spoor.ui.control.Widgets;
import dev.spoor.event.Time;
import dev.spoor.ui.common.Times;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The cases that were opened before. One whose file is not where it was says so, and can be found or forgotten. */
final class RecentCases extends VBox {
    private final PreferencesFile preferences;
    private final Tasks.Lane lane;
    private final StartActions actions;

    RecentCases(PreferencesFile preferences, Tasks tasks, StartActions actions) {
        this.preferences = preferences;
        this.lane = tasks.lane();
        this.actions = actions;
        getStyleClass().add("start-list");
        setId("recent-cases");
    }

    /** Looks in the background which files are there, and shows them. */
    void refresh() {
        List<RecentCase> cases = preferences.get().recent();
        show(cases, Set.of());
        lane.work(() -> missing(cases)).onSuccess(missing -> show(cases, missing)).start();
    }

    private static Set<Path> missing(List<RecentCase> cases) {
        Set<Path> missing = new HashSet<>();
        for (RecentCase one : cases) {
            if (!Files.exists(one.path())) {
                missing.add(one.path());
            }
        }
        return missing;
    }

    private void show(List<RecentCase> cases, Set<Path> missing) {
        getChildren().clear();
        if (cases.isEmpty()) {
            getChildren().add(Widgets.wrapped(Messages.text("start.noRecent"), "muted", "start-entry"));
        }
        cases.forEach(one -> getChildren().add(missing.contains(one.path()) ? missing(one) : there(one)));
        getChildren().getLast().getStyleClass().add("start-last");
    }

    private Node there(RecentCase one) {
        VBox words = words(one, SafeText.line(String.valueOf(one.path().getParent()), 200));
        Label opened = Widgets.label(Messages.text("start.opened", Times.of(preferences.get()).day(Time.of(one.opened()))), "muted");
        opened.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(12, words, opened);
        line.setAlignment(Pos.CENTER_LEFT);
        Button entry = new Button();
        entry.setGraphic(line);
        entry.setMaxWidth(Double.MAX_VALUE);
        line.prefWidthProperty().bind(entry.widthProperty().subtract(26));
        entry.getStyleClass().setAll("start-entry", "start-open");
        entry.setAccessibleText(Messages.text("start.openRecent", name(one)));
        entry.setTooltip(Widgets.tooltip(SafeText.line(one.path().toString(), SafeText.SHORT)));
        entry.setOnAction(event -> actions.open(one.path()));
        return entry;
    }

    private Node missing(RecentCase one) {
        Hyperlink find = link("start.find", name(one), actions::openCase);
        Hyperlink forget = link("start.forget", name(one), () -> {
            preferences.change(now -> now.without(one.path()));
            refresh();
        });
        HBox mark = new HBox(Widgets.icon("mdomz-warning", 16));
        mark.setAlignment(Pos.CENTER);
        mark.getStyleClass().add("loading-bad");
        HBox line = new HBox(12, mark, words(one, Messages.text("start.missing")), find, forget);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("start-entry");
        return line;
    }

    private static Hyperlink link(String key, String name, Runnable action) {
        Hyperlink link = new Hyperlink(Messages.text(key));
        link.getStyleClass().add("text-link");
        link.setMinWidth(USE_PREF_SIZE);
        link.setAccessibleText(Messages.text(key) + " " + name);
        link.setOnAction(event -> action.run());
        return link;
    }

    private static VBox words(RecentCase one, String below) {
        Label second = Widgets.label(below, "muted", "start-small");
        second.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        VBox words = new VBox(1, Widgets.label(name(one), "text-strong"), second);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        return words;
    }

    private static String name(RecentCase one) {
        String file = Formats.fileName(one.path().toString());
        return SafeText.line(file.endsWith(".spoor") ? file.substring(0, file.length() - 6) : file, 80);
    }
}
