package dev.spoor.exec.run;

/** A pipeline needs more memory than its {@link RunLimits} allow; there is no result. The message says which limit. */
public final class RunLimitException extends Exception {
    private static final long serialVersionUID = 1L;

    RunLimitException(String message) {
        super(message);
    }
}
