package dev.spoor.ingest.open;

import dev.spoor.ingest.ReadOptions;
import java.util.Optional;

/**
 * How a file is opened.
 *
 * @param format name of the format to read it as, whatever its content looks like; empty to decide by content
 * @param read   passed to the format
 */
public record OpenOptions(Optional<String> format, ReadOptions read) {
    /** By content. */
    public static final OpenOptions DEFAULT = new OpenOptions(Optional.empty(), ReadOptions.DEFAULT);

    /** The same, read as a format. */
    public OpenOptions as(String name) {
        return new OpenOptions(Optional.of(name), read);
    }

    /** The same, also looking for records outside the intact structure. */
    public OpenOptions recovering() {
        return new OpenOptions(format, new ReadOptions(true));
    }
}
