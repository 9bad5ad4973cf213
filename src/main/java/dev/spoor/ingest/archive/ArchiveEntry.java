package dev.spoor.ingest.archive;

import java.io.InputStream;

/**
 * A file in a container.
 *
 * @param name    as the container spells it, control characters as {@code \x00}; may repeat, may say {@code ../}
 * @param where   its place: {@code at byte 512}, {@code number 3}
 * @param size    unpacked bytes as the container tells them, -1 if it does not
 * @param content its bytes, until the reader is asked for the next item. Reading fails with an {@code IOException} where the entry is damaged, with an
 *                {@link ArchiveLimitException} where a limit bites; the bytes before are good as far as anybody can tell. Closing it is not needed
 */
public record ArchiveEntry(String name, String where, long size, InputStream content) implements ArchiveItem {}
