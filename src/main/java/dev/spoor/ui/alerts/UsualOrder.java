package dev.spoor.ui.alerts;

import dev.spoor.event.Time;
import dev.spoor.rule.Severity;
import dev.spoor.triage.Alert;
import java.util.Arrays;

/**
 * Puts alerts into the order of {@link AlertOrder#REST}, quickly: as numbers of severity, time and place, the time as exact as there are bits for. What is equal
 * then is compared in full.
 */
final class UsualOrder {
    private static final int SEVERITIES = Severity.values().length;

    private UsualOrder() {}

    /**
     * The entries in order, in a new array.
     *
     * @param first ticks of the first that has a time
     * @param last  ticks of the last that has a time; less than {@code first} where none has
     */
    static AlertEntry[] of(AlertEntry[] entries, long first, long last) {
        int placeBits = Integer.SIZE - Integer.numberOfLeadingZeros(entries.length);
        int timeBits = Long.SIZE - 1 - placeBits - (Integer.SIZE - Integer.numberOfLeadingZeros(SEVERITIES));
        // Times of evidence may lie far apart: 1601 and 30828 are less than 2^63 ticks.
        int cut = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(Math.max(0, last - first) + 1) - timeBits);
        long untimed = (1L << timeBits) - 1;
        long[] order = new long[entries.length];
        for (int i = 0; i < order.length; i++) {
            Alert alert = entries[i].alert();
            long severity = SEVERITIES - 1 - alert.severity().ordinal();
            long time = alert.time() == Time.NONE ? untimed : last - alert.time() >>> cut;
            order[i] = (severity << timeBits | time) << placeBits | i;
        }
        Arrays.parallelSort(order);
        return placed(entries, order, placeBits);
    }

    private static AlertEntry[] placed(AlertEntry[] entries, long[] order, int placeBits) {
        AlertEntry[] sorted = new AlertEntry[entries.length];
        long mask = (1L << placeBits) - 1;
        int run = 0;
        for (int i = 0; i < order.length; i++) {
            sorted[i] = entries[(int) (order[i] & mask)];
            if (i + 1 == order.length || order[i] >>> placeBits != order[i + 1] >>> placeBits) {
                if (i > run) {
                    Arrays.sort(sorted, run, i + 1, UsualOrder::compare);
                }
                run = i + 1;
            }
        }
        return sorted;
    }

    private static int compare(AlertEntry one, AlertEntry other) {
        int severity = other.alert().severity().ordinal() - one.alert().severity().ordinal();
        int time = severity != 0 ? severity : Long.compare(other.alert().time(), one.alert().time());
        return time != 0 ? time : one.alert().id().compareTo(other.alert().id());
    }
}
