package dev.spoor.store;

import java.util.Objects;

/** A case cannot be opened, read or written. The message says what was found, what was expected and what to do; the case is unharmed. */
public final class StoreException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What sort of failure, for callers that react to some of them. */
    public enum Kind {
        /** There is no file. */
        MISSING,
        /** There is a file where a new case was to be made. */
        EXISTS,
        /** The file is no case. */
        FOREIGN,
        /** A newer Spoor wrote it. */
        NEWER,
        /** Another program has the case open. */
        IN_USE,
        /** It may not be written. */
        READ_ONLY,
        /** The disk is full. */
        FULL,
        /** Its content contradicts itself. */
        DAMAGED,
        /** Something that was asked for is not in the case. */
        UNKNOWN,
        /** The disk or the database failed otherwise. */
        FAILED
    }

    private final Kind kind;

    public StoreException(Kind kind, String message) {
        super(message);
        this.kind = Objects.requireNonNull(kind);
    }

    public StoreException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = Objects.requireNonNull(kind);
    }

    public Kind kind() {
        return kind;
    }
}
