package dev.spoor.cli;

/** There is no screen to show a window on; the message says what can be done. */
public final class NoWindowException extends Exception {
    private static final long serialVersionUID = 1L;

    public NoWindowException(String message, Throwable cause) {
        super(message, cause);
    }
}
