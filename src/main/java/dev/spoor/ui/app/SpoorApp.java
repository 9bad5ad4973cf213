package dev.spoor.ui.app;

import dev.spoor.ui.common.Appearance;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.Tasks;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Shows the window. */
public final class SpoorApp {
    private SpoorApp() {}

    /**
     * Shows a case in the window and returns when the window was closed and the case with it. To be called once per process, from a thread of the
     * caller's.
     *
     * @throws NoDisplayException if there is no screen; nothing was opened
     */
    public static void show(InvestigationOpener opener, Path caseFile) throws NoDisplayException {
        requireDisplay();
        Workers workers = new Workers();
        CountDownLatch closed = new CountDownLatch(1);
        try {
            Platform.startup(() -> {
                Platform.setImplicitExit(false);
                Appearance appearance = new Appearance();
                Stage stage = new Stage();
                Tasks tasks = new Tasks(workers.background(), workers.inOrder(), Platform::runLater);
                CaseWindow window = new CaseWindow(stage, opener, caseFile, tasks, new FxDesktop(), appearance);
                stage.setOnHidden(event -> workers.finish(() -> {
                    window.closeCase();
                    closed.countDown();
                }));
                window.show();
            });
        } catch (UnsupportedOperationException e) {
            throw new NoDisplayException(Messages.text("app.noDisplay"), e);
        }
        await(closed);
        Platform.exit();
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
