package dev.spoor.segment;

import dev.spoor.event.Field;
import dev.spoor.segment.Likeness.Letters;
import java.util.Arrays;

/** A column as it will be stored, and a few of its values by which its likeness to other columns is told. */
final class Sample {
    private static final int VALUES = 12;
    /** So many values without a match, and the columns are not alike. */
    private static final int PATIENCE = 3;
    /** Shorter texts are in other ones by chance. */
    private static final int SHORTEST = 5;
    /** The bit in which the two cases of an ASCII letter differ. */
    private static final int LETTER_CASE = 0x20;
    private final Field field;
    private final Column column;
    private final ByteWriter payload;
    private final int[] events;
    private final int[] codes;
    private final int sampledBytes;
    /** What others know of it, by what becomes of letters; null until asked for. */
    private final byte[][] known = new byte[Letters.values().length][];

    Sample(Field field, Column column, ByteWriter payload) {
        this.field = field;
        this.column = column;
        this.payload = payload;
        this.codes = new int[Math.min(VALUES, column.distinct())];
        this.events = new int[codes.length];
        int bytes = 0;
        int place = 0;
        int[] all = column.codes();
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (int) ((2L * i + 1) * column.distinct() / (2L * codes.length));
            // Codes are given in the order of events.
            while (all[place] != codes[i]) {
                place++;
            }
            events[i] = event(place);
            bytes += column.dictionary().start(codes[i] + 1) - column.dictionary().start(codes[i]);
        }
        sampledBytes = bytes;
    }

    Field field() {
        return field;
    }

    Column column() {
        return column;
    }

    ByteWriter payload() {
        return payload;
    }

    /** That another column resembles this one. */
    Likeness likeness(Letters letters) {
        return new Likeness(field, letters);
    }

    /** What counts as known of it: the same array each time. */
    byte[] known(Letters letters) {
        byte[] bytes = known[letters.ordinal()];
        if (bytes == null) {
            bytes = likeness(letters).known(payload.toBytes());
            known[letters.ordinal()] = bytes;
        }
        return bytes;
    }

    int textBytes() {
        return column.dictionary().textBytes();
    }

    /** Whether one of the first values may stand in another column, whatever becomes of letters. If not, none is {@link #alike} there. */
    boolean mayHold(Sample other) {
        Dictionary texts = column.dictionary();
        for (int i = 0; i < codes.length && i < PATIENCE; i++) {
            int from = texts.start(codes[i]);
            int to = texts.start(codes[i] + 1);
            if (to - from >= SHORTEST && mayHold(other.column, events[i], texts.arena(), from, to)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayHold(Column other, int event, byte[] text, int from, int to) {
        Dictionary texts = other.dictionary();
        for (int i = other.count(event) - 1; i >= 0; i--) {
            int code = other.code(event, i);
            byte[] in = texts.arena();
            int last = texts.start(code + 1) - (to - from);
            for (int at = texts.start(code); at <= last; at++) {
                if (((in[at] ^ text[from]) & ~LETTER_CASE) == 0 && mayEqual(in, at, text, from, to)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean mayEqual(byte[] in, int at, byte[] text, int from, int to) {
        int i = from;
        while (i < to && ((in[at + i - from] ^ text[i]) & ~LETTER_CASE) == 0) {
            i++;
        }
        return i == to;
    }

    /**
     * About how many bytes stand in another column too.
     *
     * @param texts whether texts {@link #mayHold may stand} there
     */
    int alike(Sample other, Letters letters, boolean texts) {
        boolean sameCodes = letters == Letters.AS_THEY_ARE && column.codes().length == other.column.codes().length && Arrays.equals(column.codes(), other.column.codes());
        int codes = sameCodes ? column.codes().length : 0;
        return !texts ? codes : codes + (int) ((long) textBytes() * found(other.column, letters) / Math.max(1, sampledBytes));
    }

    /** Whether most of the values stand in another column. */
    boolean within(Column other) {
        return found(other, Letters.AS_THEY_ARE) * 2 > sampledBytes;
    }

    private int found(Column other, Letters letters) {
        Dictionary texts = column.dictionary();
        int found = 0;
        for (int i = 0; i < codes.length && (i < PATIENCE || found > 0); i++) {
            int from = texts.start(codes[i]);
            int to = texts.start(codes[i] + 1);
            if (to - from >= SHORTEST && holds(other, events[i], texts.arena(), from, to, letters)) {
                found += to - from;
            }
        }
        return found;
    }

    private static boolean holds(Column other, int event, byte[] text, int from, int to, Letters letters) {
        Dictionary texts = other.dictionary();
        for (int i = other.count(event) - 1; i >= 0; i--) {
            int code = other.code(event, i);
            if (holds(texts.arena(), texts.start(code), texts.start(code + 1), text, from, to, letters)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(byte[] in, int begin, int end, byte[] text, int from, int to, Letters letters) {
        for (int at = begin; at + to - from <= end; at++) {
            int i = from;
            while (i < to && changed(in[at + i - from], letters) == text[i]) {
                i++;
            }
            if (i == to) {
                return true;
            }
        }
        return false;
    }

    private static byte changed(byte letter, Letters letters) {
        return (byte) switch (letters) {
            case AS_THEY_ARE -> letter;
            case LOWER -> letter >= 'A' && letter <= 'Z' ? letter ^ 0x20 : letter;
            case UPPER -> letter >= 'a' && letter <= 'z' ? letter ^ 0x20 : letter;
        };
    }

    /** The event that has the value at a place among all values. */
    private int event(int place) {
        ListShapes shapes = column.shapes();
        int slot = place;
        if (shapes.starts() != null) {
            int found = Arrays.binarySearch(shapes.starts(), place);
            slot = found >= 0 ? found : -found - 2;
        }
        return column.occupied().nth(slot);
    }
}
