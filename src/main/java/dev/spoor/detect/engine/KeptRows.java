package dev.spoor.detect.engine;

/**
 * What an exception kept out of a rule's rows.
 *
 * @param events events behind these rows
 * @param last   ticks of the latest of them, {@code Time.NONE} where none has a time
 */
public record KeptRows(long events, long last) {
    KeptRows and(KeptRows other) {
        return new KeptRows(events + other.events, Math.max(last, other.last));
    }
}
