package dev.spoor.ui.common;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/** What the window asks of the desktop around it. Called on the window's thread only. */
public interface Desktop {
    /** Opens a link in the user's browser. Only called for a click. */
    void open(URI link);

    /** Puts text on the clipboard. */
    void copy(String text);

    /**
     * Asks where a report should be written.
     *
     * @param suggestion a file name to begin with
     * @return empty if the user changed their mind
     */
    Optional<Path> reportFile(Window owner, Path folder, String suggestion);
}
