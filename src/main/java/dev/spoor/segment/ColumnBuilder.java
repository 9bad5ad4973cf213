package dev.spoor.segment;

import dev.spoor.event.Value;
import dev.spoor.event.Value.Kind;
import dev.spoor.event.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers the values of one field. Not thread-safe. */
final class ColumnBuilder {
    private final List<Map<String, Integer>> codesByKind = new ArrayList<>();
    private final List<Value> distinct = new ArrayList<>();
    private int[] events = new int[16];
    private int[] starts = new int[16];
    private int[] codes = new int[16];
    private boolean[] lists = new boolean[16];
    private int slots;
    private int size;
    private boolean anyList;
    private long newText;
    /** Code of the value that was added last. */
    private int last = -1;

    ColumnBuilder() {
        for (int i = 0; i < Kind.values().length; i++) {
            codesByKind.add(new HashMap<>());
        }
    }

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
        boolean list = !(values instanceof Value);
        lists[slots++] = list;
        anyList |= list;
        newText = 0;
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
        return new Column(Dictionary.of(distinct), occupied, Arrays.copyOf(codes, size), anyList ? shapes() : ListShapes.SINGLE);
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
        // Most fields repeat what the event before had, and comparing is cheaper than hashing.
        if (last < 0 || value.kind() != distinct.get(last).kind() || !value.text().equals(distinct.get(last).text())) {
            last = lookedUp(value);
        }
        return last;
    }

    private int lookedUp(Value value) {
        Integer known = codesByKind.get(value.kind().ordinal()).putIfAbsent(value.text(), distinct.size());
        if (known != null) {
            return known;
        }
        newText += value.text().length();
        distinct.add(value);
        return distinct.size() - 1;
    }

    private void append(int code) {
        if (size == codes.length) {
            codes = Arrays.copyOf(codes, size * 2);
        }
        codes[size++] = code;
    }
}
