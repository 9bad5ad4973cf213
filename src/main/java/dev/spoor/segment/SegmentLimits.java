package dev.spoor.segment;

/**
 * When a segment is full. It is closed by events, and by text too, so that a run of long messages does not fill the memory.
 *
 * @param events    most events
 * @param textChars most characters of distinct texts; passed by at most one event
 */
public record SegmentLimits(int events, long textChars) {
    /** 8,192 events or 32 million characters. */
    public static final SegmentLimits DEFAULT = new SegmentLimits(8_192, 32L << 20);

    public SegmentLimits {
        if (events < 1 || textChars < 1) {
            throw new IllegalArgumentException("a segment holds at least one event");
        }
    }
}
