package dev.spoor.ingest.archive;

import java.io.IOException;

/** Runs code of a library on bytes that an attacker may have made. Such code may stumble over them with any unchecked exception; here that is damage, a value. */
final class Guarded {
    private Guarded() {}

    /** Work of a library. */
    interface Work<T> {
        T run() throws IOException;
    }

    static <T> T run(Work<T> work) throws IOException {
        try {
            return work.run();
        } catch (RuntimeException e) {
            throw new IOException("the bytes make no sense (" + e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage()) + ")", e);
        }
    }

    /** Why something failed, in words. */
    static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
