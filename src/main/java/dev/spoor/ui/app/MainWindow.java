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
import dev.spoor.workbench.Investigation;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;

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
    private final ExceptionsScreen exceptions;
    private Screen front;

    MainWindow(BorderPane root, Stage stage, Investigation investigation, Tasks tasks, Desktop desktop, Appearance appearance) {
        this.root = root;
        scene = stage.getScene();
        Dialogs dialogs = new Dialogs(() -> stage, appearance);
        help = new ShortcutHelp(dialogs);
        model = new CaseModel(investigation, tasks);
        topBar = new TopBar(model, appearance, help::show);
        ExceptionEditor editor = new ExceptionEditor(investigation, tasks, dialogs, model, this::reload);
        rules = new RulesScreen(investigation, tasks, desktop);
        alerts = new AlertsScreen(investigation, tasks, desktop, dialogs, model::say, model::load, () -> front(rules()));
        alerts.onException(chosen -> editor.add(chosen.getLast()));
        exceptions = new ExceptionsScreen(investigation, tasks, editor, dialogs, model);
        evidence = new EvidenceScreen(investigation, tasks, desktop);
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
        keys();
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

    private void keys() {
        scene.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            String key = event.getCharacter().toLowerCase(Locale.ROOT);
            boolean letter = key.length() == 1 && Character.isLetter(key.charAt(0));
            boolean modified = event.isShortcutDown() || event.isAltDown() || event.isMetaDown();
            if (!(scene.getFocusOwner() instanceof TextInputControl) && !(letter && modified) && key(key)) {
                event.consume();
            }
        });
        accelerator(KeyCode.DIGIT1, () -> front(alerts));
        accelerator(KeyCode.DIGIT2, () -> front(rules));
        accelerator(KeyCode.DIGIT3, () -> front(evidence));
        accelerator(KeyCode.DIGIT4, () -> front(exceptions));
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
