package dev.spoor.ui.app;

import dev.spoor.ui.alerts.AlertsScreen;
import dev.spoor.ui.attack.TechniquesView;
import dev.spoor.ui.common.Appearance;
import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Tasks;
import dev.spoor.ui.common.Times;
import dev.spoor.ui.control.Dialogs;
import dev.spoor.ui.control.Screen;
import dev.spoor.ui.entities.EntitiesScreen;
import dev.spoor.ui.evidence.EvidenceScreen;
import dev.spoor.ui.evidence.VerifyDialog;
import dev.spoor.ui.palette.CaseEntries;
import dev.spoor.ui.palette.CommandPalette;
import dev.spoor.ui.exceptions.ExceptionEditor;
import dev.spoor.ui.exceptions.ExceptionsScreen;
import dev.spoor.ui.guide.GuideDesk;
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
    private final LaterScreen<RulesScreen> rules;
    private final LaterScreen<EvidenceScreen> evidence;
    private final CommandPalette palette;
    private final Subscription subscription;
    private final EventHandler<KeyEvent> keys;
    private final LaterScreen<ExceptionsScreen> exceptions;
    private final GuideDesk guide;
    private final LaterScreen<EntitiesScreen> entities;
    private Screen front;

    MainWindow(BorderPane root, Stage stage, Investigation investigation, Loading loading, ChosenRules chosen, WindowActions actions, Tasks tasks, Desktop desktop,
            Appearance appearance, Times times) {
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
        topBar = new TopBar(model, times, appearance, new CaseMenuActions(actions, () -> {
            front(evidence());
            added.chooseFiles();
        }, run::start), loading.runningProperty()::get, help::show);
        ExceptionEditor editor = new ExceptionEditor(investigation, tasks, dialogs, desktop, times, model, this::reload);
        rules = new LaterScreen<>(() -> {
            RulesScreen screen = new RulesScreen(investigation, tasks, desktop);
            screen.onException(editor::add);
            return screen;
        });
        alerts = new AlertsScreen(investigation, tasks, desktop, dialogs, times, model::say, model::load, () -> front(rules()));
        alerts.onException(editor::add);
        alerts.onExport(suggestion -> desktop.exportFile(stage, folder(investigation), suggestion));
        guide = new GuideDesk(investigation.guides(), tasks, desktop, dialogs, times, model::say, suggestion -> desktop.reportFile(stage, folder(investigation), suggestion));
        alerts.onGuide(guide::view);
        alerts.onAttack(details -> new TechniquesView(details.rule(), investigation, tasks, desktop, this::findAlerts, this::findRules));
        entities = new LaterScreen<>(() -> new EntitiesScreen(investigation.entities(), tasks, times, model::say, model::load, this::findAlerts));
        alerts.beforeDeciding(guide::beforeDeciding);
        exceptions = new LaterScreen<>(() -> new ExceptionsScreen(investigation, tasks, editor, dialogs, desktop, times, model));
        evidence = new LaterScreen<>(() -> {
            EvidenceScreen screen = new EvidenceScreen(investigation, tasks, desktop, times, added.bar(), added.card(() -> front(alerts())), added::take);
            screen.onVerify(new VerifyDialog(investigation, tasks, dialogs, desktop)::show);
            return screen;
        });
        ReportExport export = new ReportExport(investigation, tasks, model, desktop, suggestion -> desktop.reportFile(stage, folder(investigation), suggestion));
        ReportDialog report = new ReportDialog(investigation, tasks, dialogs, export, new ReportPlaces(() -> front(alerts), () -> front(evidence), () -> {
            rules.get().showBlind();
            front(rules);
        }));
        statusBar = new StatusBar(model, times, () -> front(alerts), () -> front(evidence), () -> front(rules), () -> {
            rules.get().showBlind();
            front(rules);
        });
        rail.screen("rail.alerts", "mdoal-flag", () -> front(alerts), alerts);
        rail.screen("rail.rules", "mdomz-rule", () -> front(rules), rules);
        rail.screen("rail.entities", "mdomz-people_outline", () -> front(entities), entities);
        rail.screen("rail.exceptions", "mdoal-filter_alt", () -> front(exceptions), exceptions);
        rail.screen("rail.evidence", "mdomz-storage", () -> front(evidence), evidence);
        rail.action("rail.report", "mdoal-description", report::show);
        palette = new CommandPalette(dialogs, tasks, commands(report, run, actions), new CaseEntries(investigation, this::findAlerts, this::findRules));
        topBar.palette(palette::show);
        rail.badge(alerts, model.summaryProperty().map(summary -> summary.openAlerts()).orElse(0L));
        keys = keys();
        subscription = new LoadingFollower(loading, model, () -> front).follow();
    }

    private static Path folder(Investigation investigation) {
        Path parent = investigation.path().toAbsolutePath().getParent();
        return parent == null ? investigation.path() : parent;
    }

    private PaletteCommands commands(ReportDialog report, RuleRun run, WindowActions actions) {
        PaletteCommands commands = new PaletteCommands().screen("mdoal-flag", "rail.alerts", "Ctrl 1", () -> front(alerts))
                .screen("mdomz-rule", "rail.rules", "Ctrl 2", () -> front(rules)).screen("mdomz-storage", "rail.evidence", "Ctrl 3", () -> front(evidence))
                .screen("mdoal-filter_alt", "rail.exceptions", "Ctrl 4", () -> front(exceptions))
                .screen("mdomz-people_outline", "rail.entities", "Ctrl 5", () -> front(entities))
                .action("mdoal-description", "report.title", "", report::show)
                .action("mdomz-storage", "guide.collectionTitle", "", guide::showCollection)
                .action("mdomz-refresh", "keys.run", "Ctrl R", run::start)
                .action("mdoal-block", "palette.blind", "", () -> {
                    rules.get().showBlind();
                    front(rules);
                }).action("mdoal-brightness_6", "palette.theme", "", actions::otherTheme)
                .action("mdoal-help_outline", "keys.help", "?", help::show);
        onAlert(commands, "palette.acknowledge", "mdoal-check", "E");
        onAlert(commands, "palette.close", "mdoal-close", "C");
        onAlert(commands, "palette.falsePositive", "mdoal-block", "P");
        onAlert(commands, "palette.exception", "mdoal-filter_alt", "X");
        onAlert(commands, "palette.reopen", "mdoal-history", "R");
        onAlert(commands, "palette.severity", "mdoal-flag", "S");
        onAlert(commands, "palette.guide", "mdoal-description", "G");
        return commands;
    }

    private void onAlert(PaletteCommands commands, String textKey, String icon, String letter) {
        commands.action(icon, textKey, letter, () -> {
            front(alerts);
            alerts.key(letter.toLowerCase(Locale.ROOT));
        });
    }

    private void findAlerts(String words) {
        front(alerts);
        alerts.find(words);
    }

    private void findRules(String words) {
        front(rules);
        rules.get().find(words);
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
        guide.leave();
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
        accelerator(KeyCode.K, palette::show);
        accelerator(KeyCode.DIGIT1, () -> front(alerts));
        accelerator(KeyCode.DIGIT2, () -> front(rules));
        accelerator(KeyCode.DIGIT3, () -> front(evidence));
        accelerator(KeyCode.DIGIT4, () -> front(exceptions));
        accelerator(KeyCode.DIGIT5, () -> front(entities));
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
