package dev.spoor.ui.app;

import dev.spoor.ui.common.Appearance;
import dev.spoor.ui.common.Desktop;
import dev.spoor.ui.common.Formats;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.common.Tasks;
import dev.spoor.ui.control.StatePane;
import dev.spoor.workbench.Investigation;
import dev.spoor.workbench.WorkbenchException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A window on a case: opens it in the background and says so, then shows its screens. */
final class CaseWindow {
    private static final Logger LOG = LoggerFactory.getLogger(CaseWindow.class);
    private final Stage stage;
    private final InvestigationOpener opener;
    private final Path caseFile;
    private final Tasks tasks;
    private final Desktop desktop;
    private final Appearance appearance;
    private final BorderPane root = new BorderPane();
    private volatile Investigation investigation;

    CaseWindow(Stage stage, InvestigationOpener opener, Path caseFile, Tasks tasks, Desktop desktop, Appearance appearance) {
        this.stage = stage;
        this.opener = opener;
        this.caseFile = caseFile;
        this.tasks = tasks;
        this.desktop = desktop;
        this.appearance = appearance;
    }

    /** Shows the window and begins to open the case. */
    void show() {
        root.getStyleClass().add("spoor");
        Scene scene = new Scene(root, 1440, 900);
        appearance.dress(scene);
        stage.setScene(scene);
        stage.setTitle(Messages.text("app.title", SafeText.line(Formats.fileName(caseFile.toString()), 120)));
        stage.setMinWidth(900);
        stage.setMinHeight(560);
        InputStream icon = Objects.requireNonNull(CaseWindow.class.getResourceAsStream("/dev/spoor/ui/icons/spoor-256.png"), "icon");
        stage.getIcons().add(new Image(icon));
        stage.show();
        open();
    }

    private void open() {
        root.setCenter(StatePane.loading("app.opening", SafeText.line(caseFile.toString(), 300)));
        tasks.change(() -> {
            investigation = opener.open(caseFile);
            return investigation;
        }).onSuccess(opened -> new MainWindow(root, stage, opened, tasks, desktop, appearance).show())
                .onFailure(why -> root.setCenter(StatePane.failed("app.openFailed", why.message()).with("action.tryAgain", this::open))).start();
    }

    /** Closes the case; called when the window is gone. */
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
