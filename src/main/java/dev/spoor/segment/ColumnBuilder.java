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
    private int[] codes = new int[16];
    private int slots;
    private int size;
    /** Where the values of each slot begin, and whether it is a list; null as long as every slot has one value and is no list. */
    private int[] starts;
    private boolean[] lists;
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
            enlargeSlots();
        }
        events[slots] = event;
        signature = (signature ^ event) * SIGNATURE;
        newText = 0;
        if (values instanceof Value value) {
            if (starts != null) {
                starts[slots] = size;
            }
            slots++;
            append(code(value));
        } else {
            addList(values);
        }
        return newText;
    }

    private void addList(Values values) {
        if (starts == null) {
            starts = new int[events.length];
            Arrays.setAll(starts, i -> i);
            lists = new boolean[events.length];
        }
        starts[slots] = size;
        lists[slots++] = true;
        for (int i = 0; i < values.size(); i++) {
            append(code(values.get(i)));
        }
    }

    private void enlargeSlots() {
        events = Arrays.copyOf(events, slots * 2);
        if (starts != null) {
            starts = Arrays.copyOf(starts, slots * 2);
            lists = Arrays.copyOf(lists, slots * 2);
        }
    }

    /** Another builder that holds the same. */
    ColumnBuilder copy() {
        ColumnBuilder copy = new ColumnBuilder();
        copy.distinct = distinct.clone();
        copy.distinctCount = distinctCount;
        copy.table = table.clone();
        copy.shift = shift;
        copy.events = events.clone();
        copy.codes = codes.clone();
        copy.slots = slots;
        copy.size = size;
        copy.starts = starts == null ? null : starts.clone();
        copy.lists = lists == null ? null : lists.clone();
        copy.signature = signature;
        return copy;
    }

    /** Whether it holds nothing. */
    boolean isEmpty() {
        return slots == 0;
    }

    /** Forgets all, and keeps the room that it took. */
    void clear() {
        Arrays.fill(distinct, 0, distinctCount, null);
        Arrays.fill(table, 0);
        distinctCount = 0;
        slots = 0;
        size = 0;
        starts = null;
        lists = null;
        signature = 0;
        lastValue = null;
    }

    Column build(int eventCount, TextPacker packer) {
        Bitmap occupied = new Bitmap(eventCount);
        for (int i = 0; i < slots; i++) {
            occupied.set(events[i]);
        }
        return new Column(packer.dictionary(distinct, distinctCount), occupied, Arrays.copyOf(codes, size), lists == null ? ListShapes.SINGLE : shapes());
    }

    /** Equal for builders that hold the same, and seldom equal for others. */
    long signature() {
        return signature;
    }

    /** Whether the column of another builder would be equal to this one's. */
    boolean sameAs(ColumnBuilder other) {
        boolean alike = slots == other.slots && size == other.size && distinctCount == other.distinctCount && (lists == null) == (other.lists == null);
        return alike && Arrays.equals(events, 0, slots, other.events, 0, slots) && Arrays.equals(codes, 0, size, other.codes, 0, size)
                && Arrays.equals(distinct, 0, distinctCount, other.distinct, 0, distinctCount)
                && (lists == null || Arrays.equals(lists, 0, slots, other.lists, 0, slots) && Arrays.equals(starts, 0, slots, other.starts, 0, slots));
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
