package dev.spoor.ui.control;

import javafx.scene.control.Label;

/** A key of the keyboard as it is drawn in hints. */
public final class KeyCap extends Label {
    /** The key with this name. */
    public KeyCap(String key) {
        super(key);
        getStyleClass().add("key-cap");
        setMinWidth(USE_PREF_SIZE);
    }
}
