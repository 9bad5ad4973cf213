package dev.spoor.workbench;

import dev.spoor.segment.EventRow;

/**
 * An event that a condition found.
 *
 * @param id its number in the case
 */
record FoundRow(EventRow row, long id) {}
