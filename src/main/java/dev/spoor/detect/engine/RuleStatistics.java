package dev.spoor.detect.engine;

/** What one rule cost and found in a run. Filled by one thread. */
public final class RuleStatistics {
    private long nanos;
    private long matches;

    void add(long spent, long found) {
        nanos += spent;
        matches += found;
    }

    /** Time spent on this rule alone; predicates shared with other rules count for the rule that asked first. */
    public long nanos() {
        return nanos;
    }

    public long matches() {
        return matches;
    }
}
