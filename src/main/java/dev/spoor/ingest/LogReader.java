package dev.spoor.ingest;

import java.io.Closeable;
import java.util.List;
import java.util.Optional;

/**
 * Reads one log file, record by record, in the order of the file. Not thread-safe. A damaged record never ends the reading.
 */
public interface LogReader extends Closeable {
    /**
     * The next record or damage, or empty at the end.
     *
     * @throws IngestException if the file cannot be read on (the disk failed, the file vanished)
     */
    Optional<ReadResult> next() throws IngestException;

    /** How many bytes of the file have been read so far, for progress. */
    long position();

    /** How many records so far were read with a repair: bytes that are no text replaced, a missing end supplied. */
    default long repaired() {
        return 0;
    }

    /** What was repaired or assumed so far, in words and with the place, for the register; a reader keeps the first few hundred. Damage is not said here. */
    default List<String> remarks() {
        return List.of();
    }
}
