package dev.spoor.segment;

import dev.spoor.event.Value;
import dev.spoor.event.Value.Kind;
import dev.spoor.event.ValueList;
import dev.spoor.event.Values;
import java.util.Arrays;
import java.util.Optional;

/**
 * What one field holds in the events of a segment: a dictionary of distinct values, and per event nothing, a code, or a list of codes. Immutable;
 * thread-safe. Codes are kept for the events that hold something only, in the order of the events.
 */
public final class Column {
    private final Dictionary dictionary;
    private final Bitmap occupied;
    private final int[] ranks;
    private final int[] codes;
    private final ListShapes shapes;
    private final Bitmap present;

    /** The arrays are not copied. {@code codes} are the codes of all occupied events one after the other. */
    Column(Dictionary dictionary, Bitmap occupied, int[] codes, ListShapes shapes) {
        this.dictionary = dictionary;
        this.occupied = occupied;
        this.ranks = occupied.ranks();
        this.codes = codes;
        this.shapes = shapes;
        this.present = findPresent();
    }

    /** How many distinct values the column has. */
    public int distinct() {
        return dictionary.size();
    }

    /** A distinct value by its code, from 0 to {@link #distinct()} - 1. */
    public Value value(int code) {
        return dictionary.value(code);
    }

    public Dictionary dictionary() {
        return dictionary;
    }

    /** How many events the segment has. */
    public int events() {
        return occupied.size();
    }

    /** How many values an event has: 0 where the field is missing. */
    public int count(int event) {
        if (!occupied.get(event)) {
            return 0;
        }
        return shapes.count(occupied.rank(ranks, event));
    }

    /** The code of an event's value at a place below {@link #count}. */
    public int code(int event, int index) {
        return codes[shapes.start(occupied.rank(ranks, event)) + index];
    }

    /** The code of an event's only value; -1 where it has none or several. */
    public int only(int event) {
        if (!occupied.get(event)) {
            return -1;
        }
        int rank = occupied.rank(ranks, event);
        return shapes.count(rank) == 1 ? codes[shapes.start(rank)] : -1;
    }

    /** Whether the event's values were an array in the source (perhaps of one). */
    public boolean list(int event) {
        return occupied.get(event) && shapes.list(occupied.rank(ranks, event));
    }

    /** What the event holds; of kind JSON too. */
    public Optional<Values> values(int event) {
        if (!occupied.get(event)) {
            return Optional.empty();
        }
        int rank = occupied.rank(ranks, event);
        int start = shapes.start(rank);
        if (!shapes.list(rank)) {
            return Optional.of(dictionary.value(codes[start]));
        }
        Value[] all = new Value[shapes.count(rank)];
        Arrays.setAll(all, i -> dictionary.value(codes[start + i]));
        return Optional.of(new ValueList(Arrays.asList(all)));
    }

    /** The events with at least one value that is not of kind JSON. Must not be changed. */
    public Bitmap present() {
        return present;
    }

    /** The events that hold anything, JSON too. Must not be changed. */
    public Bitmap occupied() {
        return occupied;
    }

    /** A new bitmap of the events with at least one value whose code is in the set. */
    public Bitmap having(Bitmap wanted) {
        if (wanted.isEmpty()) {
            return new Bitmap(events());
        }
        if (shapes.lists() == null) {
            return occupied.select(codes, wanted);
        }
        Bitmap result = new Bitmap(events());
        int rank = 0;
        for (int event = occupied.next(0); event >= 0; event = occupied.next(event + 1)) {
            int start = shapes.start(rank);
            int end = start + shapes.count(rank++);
            for (int i = start; i < end; i++) {
                if (wanted.get(codes[i])) {
                    result.set(event);
                    break;
                }
            }
        }
        return result;
    }

    /** About how many bytes of memory it takes once its values are asked for. */
    public long memory() {
        return 256 + 4L * codes.length + 2L * dictionary.memory() + occupied.size() / 4;
    }

    int[] codes() {
        return codes;
    }

    ListShapes shapes() {
        return shapes;
    }

    private Bitmap findPresent() {
        Bitmap plain = new Bitmap(dictionary.size());
        boolean structures = false;
        for (int code = 0; code < dictionary.size(); code++) {
            if (dictionary.kind(code) == Kind.JSON) {
                structures = true;
            } else {
                plain.set(code);
            }
        }
        return structures ? having(plain) : occupied;
    }
}
