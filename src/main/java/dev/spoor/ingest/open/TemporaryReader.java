package dev.spoor.ingest.open;

import dev.spoor.ingest.IngestException;
import dev.spoor.ingest.LogReader;
import dev.spoor.ingest.ReadResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A reader of a temporary file, which goes away with it. */
final class TemporaryReader implements LogReader {
    private final LogReader reader;
    private final Path temporary;

    TemporaryReader(LogReader reader, Path temporary) {
        this.reader = reader;
        this.temporary = temporary;
    }

    @Override public Optional<ReadResult> next() throws IngestException {
        return reader.next();
    }

    @Override public long position() {
        return reader.position();
    }

    @Override public long repaired() {
        return reader.repaired();
    }

    @Override public void close() throws IOException {
        try {
            reader.close();
        } finally {
            Gzip.delete(temporary);
        }
    }
}
