package dev.spoor.cli;

import java.nio.file.Path;

/** The window, as the command line sees it. */
@FunctionalInterface
public interface Window {
    /**
     * Shows a case and returns when the window was closed.
     *
     * @throws NoWindowException if there is no screen
     */
    void show(Path caseFile) throws NoWindowException;
}
