package dev.spoor.ingest.open;

import dev.spoor.ingest.LogReader;

/**
 * An opened log file.
 *
 * @param format name of its format
 * @param reader its records; the caller closes it
 */
public record OpenedLog(String format, LogReader reader) {}
