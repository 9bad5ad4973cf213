package dev.spoor.report;

/** A report cannot be written; the message says why and what to do. */
public final class ReportException extends Exception {
    private static final long serialVersionUID = 1L;

    public ReportException(String message, Throwable cause) {
        super(message, cause);
    }
}
