package dev.spoor.ui.app;

/** What the frame of a case asks of the window it is in. Window thread only. */
interface WindowActions {
    /** Leaves the case and asks for files of a new one. */
    void newCase();

    /** Asks for another case and opens it. */
    void openCase();

    /** Leaves the case. */
    void startScreen();

    /** Changes between light and dark, and keeps the choice. */
    void otherTheme();

    /** Shows the settings. */
    void settings();
}
