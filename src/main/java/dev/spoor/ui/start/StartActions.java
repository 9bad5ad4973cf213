package dev.spoor.ui.start;

import java.nio.file.Path;
import java.util.List;

/** What the start screen asks of the window. Window thread only. */
public interface StartActions {
    /** Begins a case with these files and folders; asks where to keep it. */
    void newCase(List<Path> evidence);

    /** Asks for a case and opens it. */
    void openCase();

    /** Opens a case. */
    void open(Path caseFile);

    /** Opens the sample case. */
    void openSample();

    /** Shows the open case although it is still being loaded, or after that. */
    void lookAtAlerts();

    /** Shows the settings. */
    void settings();
}
