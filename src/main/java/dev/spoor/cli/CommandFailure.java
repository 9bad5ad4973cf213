package dev.spoor.cli;

/** Ends a command with a message for the user and an exit status. */
final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;

    CommandFailure(int status, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    /** Nothing could be done with the input. */
    static CommandFailure nothingDone(String message, Throwable cause) {
        return new CommandFailure(ExitStatus.NOTHING_DONE, message, cause);
    }

    /** The command line is wrong. */
    static CommandFailure usage(String message) {
        return new CommandFailure(ExitStatus.USAGE, message, null);
    }

    int status() {
        return status;
    }
}
