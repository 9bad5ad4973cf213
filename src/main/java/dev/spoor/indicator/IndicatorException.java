package dev.spoor.indicator;

/** A file of indicators cannot be read at all: which, and why. */
public final class IndicatorException extends Exception {
    private static final long serialVersionUID = 1L;

    IndicatorException(String message, Throwable cause) {
        super(message, cause);
    }

    IndicatorException(String message) {
        super(message);
    }
}
