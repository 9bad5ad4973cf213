package dev.spoor.workbench;

/** Is told what happens while evidence is loaded, on the thread that loads, so it must be quick and must not throw. */
@FunctionalInterface
public interface LoadObserver {
    /** Listens to nothing. */
    LoadObserver SILENT = event -> {};

    /** Called in the order of events; readings of one file come at most some twenty times a second. */
    void told(LoadEvent event);
}
