package dev.spoor.ingest;

import java.io.Closeable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

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

    /**
     * As {@link #next}, but a record may come as a {@link ShapedRecord} where the reader has that sooner; its event is the same. The two may be called in turn.
     *
     * @throws IngestException if the file cannot be read on
     */
    default Optional<ReadResult> nextShaped() throws IngestException {
        return next();
    }

    /** How many bytes of the file have been read so far, for progress. */
    long position();

    /**
     * Byte offset of the part of the file from which the record given last can be read again without the rest of the file: that of the record itself, or of the chunk
     * that it needs. Asked before {@link #next} is called again; -1 where the last result was no record.
     */
    long rawOffset();

    /** The bytes of the part that begins at {@link #rawOffset}: as the file has them, texts as UTF-8. A copy, made when it is asked for; asked before {@link #next} is called again. */
    byte[] raw();

    /** How many records so far were read with a repair: bytes that are no text replaced, a missing end supplied. */
    default long repaired() {
        return 0;
    }

    /** CRC-32C of the file's bytes as they were read, where the reader has read all of them, each once and in order; else empty, and whoever needs it reads the file again. */
    default OptionalLong checksum() {
        return OptionalLong.empty();
    }

    /** What was repaired or assumed so far, in words and with the place, for the register; a reader keeps the first few hundred. Damage is not said here. */
    default List<String> remarks() {
        return List.of();
    }
}
