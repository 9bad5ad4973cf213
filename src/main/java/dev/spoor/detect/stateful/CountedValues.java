package dev.spoor.detect.stateful;

import dev.spoor.detect.TypedField;
import dev.spoor.segment.Segment;
import java.util.HashMap;
import java.util.Map;

/** The values of a field in the entries of a log, and how many different ones some of the entries have. Used by one thread. */
final class CountedValues {
    private final Terms terms;
    private final IntBag starts = new IntBag();
    private final IntBag values = new IntBag();
    private final IntBag read = new IntBag();
    private final Map<Integer, Integer> counts = new HashMap<>();
    private TermColumns column;

    CountedValues(Terms terms) {
        this.terms = terms;
    }

    /** The segment that the next entries are from. */
    void of(TypedField field, Segment segment) {
        column = new TermColumns(field, segment, terms);
    }

    /** Remembers the values of an event for the next entry. */
    void add(int event) {
        starts.add(values.size());
        read.clear();
        column.read(event, read);
        for (int i = 0; i < read.size(); i++) {
            values.add(read.get(i));
        }
    }

    /** Counts the values of an entry; {@code more} is 1, or -1 to take them back. */
    void count(int entry, int more) {
        int end = entry + 1 < starts.size() ? starts.get(entry + 1) : values.size();
        for (int i = starts.get(entry); i < end; i++) {
            counts.merge(values.get(i), more, (a, b) -> a + b == 0 ? null : Integer.valueOf(a + b));
        }
    }

    void clear() {
        counts.clear();
    }

    int different() {
        return counts.size();
    }
}
