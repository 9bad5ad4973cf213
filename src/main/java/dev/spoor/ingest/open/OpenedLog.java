package dev.spoor.ingest.open;

import dev.spoor.ingest.LogReader;

/**
 * An opened log file.
 *
 * @param format    name of its format
 * @param container {@code gzip} where the file is compressed so (offsets then count unpacked bytes), else empty
 * @param reader    its records; the caller closes it
 */
public record OpenedLog(String format, String container, LogReader reader) {}
