package dev.spoor.cli;

/** What the program's exit status means. */
public final class ExitStatus {
    /** Done; problems with some records or rules were reported. */
    public static final int DONE = 0;
    /** Done, and what was compared differs; only {@code verify} answers it. */
    public static final int DIFFERS = 1;
    /** The command line is wrong. */
    public static final int USAGE = 2;
    /** Nothing could be done with the input. */
    public static final int NOTHING_DONE = 3;
    /** A fault of the program. */
    public static final int INTERNAL = 4;
    /** The user stopped it. */
    public static final int CANCELLED = 130;

    private ExitStatus() {}
}
