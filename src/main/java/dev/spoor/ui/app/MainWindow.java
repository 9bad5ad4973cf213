package dev.spoor.ui.app;

import dev.spoor.ui.alerts.AlertsScreen;
import dev.spoor.ui.common.Appearance;
import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Tasks;
import dev.spoor.ui.control.Dialogs;
import dev.spoor.ui.control.Screen;
import dev.spoor.ui.evidence.EvidenceScreen;
import dev.spoor.ui.exceptions.ExceptionEditor;
import dev.spoor.ui.exceptions.ExceptionsScreen;
import dev.spoor.ui.report.ReportDialog;
import dev.spoor.ui.report.ReportPlaces;
import dev.spoor.ui.rules.RulesScreen;
import dev.spoor.ui.start.Loading;
import dev.spoor.workbench.Investigation;
import java.nio.file.Path;
import java.util.Locale;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import javafx.util.Subscription;

/** The frame of an open case: top bar, rail, the screen in front, status bar, and the keys. */
final class MainWindow {
    private final BorderPane root;
    private final Scene scene;
    private final TopBar topBar;
    private final Rail rail = new Rail();
    private final StatusBar statusBar;
    private final CaseModel model;
    private final ShortcutHelp help;
    private final AlertsScreen alerts;
    private final RulesScreen rules;
    private final EvidenceScreen evidence;
    private final Subscription subscription;
    private final EventHandler<KeyEvent> keys;
    private final ExceptionsScreen exceptions;
    private Screen front;

    MainWindow(BorderPane root, Stage stage, Investigation investigation, Loading loading, ChosenRules chosen, WindowActions actions, Tasks tasks, Desktop desktop,
            Appearance appearance) {
        this.root = root;
        scene = stage.getScene();
        Dialogs dialogs = new Dialogs(() -> stage, appearance);
        help = new ShortcutHelp(dialogs);
        model = new CaseModel(investigation, tasks);
        Runnable afterwards = () -> {
            model.load();
            front.shown();
        };
        RuleRun run = new RuleRun(investigation, tasks, model, chosen, afterwards);
        AddedEvidence added = new AddedEvidence(investigation, loading, chosen, desktop, () -> stage);
        topBar = new TopBar(model, appearance, new CaseMenuActions(actions, () -> {
            front(evidence());
            added.chooseFiles();
        }, run::start), loading.runningProperty()::get, help::show);
        ExceptionEditor editor = new ExceptionEditor(investigation, tasks, dialogs, model, this::reload);
        rules = new RulesScreen(investigation, tasks, desktop);
        alerts = new AlertsScreen(investigation, tasks, desktop, dialogs, model::say, model::load, () -> front(rules()));
        alerts.onException(selected -> editor.add(selected.getLast()));
        exceptions = new ExceptionsScreen(investigation, tasks, editor, dialogs, model);
        evidence = new EvidenceScreen(investigation, tasks, desktop, added.bar(), added.card(() -> front(alerts())), added::take);
        ReportExport export = new ReportExport(investigation, tasks, model, desktop, suggestion -> desktop.reportFile(stage, folder(investigation), suggestion));
        ReportDialog report = new ReportDialog(investigation, tasks, dialogs, export, new ReportPlaces(() -> front(alerts), () -> front(evidence), () -> {
            rules.showBlind();
            front(rules);
        }));
        statusBar = new StatusBar(model, () -> front(alerts), () -> front(evidence), () -> front(rules), () -> {
            rules.showBlind();
            front(rules);
        });
        rail.screen("rail.alerts", "mdoal-flag", () -> front(alerts), alerts);
        rail.screen("rail.rules", "mdomz-rule", () -> front(rules), rules);
        rail.screen("rail.exceptions", "mdoal-filter_alt", () -> front(exceptions), exceptions);
        rail.screen("rail.evidence", "mdomz-storage", () -> front(evidence), evidence);
        rail.action("rail.report", "mdoal-description", report::show);
        rail.badge(alerts, model.summaryProperty().map(summary -> summary.openAlerts()).orElse(0L));
        keys = keys();
        subscription = new LoadingFollower(loading, model, () -> front).follow();
    }

    private static Path folder(Investigation investigation) {
        Path parent = investigation.path().toAbsolutePath().getParent();
        return parent == null ? investigation.path() : parent;
    }

    /** Brings the numbers and the screen in front up to date. */
    private void reload() {
        model.load();
        front.shown();
    }

    private Screen rules() {
        return rules;
    }

    private Screen evidence() {
        return evidence;
    }

    private Screen alerts() {
        return alerts;
    }

    /** Takes the frame out of use, for another to take its place. */
    void leave() {
        scene.removeEventFilter(KeyEvent.KEY_TYPED, keys);
        scene.getAccelerators().clear();
        subscription.unsubscribe();
    }

    /** Puts the frame into the window and begins with the alerts. */
    void show() {
        root.setTop(topBar);
        root.setLeft(rail);
        root.setBottom(statusBar);
        model.load();
        front(alerts);
    }

    private void front(Screen screen) {
        front = screen;
        root.setCenter(screen.view());
        rail.select(screen);
        screen.shown();
    }

    private EventHandler<KeyEvent> keys() {
        EventHandler<KeyEvent> handler = event -> {
            String key = event.getCharacter().toLowerCase(Locale.ROOT);
            boolean letter = key.length() == 1 && Character.isLetter(key.charAt(0));
            boolean modified = event.isShortcutDown() || event.isAltDown() || event.isMetaDown();
            if (!(scene.getFocusOwner() instanceof TextInputControl) && !(letter && modified) && key(key)) {
                event.consume();
            }
        };
        scene.addEventFilter(KeyEvent.KEY_TYPED, handler);
        accelerator(KeyCode.DIGIT1, () -> front(alerts));
        accelerator(KeyCode.DIGIT2, () -> front(rules));
        accelerator(KeyCode.DIGIT3, () -> front(evidence));
        accelerator(KeyCode.DIGIT4, () -> front(exceptions));
        return handler;
    }

    private void accelerator(KeyCode code, Runnable action) {
        scene.getAccelerators().put(new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN), action);
    }

    private boolean key(String key) {
        if (key.equals("?")) {
            help.show();
            return true;
        }
        return front != null && front.key(key);
    }
}
