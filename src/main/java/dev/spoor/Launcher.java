package dev.spoor;

import dev.spoor.cli.CommandLineApp;
import dev.spoor.cli.NoWindowException;
import dev.spoor.cli.WindowRequest;
import dev.spoor.ui.app.NoDisplayException;
import dev.spoor.ui.app.SpoorApp;
import dev.spoor.ui.app.WorkbenchCases;
import dev.spoor.ui.common.PreferencesFile;
import java.util.Optional;

/** Starts Spoor: the window without arguments, else the command line. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {
        System.exit(CommandLineApp.run(Launcher::show, Launcher::analyst, arguments));
    }

    private static PreferencesFile preferences() {
        return new PreferencesFile(PreferencesFile.usual(System.getenv(), System.getProperty("user.home")));
    }

    /** The name that the user gave in the window. */
    private static Optional<String> analyst() {
        PreferencesFile preferences = preferences();
        preferences.problem().ifPresent(System.err::println);
        return preferences.get().analyst();
    }

    private static void show(WindowRequest request) throws NoWindowException {
        PreferencesFile preferences = preferences();
        try {
            SpoorApp.show(new WorkbenchCases(preferences, request.sampleFolder()), preferences, request.caseFile());
        } catch (NoDisplayException e) {
            throw new NoWindowException(e.getMessage(), e);
        }
    }
}
