package dev.spoor.ui.control;

import javafx.scene.Node;

/** A screen of the window, reached from the rail. */
public interface Screen {
    /** What is shown; always the same node. */
    Node view();

    /** Called each time the screen is brought to the front: brings its data up to date and takes the focus. */
    void shown();

    /**
     * A key that no text field wants, without Ctrl or Alt.
     *
     * @param key the lower-case letter or the sign that was typed
     * @return whether the screen did something with it
     */
    boolean key(String key);
}
