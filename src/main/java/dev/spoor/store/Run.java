package dev.spoor.store;

import dev.spoor.event.Time;

/**
 * A run of rules over the case.
 *
 * @param number   counted from 1
 * @param started  ticks of the wall clock
 * @param finished ticks of the wall clock, {@code Time.NONE} where it was interrupted
 * @param rules    how many rules it was given, runnable or not
 * @param alerts   how many alerts it produced
 */
public record Run(long number, long started, long finished, int rules, long alerts) {
    /** Whether it came to its end. */
    public boolean complete() {
        return finished != Time.NONE;
    }
}
