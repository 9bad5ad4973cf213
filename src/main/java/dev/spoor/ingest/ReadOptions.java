package dev.spoor.ingest;

/**
 * How a file is read.
 *
 * @param recover also look for records outside the intact structure of the file, where the format knows how
 */
public record ReadOptions(boolean recover) {
    /** Only what the intact structure of a file holds. */
    public static final ReadOptions DEFAULT = new ReadOptions(false);
}
