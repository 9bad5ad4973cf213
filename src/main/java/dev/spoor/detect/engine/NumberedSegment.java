package dev.spoor.detect.engine;

import dev.spoor.segment.Segment;

/**
 * A segment of the case.
 *
 * @param firstEvent number of its first event in the case; the others follow
 */
public record NumberedSegment(Segment segment, long firstEvent) {}
