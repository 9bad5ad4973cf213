package dev.spoor;

import dev.spoor.cli.CommandLineApp;

/** Starts Spoor: the window without arguments, else the command line. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {
        System.exit(CommandLineApp.run(arguments));
    }
}
