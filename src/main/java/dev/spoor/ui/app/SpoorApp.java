package dev.spoor.ui.app;

import dev.spoor.ui.common.Appearance;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.PreferencesFile;
import dev.spoor.ui.common.Tasks;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Shows the window. */
public final class SpoorApp {
    private SpoorApp() {}

    /**
     * Shows the window and returns when it was closed and the case with it. To be called once per process, from a thread of the caller's.
     *
     * @param caseFile the case to open; without one the sample case at the very first start, else the start screen
     * @throws NoDisplayException if there is no screen; nothing was opened
     */
    public static void show(Cases cases, PreferencesFile preferences, Optional<Path> caseFile) throws NoDisplayException {
        show(cases, preferences, caseFile, stage -> {});
    }

    /** The same, and tells on the window's thread when the window is shown. */
    static void show(Cases cases, PreferencesFile preferences, Optional<Path> caseFile, Consumer<Stage> shown) throws NoDisplayException {
        requireDisplay();
        Workers workers = new Workers();
        CountDownLatch closed = new CountDownLatch(1);
        try {
            Platform.startup(() -> {
                Platform.setImplicitExit(false);
                Stage stage = new Stage();
                Tasks tasks = new Tasks(workers.background(), workers.inOrder(), Platform::runLater);
                CaseWindow window = new CaseWindow(stage, cases, preferences, tasks, new FxDesktop(), new Appearance());
                stage.setOnHidden(event -> {
                    window.stop();
                    workers.finish(() -> {
                        window.closeCase();
                        closed.countDown();
                    });
                });
                begin(window, preferences, caseFile);
                shown.accept(stage);
            });
        } catch (UnsupportedOperationException e) {
            throw new NoDisplayException(Messages.text("app.noDisplay"), e);
        }
        await(closed);
        Platform.exit();
    }

    private static void begin(CaseWindow window, PreferencesFile preferences, Optional<Path> caseFile) {
        window.show();
        if (caseFile.isPresent()) {
            window.open(caseFile.get());
        } else if (preferences.firstStart()) {
            window.welcome();
        } else {
            window.startScreen();
        }
    }

    private static void await(CountDownLatch closed) {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void requireDisplay() throws NoDisplayException {
        boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        boolean headless = System.getProperty("glass.platform") != null;
        String display = System.getenv("DISPLAY");
        if (linux && !headless && (display == null || display.isEmpty())) {
            throw new NoDisplayException(Messages.text("app.noDisplay"));
        }
    }
}
