package dev.spoor.ingest.evtx;

/** The bytes of a record are not what the format asks for. Never leaves the package: it becomes a {@code Damaged}. Carries no stack trace. */
final class DecodeException extends Exception {
    private static final long serialVersionUID = 1L;

    DecodeException(String message) {
        super(message, null, false, false);
    }
}
