package dev.spoor.exec.correlation;

import dev.spoor.segment.EventRow;

/**
 * An event that satisfies a condition.
 *
 * @param event      what the caller calls it
 * @param conditions the conditions that it satisfies: bit 0 for the first
 */
public record CorrelationEvent<E>(E event, EventRow row, long conditions) {}
