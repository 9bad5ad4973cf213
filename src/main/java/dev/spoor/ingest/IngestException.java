package dev.spoor.ingest;

/** A file cannot be read at all, or not further: found, expected, where, what to do. Damage inside a file is a {@link Damaged} instead. */
public final class IngestException extends Exception {
    private static final long serialVersionUID = 1L;

    public IngestException(String message) {
        super(message);
    }

    public IngestException(String message, Throwable cause) {
        super(message, cause);
    }
}
