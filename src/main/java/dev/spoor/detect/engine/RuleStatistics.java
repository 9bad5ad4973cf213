package dev.spoor.detect.engine;

/** What one rule cost and found in a run. Filled by one thread. */
public final class RuleStatistics {
    private long nanos;
    private long matches;

    void add(long spent, long found) {
        nanos += spent;
        matches += found;
    }

    /** Time spent on this rule alone. Searching the texts for all rules together is not part of it; parts of conditions that rules share count for the rule that asked first. */
    public long nanos() {
        return nanos;
    }

    public long matches() {
        return matches;
    }
}
