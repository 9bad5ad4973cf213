package dev.spoor.segment;

import dev.spoor.event.Field;
import dev.spoor.event.View;

/**
 * That a column resembles the one of another field of its segment: what both hold (a path and its folder, hashes together and one by one, the same codes) is stored
 * with the other one only, because the unpacked bytes of the other one are known to whoever packs and unpacks this one.
 *
 * @param field   the other field; its column is stored whole and without frames
 * @param letters how the other's bytes are changed before
 */
record Likeness(Field field, Letters letters) {
    /** What becomes of ASCII letters. The order is part of the case file's format. */
    enum Letters {
        AS_THEY_ARE, LOWER, UPPER
    }

    /**
     * The likeness of numbers and a name that were stored.
     *
     * @throws SegmentFormatException if there is no such likeness
     */
    static Likeness of(int letters, int view, byte[] path) throws SegmentFormatException {
        if (letters >= Letters.values().length || view >= View.values().length || path.length == 0) {
            throw new SegmentFormatException("a likeness of kind " + letters + " to a field of view " + view + " with a name of " + path.length + " bytes");
        }
        return new Likeness(new Field(View.values()[view], Utf8.decode(path, 0, path.length)), Letters.values()[letters]);
    }

    /** The bytes that count as known, of the other column's. */
    byte[] known(byte[] other) {
        return switch (letters) {
            case AS_THEY_ARE -> other;
            case LOWER -> changed(other, 'A');
            case UPPER -> changed(other, 'a');
        };
    }

    private static byte[] changed(byte[] bytes, int first) {
        byte[] changed = bytes.clone();
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] >= first && changed[i] < first + 26) {
                changed[i] ^= 0x20;
            }
        }
        return changed;
    }
}
