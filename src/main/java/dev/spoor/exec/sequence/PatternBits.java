package dev.spoor.exec.sequence;

import dev.spoor.exec.ConditionMatcher;
import dev.spoor.query.pipeline.EventPattern;
import dev.spoor.segment.Bitmap;
import java.util.List;

/**
 * The events of a segment that satisfy conditions of a pattern.
 *
 * @param each one bitmap for each condition
 * @param any  the events that satisfy one of them
 */
public record PatternBits(List<Bitmap> each, Bitmap any) {
    public PatternBits {
        each = List.copyOf(each);
    }

    /**
     * Asks a segment.
     *
     * @param size events of the segment
     */
    public static PatternBits of(EventPattern pattern, ConditionMatcher matcher, int size) {
        return of(pattern.conditions().stream().map(condition -> matcher.matches(condition.filter())).toList(), size);
    }

    /**
     * Puts answers together.
     *
     * @param each one bitmap for each condition
     * @param size events of the segment
     */
    public static PatternBits of(List<Bitmap> each, int size) {
        Bitmap any = new Bitmap(size);
        each.forEach(any::or);
        return new PatternBits(each, any);
    }

    /** The conditions that an event satisfies: bit 0 for the first. */
    public long conditions(int event) {
        long bits = 0;
        for (int i = 0; i < each.size(); i++) {
            bits |= each.get(i).get(event) ? 1L << i : 0;
        }
        return bits;
    }
}
