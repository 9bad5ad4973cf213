package dev.spoor.segment;

import dev.spoor.event.Value;
import dev.spoor.event.Values;
import java.util.Arrays;

/** Gathers the values of one field. Not thread-safe. */
final class ColumnBuilder {
    /** Knuth's multiplicative hashing: 2^32 / golden ratio. */
    private static final int SPREAD = 0x9E3779B9;
    private static final long SIGNATURE = 0x9E3779B97F4A7C15L;
    private Value[] distinct = new Value[8];
    private int distinctCount;
    /** Open addressing: code + 1, or 0 where free. */
    private int[] table = new int[16];
    private int shift = 28;
    private int[] events = new int[16];
    private int[] starts = new int[16];
    private int[] codes = new int[16];
    private boolean[] lists = new boolean[16];
    private int slots;
    private int size;
    private boolean anyList;
    private long newText;
    private long signature;
    /** Code of the value that was added last, and the value. */
    private int last;
    private Value lastValue;

    /**
     * Adds what an event holds. Events come in rising order.
     *
     * @return characters of the texts that were new
     */
    long add(int event, Values values) {
        if (slots == events.length) {
            events = Arrays.copyOf(events, slots * 2);
            starts = Arrays.copyOf(starts, slots * 2);
            lists = Arrays.copyOf(lists, slots * 2);
        }
        events[slots] = event;
        starts[slots] = size;
        signature = (signature ^ event) * SIGNATURE;
        newText = 0;
        if (values instanceof Value value) {
            slots++;
            append(code(value));
            return newText;
        }
        lists[slots++] = true;
        anyList = true;
        for (int i = 0; i < values.size(); i++) {
            append(code(values.get(i)));
        }
        return newText;
    }

    Column build(int eventCount) {
        Bitmap occupied = new Bitmap(eventCount);
        for (int i = 0; i < slots; i++) {
            occupied.set(events[i]);
        }
        return new Column(Dictionary.of(distinct, distinctCount), occupied, Arrays.copyOf(codes, size), anyList ? shapes() : ListShapes.SINGLE);
    }

    /** Equal for builders that hold the same, and seldom equal for others. */
    long signature() {
        return signature;
    }

    /** Whether the column of another builder would be equal to this one's. */
    boolean sameAs(ColumnBuilder other) {
        boolean alike = slots == other.slots && size == other.size && distinctCount == other.distinctCount && anyList == other.anyList;
        return alike && Arrays.equals(events, 0, slots, other.events, 0, slots) && Arrays.equals(codes, 0, size, other.codes, 0, size)
                && Arrays.equals(distinct, 0, distinctCount, other.distinct, 0, distinctCount)
                && (!anyList || Arrays.equals(lists, 0, slots, other.lists, 0, slots) && Arrays.equals(starts, 0, slots, other.starts, 0, slots));
    }

    private ListShapes shapes() {
        int[] bounds = Arrays.copyOf(starts, slots + 1);
        bounds[slots] = size;
        Bitmap flags = new Bitmap(slots);
        for (int i = 0; i < slots; i++) {
            if (lists[i]) {
                flags.set(i);
            }
        }
        return new ListShapes(bounds, flags);
    }

    private int code(Value value) {
        // Readers give the same object for the same value where they can, so that most values are known by their identity.
        if (value != lastValue) {
            last = lookedUp(value);
            lastValue = value;
        }
        return last;
    }

    private int lookedUp(Value value) {
        int slot = slot(value);
        for (int entry = table[slot]; entry != 0; entry = table[slot]) {
            Value held = distinct[entry - 1];
            if (held == value || held.kind() == value.kind() && held.text().equals(value.text())) {
                return entry - 1;
            }
            slot = slot + 1 & table.length - 1;
        }
        newText += value.text().length();
        if (distinctCount == distinct.length) {
            distinct = Arrays.copyOf(distinct, distinctCount * 2);
        }
        distinct[distinctCount++] = value;
        table[slot] = distinctCount;
        if (distinctCount * 2 > table.length) {
            enlarge();
        }
        return distinctCount - 1;
    }

    private int slot(Value value) {
        return (value.text().hashCode() * SPREAD + value.kind().ordinal() * SPREAD) >>> shift;
    }

    private void enlarge() {
        table = new int[table.length * 2];
        shift--;
        for (int code = 0; code < distinctCount; code++) {
            int slot = slot(distinct[code]);
            while (table[slot] != 0) {
                slot = slot + 1 & table.length - 1;
            }
            table[slot] = code + 1;
        }
    }

    private void append(int code) {
        if (size == codes.length) {
            codes = Arrays.copyOf(codes, size * 2);
        }
        codes[size++] = code;
        signature = (signature + code + 1) * SIGNATURE;
    }
}
