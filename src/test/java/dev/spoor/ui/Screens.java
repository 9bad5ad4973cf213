package dev.spoor.ui;

import dev.spoor.event.Time;
import dev.spoor.job.Job;
import dev.spoor.rule.exceptions.ExceptionDraft;
import dev.spoor.triage.Alert;
import dev.spoor.triage.Decision;
import dev.spoor.triage.Reason;
import dev.spoor.triage.Status;
import dev.spoor.triage.StepAnswer;
import dev.spoor.ui.app.TestWindow;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.Theme;
import dev.spoor.workbench.AlertGuide;
import dev.spoor.workbench.Investigation;
import dev.spoor.workbench.SampleCase;
import dev.spoor.workbench.Workbench;
import dev.spoor.workbench.WorkbenchException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

/**
 * Draws every screen of the sample case in both themes: {@code Screens FOLDER [WIDTH HEIGHT]}. Opens the real window, so it needs a display of that size;
 * {@code packaging/screens.sh} makes one. Exits with 1 if a picture could not be taken.
 */
public final class Screens {
    private static final String BACKUP = "svc-backup";
    private static final String WHY = "Nightly backup of the certificate store by its service account, change 4711.";

    private final ExecutorService background = Executors.newFixedThreadPool(3);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Path folder;
    private final Investigation investigation;
    private final int width;
    private final int height;
    private Pictures pictures;
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
        Workbench workbench = new Workbench(() -> Optional.of("m.okafor"));
        Path file = new SampleCase(workbench).prepare(Files.createTempDirectory("spoor-screens-"), Job.SILENT);
        try (Investigation investigation = workbench.open(file)) {
            decide(investigation);
            Screens screens = new Screens(folder, investigation, args.length > 2 ? Integer.parseInt(args[1]) : 1440, args.length > 2 ? Integer.parseInt(args[2]) : 900);
            Platform.startup(screens::run);
            Platform.setImplicitExit(false);
            screens.done.await();
            screens.background.shutdownNow();
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
        for (Alert alert : investigation.alerts()) {
            if (alert.rule().name().contains("LSASS") && alert.time() > Time.parse("2024-05-02T00:00:00Z")) {
                answer(investigation, alert);
            }
        }
    }

    private static void answer(Investigation investigation, Alert alert) throws WorkbenchException {
        AlertGuide guide = investigation.guides().guide(alert.id());
        List<StepAnswer.Pinned> evidence = List.of(new StepAnswer.Pinned(alert.events().getFirst().id(), "Opened by a program in a folder of its own"));
        investigation.guides().answer(guide.answer(guide.toAnswer().getFirst().key()).with(StepAnswer.State.DONE).noted("Program Files, where only administrators write."));
        investigation.guides().answer(guide.answer(guide.toAnswer().get(1).key()).with(StepAnswer.State.FINDING).pinned(evidence));
    }

    private void run() {
        Stage stage = new Stage();
        pictures = new Pictures(stage, folder, width, height);
        window = new TestWindow();
        window.show(stage, investigation, background, width, height);
        for (Theme theme : Theme.values()) {
            plan(theme, "-" + theme.name().toLowerCase(Locale.ROOT));
        }
        pictures.take(5_000, this::start);
    }

    private void start() {
        try {
            Pictures others = new StartScreens(folder, background).plan(width, height);
            others.take(2_000, () -> {
                failed = pictures.failed() + others.failed();
                done.countDown();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void plan(Theme theme, String suffix) {
        pictures.then(() -> {
            window.appearance.choose(theme);
            pictures.press("rail-alerts");
            select("adm-pki2");
        });
        add("alerts" + suffix, () -> tab(0));
        List<String> tabs = List.of("overview", "guide", "attack", "event", "related", "rule", "history");
        for (int i = 1; i < tabs.size(); i++) {
            int index = i;
            add("alerts-" + tabs.get(i) + suffix, () -> tab(index));
        }
        pictures.then(() -> select("LSASS"));
        add("alerts-guide-answered" + suffix, () -> tab(1));
        pictures.then(() -> tab(0));
        add("alerts-false-positive" + suffix, () -> select(BACKUP));
        add("exception" + suffix, () -> {
            select(BACKUP);
            pictures.press("add-exception");
        });
        pictures.then(pictures::leaveDialog);
        add("severity" + suffix, () -> {
            select(BACKUP);
            pictures.there("#more-actions", MenuButton.class).getItems().stream().filter(item -> Messages.text("action.severity").equals(item.getText())).findFirst()
                    .ifPresent(MenuItem::fire);
        });
        pictures.then(pictures::leaveDialog);
        add("alerts-filtered" + suffix, () -> filter("nothing like it"));
        pictures.then(() -> filter(""));
        add("rules" + suffix, () -> pictures.press("rail-rules"));
        add("entities" + suffix, () -> pictures.press("rail-entities"));
        add("evidence" + suffix, () -> pictures.press("rail-evidence"));
        add("exceptions" + suffix, () -> pictures.press("rail-exceptions"));
        add("palette" + suffix, () -> {
            pictures.press("rail-alerts");
            pictures.press("palette-open");
        });
        pictures.then(pictures::leaveDialog);
        add("report" + suffix, () -> pictures.press("rail-report"));
        pictures.then(pictures::leaveDialog);
        add("keys" + suffix, () -> pictures.press("help"));
        pictures.then(pictures::leaveDialog);
    }

    private void add(String name, Runnable prepare) {
        pictures.add(name, 3_000, prepare);
    }

    private void tab(int index) {
        pictures.there(".tab-pane", TabPane.class).getSelectionModel().select(index);
    }

    private void filter(String words) {
        pictures.there("#alert-filter", TextField.class).setText(words);
    }

    /** Selects the first row that tells of something. */
    private void select(String words) {
        TableView<?> table = pictures.there(".table-view", TableView.class);
        for (int row = 0; row < table.getItems().size(); row++) {
            if (table.getItems().get(row).toString().contains(words)) {
                table.getSelectionModel().clearAndSelect(row);
                return;
            }
        }
        throw new Pictures.MissingNode("no row with " + words);
    }
}
