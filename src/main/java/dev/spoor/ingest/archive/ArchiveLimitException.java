package dev.spoor.ingest.archive;

import java.io.IOException;

/** Reading an entry further would go beyond one of the {@link ArchiveLimits}; the message says which, as the rest of a sentence. */
public final class ArchiveLimitException extends IOException {
    private static final long serialVersionUID = 1L;

    ArchiveLimitException(String message) {
        super(message);
    }
}
