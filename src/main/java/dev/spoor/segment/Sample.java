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
    private final Field field;
    private final Column column;
    private final ByteWriter payload;
    private final int[] events;
    private final int[] codes;
    private final int sampledBytes;

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

    byte[] bytes() {
        return payload.toBytes();
    }

    int textBytes() {
        return column.dictionary().textBytes();
    }

    /** About how many bytes stand in another column too. */
    int alike(Sample other, Letters letters) {
        boolean sameCodes = letters == Letters.AS_THEY_ARE && column.codes().length == other.column.codes().length && Arrays.equals(column.codes(), other.column.codes());
        int codes = sameCodes ? column.codes().length : 0;
        return codes + (int) ((long) textBytes() * found(other.column, letters) / Math.max(1, sampledBytes));
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
