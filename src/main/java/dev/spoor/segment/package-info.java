/**
 * Some thousand events as columns. A {@link dev.spoor.segment.SegmentBuilder} gathers events into a {@link dev.spoor.segment.Segment}; in it each field is
 * a {@link dev.spoor.segment.Column}: its distinct values once, in a {@link dev.spoor.segment.Dictionary}, and per event nothing, a code, or a list of
 * codes. Security logs repeat themselves, so a condition is decided once per distinct value and gives a {@link dev.spoor.segment.Bitmap} of events.
 * {@link dev.spoor.segment.ColumnCodec} and {@link dev.spoor.segment.OriginCodec} turn columns and provenance into bytes and back;
 * {@link dev.spoor.segment.EventDocuments} writes an event as the JSON document it was.
 *
 * <p>May import {@code event}.
 */
package dev.spoor.segment;
