package dev.spoor.ecs;

/** A mapping file that is no Elasticsearch mapping: what was found, what was expected. */
public final class MappingException extends Exception {
    private static final long serialVersionUID = 1L;

    public MappingException(String message) {
        super(message);
    }

    public MappingException(String message, Throwable cause) {
        super(message, cause);
    }
}
