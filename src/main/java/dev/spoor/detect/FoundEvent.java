package dev.spoor.detect;

import dev.spoor.segment.EventRow;

/**
 * An event that a condition found.
 *
 * @param id its number in the case
 */
public record FoundEvent(EventRow row, long id) {}
