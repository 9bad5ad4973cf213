/**
 * What a source covers: which hosts and logs its events come from, where its record numbers have holes, when it is quiet, when its log was cleared. What a log
 * does not hold cannot raise an alert, so this stands in the register beside what was read.
 * <p>
 * Entry point: {@link dev.spoor.coverage.CoverageCount}, which is shown the segments of a case, one after the other, in any order. May import the event model and
 * {@code segment}. The measures are those of Chainsaw's {@code analyse gaps}: holes in the EventRecordIDs of a log, and no event for more than 30 minutes.
 */
package dev.spoor.coverage;
