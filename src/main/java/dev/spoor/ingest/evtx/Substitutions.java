package dev.spoor.ingest.evtx;

import java.util.List;

/** The values of one template instance: where each stands and what it is. Used again for the next instance. Not thread-safe. */
final class Substitutions {
    private final int most;
    private byte[] bytes = {};
    private int[] from = new int[32];
    private int[] size = new int[32];
    private int[] type = new int[32];
    private int count;
    private RecentValues recent = new RecentValues();
    private int listed;
    private List<String> items = List.of();

    Substitutions(int most) {
        this.most = most;
    }

    /** For an element without a template. */
    void none() {
        count = 0;
        listed = -1;
    }

    /**
     * Reads the count, the descriptors and the places of the values.
     *
     * @param known the values of the same template's last instance
     */
    void read(ByteCursor cursor, RecentValues known) throws DecodeException {
        recent = known;
        int values = cursor.i32();
        if (values < 0 || values > most) {
            throw new DecodeException(Integer.toUnsignedString(values) + " values in a template instance, at most " + most + " are read");
        }
        int descriptors = cursor.take(4 * values);
        bytes = cursor.bytes();
        if (values > from.length) {
            from = new int[values];
            size = new int[values];
            type = new int[values];
        }
        for (int i = 0; i < values; i++) {
            size[i] = ByteCursor.u16(bytes, descriptors + 4 * i);
            type[i] = bytes[descriptors + 4 * i + 2] & 0xFF;
            from[i] = cursor.take(size[i]);
        }
        count = values;
        listed = -1;
    }

    byte[] bytes() {
        return bytes;
    }

    int from(int index) {
        return from[index];
    }

    int size(int index) {
        return size[index];
    }

    /** The type of a value with the array flag. */
    int type(int index) throws DecodeException {
        if (index >= count) {
            throw new DecodeException("value " + index + " of " + count + " is asked for");
        }
        return type[index];
    }

    boolean isNull(int index) throws DecodeException {
        return type(index) == ValueType.NULL;
    }

    boolean isArray(int index) throws DecodeException {
        return (type(index) & ValueType.ARRAY) != 0;
    }

    boolean isFragment(int index) throws DecodeException {
        return type(index) == ValueType.BINXML && size[index] > 0;
    }

    /** The text of a value that is no array and no fragment. */
    String text(int index, ValueText values) throws DecodeException {
        return recent.text(index, bytes, from[index], size[index], type(index), values);
    }

    /** The texts of an array. */
    List<String> items(int index, ValueText values) throws DecodeException {
        if (listed != index) {
            items = values.items(bytes, from[index], size[index], type(index) & ~ValueType.ARRAY);
            listed = index;
        }
        return items;
    }
}
