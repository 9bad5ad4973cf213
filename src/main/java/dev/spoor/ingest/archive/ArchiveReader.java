package dev.spoor.ingest.archive;

import dev.spoor.ingest.IngestException;
import java.io.Closeable;
import java.util.Optional;

/** Walks the entries of one container in its order. Not thread-safe. */
public interface ArchiveReader extends Closeable {
    /** What the container is: {@code zip}, {@code 7z}, {@code tar}, {@code gz}, {@code tar.gz} ... */
    String format();

    /**
     * The next entry or problem, or empty at the end. The content of the entry before can no longer be read.
     *
     * @throws IngestException if the container cannot be read on because the disk failed or the file vanished
     */
    Optional<ArchiveItem> next() throws IngestException;

    /** How many bytes of the file have been read so far, roughly, for progress. */
    long position();
}
