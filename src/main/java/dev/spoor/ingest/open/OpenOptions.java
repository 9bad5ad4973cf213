package dev.spoor.ingest.open;

import dev.spoor.ingest.ReadOptions;
import java.util.Optional;

/**
 * How a file is opened.
 *
 * @param format   name of the format to read it as, whatever its content looks like; empty to decide by content
 * @param read     passed to the format
 * @param maxBytes how many bytes a compressed file may unpack to
 */
public record OpenOptions(Optional<String> format, ReadOptions read, long maxBytes) {
    /** By content; at most 64 GiB unpacked. */
    public static final OpenOptions DEFAULT = new OpenOptions(Optional.empty(), ReadOptions.DEFAULT, 64L << 30);

    /** The same, read as a format. */
    public OpenOptions as(String name) {
        return new OpenOptions(Optional.of(name), read, maxBytes);
    }

    /** The same, also looking for records outside the intact structure. */
    public OpenOptions recovering() {
        return new OpenOptions(format, new ReadOptions(true), maxBytes);
    }
}
