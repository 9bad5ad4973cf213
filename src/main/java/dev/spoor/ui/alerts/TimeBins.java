package dev.spoor.ui.alerts;

import dev.spoor.event.Time;
import dev.spoor.rule.Severity;
import dev.spoor.triage.Alert;

/**
 * How many alerts of each severity there are per span of time.
 *
 * @param from   ticks at which the first bin begins
 * @param step   ticks per bin
 * @param counts per bin and severity
 */
record TimeBins(long from, long step, int[][] counts) {
    private static final long SECOND = 10_000_000L;
    private static final int MOST = 160;
    /** Spans that people count in, in seconds. */
    private static final long[] STEPS = {1, 5, 10, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400, 172_800, 604_800, 2_592_000, 31_536_000};

    /** Empty bins over the time between two alerts, in ticks; none where there is no time. */
    static TimeBins over(long first, long last) {
        if (first == Time.NONE) {
            return new TimeBins(0, SECOND, new int[0][]);
        }
        long step = step(last - first);
        long from = Math.floorDiv(first, step) * step;
        return new TimeBins(from, step, new int[(int) ((last - from) / step) + 1][Severity.values().length]);
    }

    /** Counts an alert; only while the bins are made. */
    void add(Alert alert) {
        if (AlertField.timed(alert)) {
            counts[(int) ((alert.time() - from) / step)][alert.severity().ordinal()]++;
        }
    }

    /** Adds what others of the same span counted; only while the bins are made. */
    void add(TimeBins others) {
        for (int bin = 0; bin < counts.length; bin++) {
            for (int severity = 0; severity < counts[bin].length; severity++) {
                counts[bin][severity] += others.counts[bin][severity];
            }
        }
    }

    private static long step(long span) {
        for (long seconds : STEPS) {
            if (span / (seconds * SECOND) < MOST) {
                return seconds * SECOND;
            }
        }
        return Math.max(1, span / MOST + 1);
    }

    int size() {
        return counts.length;
    }

    /** Ticks at which a bin begins; that of {@link #size} is the end. */
    long start(int bin) {
        return from + bin * step;
    }

    /** The alerts of a bin. */
    int total(int bin) {
        int total = 0;
        for (int count : counts[bin]) {
            total += count;
        }
        return total;
    }

    /** The most alerts that a bin has. */
    int highest() {
        int highest = 0;
        for (int bin = 0; bin < counts.length; bin++) {
            highest = Math.max(highest, total(bin));
        }
        return highest;
    }

    /** How many alerts have a severity. */
    long of(Severity severity) {
        long total = 0;
        for (int[] bin : counts) {
            total += bin[severity.ordinal()];
        }
        return total;
    }

    /** The step in seconds. */
    long seconds() {
        return step / SECOND;
    }
}
