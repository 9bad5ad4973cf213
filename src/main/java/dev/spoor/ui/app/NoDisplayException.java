package dev.spoor.ui.app;

/** There is no screen to show a window on; the message says so in plain words, and what can be done. */
public final class NoDisplayException extends Exception {
    private static final long serialVersionUID = 1L;

    NoDisplayException(String message) {
        super(message);
    }

    NoDisplayException(String message, Throwable cause) {
        super(message, cause);
    }
}
