package dev.spoor.ui.app;

import dev.spoor.ui.control.Screen;
import java.util.function.Supplier;
import javafx.scene.Node;

/** A screen that is made when it is first needed, so that a case opens without those that nobody looks at yet. Only for the JavaFX thread. */
final class LaterScreen<S extends Screen> implements Screen {
    private final Supplier<S> making;
    private S made;

    LaterScreen(Supplier<S> making) {
        this.making = making;
    }

    /** The screen, made now if need be. */
    S get() {
        if (made == null) {
            made = making.get();
        }
        return made;
    }

    @Override public Node view() {
        return get().view();
    }

    @Override public void shown() {
        get().shown();
    }

    @Override public boolean key(String key) {
        return get().key(key);
    }
}
