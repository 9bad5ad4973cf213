package dev.spoor.ingest.json;

import java.io.IOException;
import java.util.Optional;

/** Finds where records begin and end. */
sealed interface Framer permits LineFramer, DocumentFramer, RowsFramer {
    /** The next record or broken place, or empty at the end. */
    Optional<Frame> next() throws IOException;
}
