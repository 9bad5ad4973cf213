package dev.spoor.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import javax.imageio.ImageIO;

/** Pictures of a window, one after the other: something is done, then the whole screen is taken. Window thread only. */
final class Pictures {
    /** A picture: what to do before it is taken, and how long that takes to show; without a name none is taken. */
    private record Shot(String name, int millis, Runnable prepare) {}

    /** Something that a picture needs is not in the window. */
    static final class MissingNode extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MissingNode(String message) {
            super(message);
        }
    }

    private final Deque<Shot> shots = new ArrayDeque<>();
    private final Path folder;
    private final Stage stage;
    private final int width;
    private final int height;
    private int failed;

    /** Of a window of that size in the corner of the screen, into a folder. */
    Pictures(Stage stage, Path folder, int width, int height) {
        this.folder = folder;
        this.stage = stage;
        this.width = width;
        this.height = height;
        stage.setX(0);
        stage.setY(0);
    }

    /** Plans a picture. */
    void add(String name, int millis, Runnable prepare) {
        shots.add(new Shot(name, millis, prepare));
    }

    /** Plans something without a picture of it. */
    void then(Runnable work) {
        add("", 700, work);
    }

    /** Goes on only when something is so, or after a minute. */
    void when(BooleanSupplier condition) {
        add("", 300, () -> again(condition, 200));
    }

    private void again(BooleanSupplier condition, int times) {
        if (times > 0 && !condition.getAsBoolean()) {
            shots.addFirst(new Shot("", 300, () -> again(condition, times - 1)));
        }
    }

    /** Takes them all, beginning after a while. */
    void take(int afterMillis, Runnable finished) {
        pause(afterMillis, () -> next(finished));
    }

    /** How many could not be taken. */
    int failed() {
        return failed;
    }

    private void next(Runnable finished) {
        if (shots.isEmpty()) {
            stage.hide();
            finished.run();
            return;
        }
        Shot shot = shots.poll();
        int before = failed;
        Platform.runLater(() -> attempt(shot));
        pause(shot.millis(), () -> {
            if (!shot.name().isEmpty() && failed == before) {
                write(shot.name());
            }
            next(finished);
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

    private static void pause(int millis, Runnable then) {
        PauseTransition pause = new PauseTransition(Duration.millis(millis));
        pause.setOnFinished(event -> then.run());
        pause.play();
    }

    /** What a selector finds in the window. */
    <T> T there(String selector, Class<T> type) {
        Node node = stage.getScene().lookup(selector);
        if (!type.isInstance(node)) {
            throw new MissingNode("no " + selector);
        }
        return type.cast(node);
    }

    void press(String id) {
        there("#" + id, ButtonBase.class).fire();
    }

    void leaveDialog() {
        List.copyOf(Window.getWindows()).stream().filter(each -> each != stage).forEach(Window::hide);
    }

    private void write(String name) {
        try {
            ImageIO.write(SwingFXUtils.fromFXImage(new Robot().getScreenCapture(null, new Rectangle2D(0, 0, width, height)), null), "png", folder.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
