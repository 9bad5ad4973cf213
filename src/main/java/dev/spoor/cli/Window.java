package dev.spoor.cli;

/** The window, as the command line sees it. */
@FunctionalInterface
public interface Window {
    /**
     * Shows a case, or without one the start screen (at the very first start the sample case), and returns when the window was closed.
     *
     * @throws NoWindowException if there is no screen
     */
    void show(WindowRequest request) throws NoWindowException;
}
