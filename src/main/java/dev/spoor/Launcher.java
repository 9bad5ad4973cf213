package dev.spoor;

import dev.spoor.cli.CommandLineApp;
import dev.spoor.cli.NoWindowException;
import dev.spoor.cli.WindowRequest;
import dev.spoor.ui.app.NoDisplayException;
import dev.spoor.ui.app.SpoorApp;
import dev.spoor.ui.app.WorkbenchCases;
import dev.spoor.ui.common.PreferencesFile;

/** Starts Spoor: the window without arguments, else the command line. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {
        System.exit(CommandLineApp.run(Launcher::show, arguments));
    }

    private static void show(WindowRequest request) throws NoWindowException {
        PreferencesFile preferences = new PreferencesFile(PreferencesFile.usual(System.getenv(), System.getProperty("user.home")));
        try {
            SpoorApp.show(new WorkbenchCases(preferences, request.sampleFolder()), preferences, request.caseFile());
        } catch (NoDisplayException e) {
            throw new NoWindowException(e.getMessage(), e);
        }
    }
}
