package dev.spoor.exec.sequence;

import dev.spoor.query.pipeline.EventPattern;
import dev.spoor.segment.EventRow;

/**
 * An event that may have a part in a result.
 *
 * @param event      what the caller calls it
 * @param pattern    the pattern, compiled for the event's data set
 * @param conditions the conditions of the pattern that it satisfies: bit 0 for the first
 */
public record Candidate<E>(E event, EventRow row, EventPattern pattern, long conditions) {
    boolean satisfies(int condition) {
        return (conditions & 1L << condition) != 0;
    }
}
