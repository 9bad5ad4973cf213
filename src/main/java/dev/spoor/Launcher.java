package dev.spoor;

import dev.spoor.cli.CommandLineApp;
import dev.spoor.cli.NoWindowException;
import dev.spoor.ui.app.NoDisplayException;
import dev.spoor.ui.app.SpoorApp;
import dev.spoor.workbench.Workbench;
import java.nio.file.Path;

/** Starts Spoor: the window without arguments, else the command line. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {
        System.exit(CommandLineApp.run(Launcher::show, arguments));
    }

    private static void show(Path caseFile) throws NoWindowException {
        try {
            SpoorApp.show(new Workbench()::open, caseFile);
        } catch (NoDisplayException e) {
            throw new NoWindowException(e.getMessage(), e);
        }
    }
}
