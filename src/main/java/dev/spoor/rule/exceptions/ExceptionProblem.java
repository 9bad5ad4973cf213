package dev.spoor.rule.exceptions;

/** A text that is no exception. The message says where in it, what was found and what was expected. */
public final class ExceptionProblem extends Exception {
    private static final long serialVersionUID = 1L;

    public ExceptionProblem(String message) {
        super(message);
    }

    public ExceptionProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
