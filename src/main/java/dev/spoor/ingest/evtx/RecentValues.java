package dev.spoor.ingest.evtx;

import java.util.Arrays;

/**
 * The texts that a template's values had last. Most values of a log are the same as in the event before (the computer, the provider's GUID, a
 * user's SID); comparing their bytes is cheaper than writing them as text again, and equal texts are one string. Not thread-safe.
 */
final class RecentValues {
    private static final int LONGEST = 128;
    private static final int MOST = 256;

    private byte[][] bytes = {};
    private int[] sizes = {};
    private int[] types = {};
    private String[] texts = {};

    /** The text of a value. */
    String text(int index, byte[] source, int from, int size, int type, ValueText values) throws DecodeException {
        if (size == 0 || size > LONGEST || index >= MOST) {
            return values.text(source, from, size, type);
        }
        if (index >= bytes.length) {
            grow(index);
        }
        if (sizes[index] == size && types[index] == type && Arrays.equals(source, from, from + size, bytes[index], 0, size)) {
            return texts[index];
        }
        String text = values.text(source, from, size, type);
        if (bytes[index] == null || bytes[index].length < size) {
            bytes[index] = new byte[size];
        }
        System.arraycopy(source, from, bytes[index], 0, size);
        sizes[index] = size;
        types[index] = type;
        texts[index] = text;
        return text;
    }

    private void grow(int index) {
        int length = Math.max(index + 1, 2 * bytes.length);
        bytes = Arrays.copyOf(bytes, length);
        sizes = Arrays.copyOf(sizes, length);
        types = Arrays.copyOf(types, length);
        texts = Arrays.copyOf(texts, length);
    }
}
