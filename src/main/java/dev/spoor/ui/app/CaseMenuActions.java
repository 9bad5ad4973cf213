package dev.spoor.ui.app;

/** The menu of a case: what the window does, and what the frame does itself. */
record CaseMenuActions(WindowActions window, Runnable add, Runnable run) implements CaseMenu.Actions {
    @Override public void newCase() {
        window.newCase();
    }

    @Override public void openCase() {
        window.openCase();
    }

    @Override public void startScreen() {
        window.startScreen();
    }

    @Override public void addEvidence() {
        add.run();
    }

    @Override public void runRules() {
        run.run();
    }

    @Override public void otherTheme() {
        window.otherTheme();
    }

    @Override public void settings() {
        window.settings();
    }
}
