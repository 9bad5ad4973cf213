package dev.spoor.workbench;

/** A use case could not be carried out; the message says what, where and what to do. */
public final class WorkbenchException extends Exception {
    private static final long serialVersionUID = 1L;

    public WorkbenchException(String message) {
        super(message);
    }

    public WorkbenchException(String message, Throwable cause) {
        super(message, cause);
    }
}
