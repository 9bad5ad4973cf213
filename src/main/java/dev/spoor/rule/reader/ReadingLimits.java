package dev.spoor.rule.reader;

/**
 * What a rule file may cost. Rule packs come from the internet; a limit that bites is a problem of that file.
 *
 * @param bytes size of a file
 * @param depth nesting of lists and maps
 * @param nodes values after aliases are followed; long texts count once per 64 characters
 */
public record ReadingLimits(long bytes, int depth, int nodes) {
    /** Some ten times what the largest published rules need. */
    public static final ReadingLimits DEFAULT = new ReadingLimits(16L << 20, 64, 200_000);
}
