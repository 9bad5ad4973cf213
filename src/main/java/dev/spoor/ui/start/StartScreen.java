package dev.spoor.ui.start;

import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.Preferences;
import dev.spoor.ui.common.PreferencesFile;
import dev.spoor.ui.common.Tasks;
import dev.spoor.ui.control.FileDrop;
import dev.spoor.ui.control.KeyCap;
import dev.spoor.ui.control.StatePane;
import dev.spoor.ui.control.Widgets;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** What stands in the window while no case is open: begin one, go on with one, look at the sample. */
public final class StartScreen extends BorderPane {
    private static final String[][] KEYS = {{"keys.move", "J", "K"}, {"keys.acknowledge", "E"}, {"keys.falsePositive", "P"}, {"keys.guide", "G"}, {"keys.help", "?"}};
    private final PreferencesFile preferences;
    private final StartActions actions;
    private final RecentCases recent;
    private final DropZone zone;
    private final Label problem = Widgets.wrapped("", "warning-text");
    private final Label rules = Widgets.label("", "muted");
    private final Button openCase;
    private final Button sample;

    /** The screen of a window; it says how a new case is loaded. */
    public StartScreen(Loading loading, LoadingCard card, Desktop desktop, Supplier<Window> owner, PreferencesFile preferences, Tasks tasks, StartActions actions) {
        this.preferences = preferences;
        this.actions = actions;
        recent = new RecentCases(preferences, tasks, actions);
        zone = new DropZone(desktop, owner, actions::newCase);
        openCase = Widgets.button("start.open", actions::openCase);
        openCase.setGraphic(Widgets.icon("mdoal-folder_open", 16));
        openCase.setId("open-case");
        sample = Widgets.button("start.openSample", actions::openSample);
        sample.setId("open-sample");
        FileDrop.on(this, () -> !loading.runningProperty().get(), actions::newCase);
        loading.runningProperty().subscribe(running -> {
            zone.setDisable(running);
            recent.setDisable(running);
            openCase.setDisable(running);
            sample.setDisable(running);
        });
        getStyleClass().add("start-screen");
        setCenter(left(card));
        setRight(right());
        say("");
        refresh();
    }

    private Node left(LoadingCard card) {
        problem.managedProperty().bind(problem.visibleProperty());
        problem.setId("start-problem");
        Hyperlink change = new Hyperlink(Messages.text("start.settings"));
        change.getStyleClass().add("text-link");
        change.setOnAction(event -> actions.settings());
        HBox foot = new HBox(8, rules, change);
        foot.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(card, Priority.SOMETIMES);
        VBox box = new VBox(16, new VBox(2, Widgets.label(Messages.text("start.new"), "start-title"), Widgets.wrapped(Messages.text("start.newWhy"), "muted")), problem, zone,
                card, foot);
        box.getStyleClass().add("start-left");
        return Widgets.scrolling(box, "start.new");
    }

    private Node right() {
        HBox head = new HBox(8, Widgets.label(Messages.text("start.recent"), "start-heading"), Widgets.spring(), openCase);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox words = new VBox(2, Widgets.label(Messages.text("start.sample"), "text-strong"), Widgets.wrapped(Messages.text("start.sampleWhy"), "muted", "start-small"));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox card = new HBox(12, words, sample);
        card.setAlignment(Pos.CENTER_LEFT);
        card.getStyleClass().addAll("start-list", "start-entry");
        GridPane keys = new GridPane(24, 6);
        for (int row = 0; row < KEYS.length; row++) {
            HBox caps = new HBox(4);
            for (int cap = 1; cap < KEYS[row].length; cap++) {
                caps.getChildren().add(new KeyCap(KEYS[row][cap]));
            }
            keys.addRow(row, caps, Widgets.label(Messages.text(KEYS[row][0]), "plain"));
        }
        VBox box = new VBox(12, head, recent, gap(), Widgets.label(Messages.text("start.try"), "start-heading"), card, gap(),
                Widgets.label(Messages.text("start.keys"), "start-heading"), keys);
        box.getStyleClass().add("start-right-content");
        Node pane = Widgets.scrolling(box, "start.recent");
        pane.getStyleClass().add("start-right");
        return pane;
    }

    private static Node gap() {
        Label gap = new Label();
        gap.setMinHeight(4);
        gap.setPrefHeight(4);
        return gap;
    }

    /** Tells why something could not be done; an empty text takes it away. */
    public void say(String words) {
        String all = words.isEmpty() ? preferences.problem().orElse("") : words;
        problem.setText(all);
        problem.setVisible(!all.isEmpty());
    }

    /** Brings recent cases and rules up to date. */
    public void refresh() {
        recent.refresh();
        Preferences now = preferences.get();
        int folders = now.ruleFolders().size();
        rules.setText(now.shippedRules() ? Messages.text("start.rulesShipped", folders) : Messages.text("start.rulesOwn", folders));
    }

    /** What stands in its place while something is opened. */
    public static Node opening(String what) {
        return StatePane.loading("app.opening", what);
    }
}
