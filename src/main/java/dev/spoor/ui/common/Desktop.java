package dev.spoor.ui.common;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
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

    /**
     * Asks where alerts should be exported to.
     *
     * @param suggestion a file name to begin with
     * @return empty if the user changed their mind
     */
    default Optional<Path> exportFile(Window owner, Path folder, String suggestion) {
        return Optional.empty();
    }

    /** Asks for log files; empty if the user changed their mind. */
    List<Path> chooseFiles(Window owner);

    /** Asks for a folder, for what the title says. */
    Optional<Path> chooseFolder(Window owner, String title);

    /**
     * Asks where a new case should be kept.
     *
     * @param suggestion a file name to begin with
     */
    Optional<Path> newCase(Window owner, Path folder, String suggestion);

    /** Asks for a case file to open. */
    Optional<Path> openCase(Window owner);
}
