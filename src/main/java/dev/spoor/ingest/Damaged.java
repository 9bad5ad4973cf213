package dev.spoor.ingest;

/**
 * A place in a file that could not be read.
 *
 * @param problem what was found, what was expected
 * @param offset  byte offset in the file
 */
public record Damaged(String problem, long offset) implements ReadResult {}
