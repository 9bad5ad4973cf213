package dev.spoor.ingest.json;

/** A document that is no JSON or goes beyond a limit; becomes a {@link dev.spoor.ingest.Damaged}. */
final class MalformedDocument extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedDocument(String problem) {
        super(problem, null, false, false);
    }
}
