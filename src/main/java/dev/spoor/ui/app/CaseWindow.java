package dev.spoor.ui.app;

import dev.spoor.job.Job;
import dev.spoor.ui.common.Appearance;
import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.Preferences;
import dev.spoor.ui.common.Preferences.ThemeChoice;
import dev.spoor.ui.common.PreferencesFile;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.common.Tasks;
import dev.spoor.ui.common.Theme;
import dev.spoor.ui.common.Times;
import dev.spoor.ui.control.Dialogs;
import dev.spoor.ui.control.StatePane;
import dev.spoor.ui.settings.AnalystDialog;
import dev.spoor.ui.settings.SettingsDialog;
import dev.spoor.ui.start.Loading;
import dev.spoor.ui.start.LoadingCard;
import dev.spoor.ui.start.PasswordDialog;
import dev.spoor.ui.start.StartActions;
import dev.spoor.ui.start.StartScreen;
import dev.spoor.workbench.Investigation;
import dev.spoor.workbench.Workbench;
import dev.spoor.workbench.WorkbenchException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window: the start screen, or a case, which it opens in the background and closes when another takes its place. Window thread only. */
final class CaseWindow implements StartActions, WindowActions {
    private static final Logger LOG = LoggerFactory.getLogger(CaseWindow.class);
    private final Stage stage;
    private final Cases cases;
    private final PreferencesFile preferences;
    private final Tasks tasks;
    private final Desktop desktop;
    private final Appearance appearance;
    private final Dialogs dialogs;
    private final Loading loading;
    private final ChosenRules rules;
    private final BorderPane root = new BorderPane();
    private Optional<MainWindow> frame = Optional.empty();
    private Optional<StartScreen> start = Optional.empty();
    private volatile Investigation investigation;
    private Times times = Times.UTC;

    CaseWindow(Stage stage, Cases cases, PreferencesFile preferences, Tasks tasks, Desktop desktop, Appearance appearance) {
        this.stage = stage;
        this.cases = cases;
        this.preferences = preferences;
        this.tasks = tasks;
        this.desktop = desktop;
        this.appearance = appearance;
        dialogs = new Dialogs(() -> stage, appearance);
        loading = new Loading(tasks, new PasswordDialog(dialogs));
        rules = new ChosenRules(preferences, cases);
    }

    /** Shows the empty window. */
    void show() {
        appearance.prefer(preferences.get());
        root.getStyleClass().add("spoor");
        Scene scene = new Scene(root, 1440, 900);
        appearance.dress(scene);
        stage.setScene(scene);
        stage.setMinWidth(900);
        stage.setMinHeight(560);
        InputStream icon = Objects.requireNonNull(CaseWindow.class.getResourceAsStream("/dev/spoor/ui/icons/spoor-256.png"), "icon");
        stage.getIcons().add(new Image(icon));
        stage.show();
    }

    /** Shows the sample case and asks the user's name: what the very first start does. */
    void welcome() {
        openSample();
        if (Workbench.stated().isEmpty()) {
            new AnalystDialog(dialogs, preferences).ask(System.getProperty("user.name", ""), () -> {});
        }
    }

    @Override public void startScreen() {
        if (leave()) {
            showStart();
        }
    }

    private void showStart() {
        stage.setTitle(Messages.text("start.title"));
        LoadingCard card = new LoadingCard(loading, 10, this::lookAtAlerts);
        StartScreen screen = new StartScreen(loading, card, desktop, () -> stage, preferences, tasks, this);
        start = Optional.of(screen);
        root.setTop(new StartBar(appearance, this::otherTheme, this::settings));
        root.setLeft(null);
        root.setBottom(null);
        root.setCenter(screen);
    }

    /** Closes the open case, if any; refuses while something is loaded into it. */
    private boolean leave() {
        if (loading.runningProperty().get()) {
            return false;
        }
        frame.ifPresent(MainWindow::leave);
        frame = Optional.empty();
        loading.clear();
        Investigation open = investigation;
        investigation = null;
        if (open != null) {
            tasks.change(() -> {
                open.close();
                return open;
            }).onFailure(why -> LOG.error("Could not close the case: {}", why.message())).start();
        }
        return true;
    }

    @Override public void open(Path caseFile) {
        if (leave()) {
            opening(caseFile, () -> cases.open(caseFile), () -> open(caseFile), true);
        }
    }

    @Override public void openSample() {
        if (leave()) {
            opening(Path.of(Messages.text("start.sample")), () -> cases.open(cases.sample(Job.SILENT)), this::openSample, false);
        }
    }

    private void opening(Path name, Callable<Investigation> open, Runnable again, boolean remember) {
        stage.setTitle(Messages.text("app.title", SafeText.line(Formats.fileName(name.toString()), 120)));
        start = Optional.empty();
        root.setTop(new StartBar(appearance, this::otherTheme, this::settings));
        root.setLeft(null);
        root.setBottom(null);
        root.setCenter(StatePane.loading("app.opening", SafeText.line(name.toString(), 300)));
        tasks.change(() -> {
            investigation = open.call();
            preferences.change(now -> remember ? now.opened(name, Instant.now()) : now);
            return investigation;
        }).onSuccess(this::showCase).onFailure(why -> root.setCenter(StatePane.failed("app.openFailed", why.message()).with("action.tryAgain", again)
                .with("case.start", this::startScreen))).start();
    }

    private void showCase(Investigation open) {
        frame.ifPresent(MainWindow::leave);
        start = Optional.empty();
        times = Times.of(preferences.get());
        MainWindow window = new MainWindow(root, stage, open, loading, rules, this, tasks, desktop, appearance, times);
        frame = Optional.of(window);
        window.show();
    }

    @Override public void openCase() {
        if (!loading.runningProperty().get()) {
            desktop.openCase(stage).ifPresent(this::open);
        }
    }

    @Override public void newCase() {
        startScreen();
    }

    @Override public void newCase(List<Path> evidence) {
        Path first = evidence.getFirst().toAbsolutePath();
        Path folder = first.getParent() == null ? first : first.getParent();
        desktop.newCase(stage, folder, Messages.text("start.newName")).map(CaseWindow::named).ifPresent(file -> create(file, evidence));
    }

    private static Path named(Path file) {
        return file.getFileName().toString().contains(".") ? file : file.resolveSibling(file.getFileName() + ".spoor");
    }

    private void create(Path file, List<Path> evidence) {
        if (!leave()) {
            return;
        }
        start.ifPresent(screen -> screen.say(""));
        tasks.change(() -> {
            investigation = cases.create(file);
            preferences.change(now -> now.opened(file, Instant.now()));
            return investigation;
        }).onSuccess(created -> {
            stage.setTitle(Messages.text("app.title", SafeText.line(Formats.fileName(file.toString()), 120)));
            loading.start(created, evidence, rules::request);
        }).onFailure(why -> start.ifPresent(screen -> screen.say(why.message()))).start();
    }

    @Override public void lookAtAlerts() {
        if (investigation != null) {
            showCase(investigation);
        }
    }

    @Override public void otherTheme() {
        ThemeChoice wanted = appearance.themeProperty().get() == Theme.DARK ? ThemeChoice.LIGHT : ThemeChoice.DARK;
        preferences.change(now -> now.withTheme(wanted));
        appearance.prefer(preferences.get());
    }

    @Override public void settings() {
        new SettingsDialog(dialogs, preferences, desktop, () -> stage, this::preferred).show(Workbench.stated());
    }

    private void preferred(Preferences now) {
        appearance.prefer(now);
        start.ifPresent(StartScreen::refresh);
        if (frame.isPresent() && !times.equals(Times.of(now))) {
            showCase(investigation);
        }
    }

    /** Stops what is going on; called when the window is gone. */
    void stop() {
        loading.cancel();
    }

    /** Closes the case; called when the window is gone and all work is done. */
    void closeCase() {
        Investigation open = investigation;
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (WorkbenchException e) {
            LOG.error("Could not close the case", e);
        }
    }
}
