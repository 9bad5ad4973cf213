package dev.spoor.triage;

/**
 * An event of an alert.
 *
 * @param id     number of the event in the case
 * @param source path of its source as given to load
 * @param entry  entry of an archive, else empty
 * @param record record number, see {@code dev.spoor.event.Origin}
 */
public record EventReference(long id, String source, String entry, long record) {}
