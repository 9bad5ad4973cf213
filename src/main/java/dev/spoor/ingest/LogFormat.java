package dev.spoor.ingest;

import java.nio.file.Path;

/** A format of log files that Spoor reads. Stateless and thread-safe. */
public interface LogFormat {
    /** The name users know and may ask for, in lower case without blanks: {@code json}, {@code evtx}, {@code xml}. */
    String name();

    /** What a file of this format holds, for messages: {@code JSON documents (NDJSON, an array, or one after the other)}. */
    String description();

    /**
     * Whether a file that begins so is probably of this format.
     *
     * @param head the first bytes of the file, at most 64 KiB; shorter where the file is
     */
    boolean recognises(byte[] head);

    /**
     * Opens a file of this format.
     *
     * @throws IngestException if the file cannot be read at all
     */
    LogReader open(Path file, ReadOptions options) throws IngestException;
}
