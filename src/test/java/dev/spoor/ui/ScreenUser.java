package dev.spoor.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.scene.text.Text;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Somebody before the screen: reads what is shown, clicks where it is shown, types. Whatever is wanted is waited for, up to a minute, so that a busy machine does
 * not matter; nothing waits for a fixed time. Not for the window thread.
 */
final class ScreenUser {
    private static final int PATIENCE_SECONDS = 60;
    private Robot mouse;

    /** Waits until something is so; it is asked on the window thread. */
    void await(String what, BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> ask(condition::getAsBoolean));
        } catch (TimeoutException e) {
            throw new AssertionError("not " + what + " in: " + text(), e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static <T> T ask(Supplier<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1_000L, question::get);
    }

    /** Waits until words are shown in a window. */
    void awaitText(String words) {
        await("shown: " + words, () -> words().contains(words));
    }

    /** All words that are shown, a line each. */
    String text() {
        return ask(ScreenUser::words);
    }

    private static String words() {
        StringBuilder out = new StringBuilder();
        for (Scene scene : scenes()) {
            for (Node node : all(scene.getRoot())) {
                switch (node) {
                    case Labeled labeled when labeled.isVisible() -> out.append(Objects.toString(labeled.getText(), "")).append('\n');
                    case Text text when text.isVisible() -> out.append(text.getText()).append('\n');
                    default -> {}
                }
            }
        }
        return out.toString();
    }

    /** A node and everything in it, from the outside to the inside. Window thread only. */
    static List<Node> all(Node top) {
        List<Node> nodes = new ArrayList<>(List.of(top));
        for (int i = 0; i < nodes.size(); i++) {
            switch (nodes.get(i)) {
                case ScrollPane pane when pane.getContent() != null && pane.getChildrenUnmodifiable().isEmpty() -> nodes.add(pane.getContent());
                case Parent parent -> nodes.addAll(parent.getChildrenUnmodifiable());
                default -> {}
            }
        }
        return nodes;
    }

    /** The scenes of the windows that are shown, the one in front last. */
    private static List<Scene> scenes() {
        return List.copyOf(Window.getWindows()).stream().map(Window::getScene).filter(scene -> scene != null && scene.getRoot() != null).toList();
    }

    /** What a selector finds in the foremost window that has it; empty for nothing. Window thread only. */
    static Optional<Node> find(String selector) {
        return scenes().reversed().stream().map(scene -> scene.getRoot().lookup(selector)).filter(Objects::nonNull).findFirst();
    }

    /** Clicks on what a selector finds. */
    void click(String selector) {
        click(selector, () -> find(selector));
    }

    /** Clicks on the button, link or tab that says these words. */
    void clickWords(String words) {
        click(words, () -> scenes().reversed().stream().flatMap(scene -> all(scene.getRoot()).stream())
                .filter(node -> node instanceof Labeled labeled && words.equals(labeled.getText())).min(Comparator.comparing(node -> !clickable(node))));
    }

    /** Chooses an item of a menu by its words. */
    void choose(String menu, String words) {
        await("can be chosen in " + menu + ": " + words, () -> item(menu, words).filter(item -> !item.isDisable()).isPresent());
        onWindowThread(() -> item(menu, words).orElseThrow().fire());
    }

    private static Optional<MenuItem> item(String menu, String words) {
        return find(menu).filter(node -> !node.isDisabled()).map(MenuButton.class::cast)
                .flatMap(button -> button.getItems().stream().filter(item -> words.equals(item.getText())).findFirst());
    }

    private void click(String what, Supplier<Optional<Node>> wanted) {
        Point2D[] place = new Point2D[1];
        await("to be clicked: " + what, () -> {
            wanted.get().ifPresent(ScreenUser::scrollTo);
            Optional<Node> node = wanted.get().filter(ScreenUser::clickable);
            node.map(ScreenUser::middle).ifPresent(point -> place[0] = point);
            return node.isPresent();
        });
        onWindowThread(() -> {
            mouse().mouseMove(place[0]);
            mouse().mousePress(MouseButton.PRIMARY);
        });
        onWindowThread(() -> mouse().mouseRelease(MouseButton.PRIMARY));
    }

    /** One for all: it remembers which buttons are down. Window thread only, as it is made there. */
    private Robot mouse() {
        if (mouse == null) {
            mouse = new Robot();
        }
        return mouse;
    }

    /** Not waited for: what opens a dialog returns when the dialog is closed. */
    private static void onWindowThread(Runnable work) {
        Platform.runLater(work);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static boolean clickable(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        return !node.isDisabled() && bounds.getWidth() > 0 && bounds.getHeight() > 0 && node.getScene().getWindow().isShowing()
                && bounds.getCenterX() < node.getScene().getWidth() && bounds.getCenterY() < node.getScene().getHeight();
    }

    /** Scrolls the pane that a node is in, as with the wheel, until the node is seen. */
    private static void scrollTo(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each instanceof ScrollPane pane && pane.getContent() != null) {
                Bounds content = pane.getContent().getBoundsInLocal();
                Bounds wanted = pane.getContent().sceneToLocal(node.localToScene(node.getLayoutBounds()));
                double hidden = content.getHeight() - pane.getViewportBounds().getHeight();
                Bounds shown = pane.sceneToLocal(node.localToScene(node.getLayoutBounds()));
                if (hidden > 0 && (shown.getMinY() < 0 || shown.getMaxY() > pane.getHeight())) {
                    pane.setVvalue(Math.clamp((wanted.getCenterY() - pane.getViewportBounds().getHeight() / 2) / hidden, 0, 1));
                    pane.layout();
                }
            }
        }
    }

    private static Point2D middle(Node node) {
        Bounds bounds = node.localToScreen(node.getLayoutBounds());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    /** Types words into what has the focus in the foremost window. */
    void type(String words) {
        onWindowThread(() -> words.chars().forEach(ScreenUser::typed));
    }

    /** Without a display a window may lose its own focus to one that is just being closed; so keys go to the control that has the focus within the foremost one. */
    private static void typed(int character) {
        Scene scene = scenes().stream().filter(each -> !(each.getWindow() instanceof PopupWindow)).reduce((first, second) -> second).orElseThrow();
        Event.fireEvent(scene.getFocusOwner() == null ? scene : scene.getFocusOwner(),
                new KeyEvent(KeyEvent.KEY_TYPED, Character.toString(character), "", KeyCode.UNDEFINED, false, false, false, false));
    }

    /** Waits until what a selector finds has the focus. */
    void awaitFocus(String selector) {
        await("in focus: " + selector, () -> find(selector).filter(Node::isFocused).isPresent());
    }

    /** Waits until what a selector finds is so. */
    <T extends Node> void await(String selector, Class<T> type, Predicate<T> condition) {
        await("as wanted: " + selector, () -> find(selector).filter(type::isInstance).map(type::cast).filter(condition).isPresent());
    }
}
