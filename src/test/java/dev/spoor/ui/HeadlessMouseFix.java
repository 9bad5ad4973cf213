package dev.spoor.ui;

import javafx.event.Event;
import javafx.event.EventDispatcher;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.input.MouseEvent;

/** JavaFX 26 without a display flags every mouse press as a popup trigger; headers of tables ignore such presses. */
public final class HeadlessMouseFix {
    private HeadlessMouseFix() {}

    public static void install(Scene scene) {
        EventDispatcher dispatcher = scene.getEventDispatcher();
        scene.setEventDispatcher((event, tail) -> dispatcher.dispatchEvent(fix(event), tail));
    }

    private static Event fix(Event event) {
        if (!(event instanceof MouseEvent e) || event instanceof MouseDragEvent || !e.isPopupTrigger() || e.getButton() == MouseButton.SECONDARY) {
            return event;
        }
        return new MouseEvent(e.getSource(), e.getTarget(), e.getEventType(), e.getSceneX(), e.getSceneY(), e.getScreenX(), e.getScreenY(), e.getButton(),
                e.getClickCount(), e.isShiftDown(), e.isControlDown(), e.isAltDown(), e.isMetaDown(), e.isPrimaryButtonDown(), e.isMiddleButtonDown(),
                e.isSecondaryButtonDown(), e.isBackButtonDown(), e.isForwardButtonDown(), e.isSynthesized(), false, e.isStillSincePress(), e.getPickResult());
    }
}
