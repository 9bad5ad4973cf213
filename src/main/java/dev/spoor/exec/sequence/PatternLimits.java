package dev.spoor.exec.sequence;

/**
 * How much a pattern may hold in memory. A limit that bites is noted.
 *
 * @param events events that satisfy one of its conditions
 * @param keys   join keys of one event, where the fields have several values
 */
public record PatternLimits(int events, int keys) {
    /** Five million events, a thousand keys. */
    public static final PatternLimits STANDARD = new PatternLimits(5_000_000, 1_000);
}
