package dev.spoor.normalize;

/** A mapping table that cannot be used: which table and line, what was found, what was expected. */
public final class MappingTableException extends Exception {
    private static final long serialVersionUID = 1L;

    public MappingTableException(String message) {
        super(message);
    }

    public MappingTableException(String message, Throwable cause) {
        super(message, cause);
    }
}
