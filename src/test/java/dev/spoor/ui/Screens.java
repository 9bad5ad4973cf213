package dev.spoor.ui;

import dev.spoor.ui.app.TestWindow;
import dev.spoor.ui.common.Theme;
import dev.spoor.workbench.Investigation;
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
import java.util.concurrent.Executors;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import javax.imageio.ImageIO;

/**
 * Draws every screen in both themes: {@code Screens FOLDER [CASE [RULE]]}. Without a case file the invented case in memory is drawn; RULE is a part of the
 * name of the rule whose alert is shown. Needs a display of at least 1440 × 900.
 */
public final class Screens {
    /** A picture: what to do before it is taken. */
    private record Shot(String name, Runnable prepare) {}

    private final Deque<Shot> shots = new ArrayDeque<>();
    private final Path folder;
    private final CountDownLatch done = new CountDownLatch(1);
    private final Stage stage = new Stage();
    private final TestWindow window = new TestWindow();

    private final Investigation investigation;
    private final String rule;

    private Screens(Path folder, Investigation investigation, String rule) {
        this.folder = folder;
        this.investigation = investigation;
        this.rule = rule;
    }

    public static void main(String[] args) throws InterruptedException, IOException, WorkbenchException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Investigation investigation = args.length > 1 ? new Workbench().open(Path.of(args[1])) : FakeInvestigation.northwind();
        String rule = args.length > 2 ? args[2] : "certificate store";
        CountDownLatch[] done = new CountDownLatch[1];
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(() -> {
            Screens screens = new Screens(folder, investigation, rule);
            done[0] = screens.done;
            screens.run();
            started.countDown();
        });
        started.await();
        done[0].await();
        Platform.exit();
        System.exit(0);
    }

    private void run() {
        window.show(stage, investigation, Executors.newSingleThreadExecutor(), 1440, 900);
        for (Theme theme : Theme.values()) {
            String suffix = "-" + theme.name().toLowerCase(Locale.ROOT);
            add("", () -> {
                window.appearance.choose(theme);
                press("rail.alerts");
                table().getItems().stream().filter(row -> row.toString().contains(rule)).findFirst().ifPresent(this::select);
            });
            add("alerts" + suffix, () -> tab(0));
            for (int i = 1; i < 6; i++) {
                int index = i;
                add("alerts-" + List.of("overview", "guide", "attack", "event", "rule", "history").get(i) + suffix, () -> tab(index));
            }
            add("exception" + suffix, () -> press("add-exception"));
            add("", this::saveException);
            add("exceptions" + suffix, () -> press("rail.exceptions"));
            add("rules" + suffix, () -> press("rail.rules"));
            add("rules-all" + suffix, () -> tab(3));
            add("evidence" + suffix, () -> {
                press("rail.evidence");
            });
            add("evidence-damage" + suffix, () -> table().getSelectionModel().clearAndSelect(3));
            add("alerts-filtered" + suffix, () -> {
                press("rail.alerts");
                ((TextField) scene().lookup("#alert-filter")).setText("nothing like it");
            });
            add("alerts-back" + suffix, () -> {
                ((TextField) scene().lookup("#alert-filter")).clear();
            });
        }
        pause(5000, this::next);
    }

    private void add(String name, Runnable prepare) {
        shots.add(new Shot(name, prepare));
    }

    private void next() {
        if (shots.isEmpty()) {
            done.countDown();
            return;
        }
        Shot shot = shots.poll();
        pause(700, () -> {
            shot.prepare().run();
            pause(900, () -> {
                if (!shot.name().isEmpty()) {
                    take(shot.name());
                }
                next();
            });
        });
    }

    private static void pause(int millis, Runnable then) {
        PauseTransition pause = new PauseTransition(Duration.millis(millis));
        pause.setOnFinished(event -> then.run());
        pause.play();
    }

    private Optional<Scene> dialog() {
        return Window.getWindows().stream().filter(open -> open != stage && open instanceof Stage).map(Window::getScene).findFirst();
    }

    private void saveException() {
        dialog().ifPresent(scene -> {
            ((TextArea) scene.lookup("#except-comment")).setText("Planned backup of the authority, change 4471.");
            Button save = (Button) scene.lookup("#except-save");
            if (save.isDisabled()) {
                scene.getWindow().hide();
            } else {
                save.fire();
            }
        });
    }

    private Scene scene() {
        return stage.getScene();
    }

    private void press(String id) {
        ((ButtonBase) scene().lookup("#" + id.replace('.', '-'))).fire();
    }

    private void tab(int index) {
        if (scene().lookup(".tab-pane") instanceof TabPane tabs) {
            tabs.getSelectionModel().select(index);
        }
    }

    private TableView<?> table() {
        return (TableView<?>) scene().lookup(".table-view");
    }

    private void select(Object row) {
        table().getSelectionModel().clearAndSelect(table().getItems().indexOf(row));
    }

    private void take(String name) {
        try {
            ImageIO.write(SwingFXUtils.fromFXImage(dialog().orElseGet(this::scene).snapshot(null), null), "png", folder.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
