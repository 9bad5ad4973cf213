package dev.spoor.ui;

import dev.spoor.event.Time;
import dev.spoor.job.Job;
import dev.spoor.rule.exceptions.ExceptionDraft;
import dev.spoor.triage.Alert;
import dev.spoor.triage.Decision;
import dev.spoor.triage.Reason;
import dev.spoor.triage.Status;
import dev.spoor.ui.app.TestWindow;
import dev.spoor.ui.common.Theme;
import dev.spoor.workbench.Investigation;
import dev.spoor.workbench.SampleCase;
import dev.spoor.workbench.Workbench;
import dev.spoor.workbench.WorkbenchException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import javax.imageio.ImageIO;

/**
 * Draws every screen of the sample case in both themes: {@code Screens FOLDER [WIDTH HEIGHT]}. Opens the real window, so it needs a display of that size;
 * {@code packaging/screens.sh} makes one. Exits with 1 if a picture could not be taken.
 */
public final class Screens {
    private static final String BACKUP = "svc-backup";
    private static final String WHY = "Nightly backup of the certificate store by its service account, change 4711.";

    /** A picture: what to do before it is taken. */
    private record Shot(String name, Runnable prepare) {}

    private final Deque<Shot> shots = new ArrayDeque<>();
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final CountDownLatch done = new CountDownLatch(1);
    private final Path folder;
    private final Investigation investigation;
    private final int width;
    private final int height;
    private Stage stage;
    private TestWindow window;
    private int failed;

    private Screens(Path folder, Investigation investigation, int width, int height) {
        this.folder = folder;
        this.investigation = investigation;
        this.width = width;
        this.height = height;
    }

    public static void main(String[] args) throws InterruptedException, IOException, WorkbenchException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Workbench workbench = new Workbench();
        Path file = new SampleCase(workbench).prepare(Files.createTempDirectory("spoor-screens-"), Job.SILENT);
        try (Investigation investigation = workbench.open(file)) {
            decide(investigation);
            Screens screens = new Screens(folder, investigation, args.length > 2 ? Integer.parseInt(args[1]) : 1440, args.length > 2 ? Integer.parseInt(args[2]) : 900);
            Platform.startup(screens::run);
            screens.done.await();
            screens.background.shutdown();
            Platform.exit();
            if (screens.failed > 0) {
                System.exit(1);
            }
        }
    }

    /** Some work is done already: the backup is closed, the software distribution excepted, one alert acknowledged. */
    private static void decide(Investigation investigation) throws WorkbenchException {
        for (Alert alert : investigation.alerts()) {
            if (alert.user().equals(Optional.of(BACKUP))) {
                investigation.decide(List.of(alert.id()), new Decision(Status.CLOSED, Optional.of(Reason.FALSE_POSITIVE), WHY, List.of("backup")));
            } else if (alert.user().filter(user -> user.endsWith("svc-deploy")).isPresent()) {
                String why = "Software distribution, as planned.";
                investigation.decide(List.of(alert.id()), new Decision(Status.CLOSED, Optional.of(Reason.FALSE_POSITIVE), why, List.of()));
                ExceptionDraft draft = new ExceptionDraft("Tasks of the software distribution", investigation.suggestException(alert.id()).entries(), why, Optional.empty());
                investigation.addException(draft.item("software-distribution", alert.rule().id(), investigation.analyst(), Time.parse("2024-05-03T08:00:00Z")));
            } else if (alert.rule().name().contains("krbtgt")) {
                investigation.decide(List.of(alert.id()), new Decision(Status.ACKNOWLEDGED, Optional.empty(), "Asked the directory team.", List.of()));
            } else if (alert.summary().contains("r.osei")) {
                investigation.decide(List.of(alert.id()), new Decision(Status.CLOSED, Optional.of(Reason.BENIGN_POSITIVE), "New password, old phone; he confirmed it.", List.of()));
            }
        }
        investigation.detect(List.of(), Job.SILENT);
    }

    private void run() {
        stage = new Stage();
        window = new TestWindow();
        stage.setX(0);
        stage.setY(0);
        window.show(stage, investigation, background, width, height);
        for (Theme theme : Theme.values()) {
            plan(theme, "-" + theme.name().toLowerCase(Locale.ROOT));
        }
        pause(5_000, this::next);
    }

    private void plan(Theme theme, String suffix) {
        add("", () -> {
            window.appearance.choose(theme);
            press("rail-alerts");
            select("adm-pki2");
        });
        add("alerts" + suffix, () -> tab(0));
        List<String> tabs = List.of("overview", "guide", "attack", "event", "rule", "history");
        for (int i = 1; i < tabs.size(); i++) {
            int index = i;
            add("alerts-" + tabs.get(i) + suffix, () -> tab(index));
        }
        add("", () -> tab(0));
        add("alerts-false-positive" + suffix, () -> select(BACKUP));
        add("exception" + suffix, () -> {
            select(BACKUP);
            press("add-exception");
        });
        add("", this::leaveDialog);
        add("alerts-filtered" + suffix, () -> filter("nothing like it"));
        add("", () -> filter(""));
        add("rules" + suffix, () -> press("rail-rules"));
        add("evidence" + suffix, () -> press("rail-evidence"));
        add("exceptions" + suffix, () -> press("rail-exceptions"));
        add("palette" + suffix, () -> {
            press("rail-alerts");
            press("palette-open");
        });
        add("", this::leaveDialog);
        add("report" + suffix, () -> press("rail-report"));
        add("", this::leaveDialog);
        add("keys" + suffix, () -> press("help"));
        add("", this::leaveDialog);
    }

    private void add(String name, Runnable prepare) {
        shots.add(new Shot(name, prepare));
    }

    private void next() {
        if (shots.isEmpty()) {
            stage.hide();
            done.countDown();
            return;
        }
        Shot shot = shots.poll();
        int before = failed;
        Platform.runLater(() -> attempt(shot));
        pause(shot.name().isEmpty() ? 700 : 3_000, () -> {
            if (!shot.name().isEmpty() && failed == before) {
                take(shot.name());
            }
            next();
        });
    }

    private void attempt(Shot shot) {
        try {
            shot.prepare().run();
        } catch (MissingNode e) {
            failed++;
            System.err.println(shot.name() + ": " + e.getMessage());
        }
    }

    /** Something that a picture needs is not in the window. */
    private static final class MissingNode extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private MissingNode(String message) {
            super(message);
        }
    }

    private static void pause(int millis, Runnable then) {
        PauseTransition pause = new PauseTransition(Duration.millis(millis));
        pause.setOnFinished(event -> then.run());
        pause.play();
    }

    private Scene scene() {
        return stage.getScene();
    }

    private <T> T there(String selector, Class<T> type) {
        Node node = scene().lookup(selector);
        if (!type.isInstance(node)) {
            throw new MissingNode("no " + selector);
        }
        return type.cast(node);
    }

    private void press(String id) {
        there("#" + id, ButtonBase.class).fire();
    }

    private void tab(int index) {
        there(".tab-pane", TabPane.class).getSelectionModel().select(index);
    }

    private void filter(String words) {
        there("#alert-filter", TextField.class).setText(words);
    }

    /** Selects the first row that tells of something. */
    private void select(String words) {
        TableView<?> table = there(".table-view", TableView.class);
        for (int row = 0; row < table.getItems().size(); row++) {
            if (table.getItems().get(row).toString().contains(words)) {
                table.getSelectionModel().clearAndSelect(row);
                return;
            }
        }
        throw new MissingNode("no row with " + words);
    }

    private void leaveDialog() {
        List.copyOf(Window.getWindows()).stream().filter(each -> each != stage).forEach(Window::hide);
    }

    private void take(String name) {
        try {
            ImageIO.write(SwingFXUtils.fromFXImage(new Robot().getScreenCapture(null, new Rectangle2D(0, 0, width, height)), null), "png", folder.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
