package dev.spoor.segment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Collects the rendered ASCII texts of a dictionary. */
final class TextArena {
    private final int[] starts;
    private byte[] bytes = new byte[256];
    private int count;

    TextArena(int size) {
        starts = new int[size + 1];
    }

    void add(String text) throws SegmentFormatException {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        add(ascii);
    }

    void add(byte[] text) throws SegmentFormatException {
        long end = (long) starts[count] + text.length;
        if (end > Integer.MAX_VALUE - 8) {
            throw new SegmentFormatException("the texts of a column are longer than an array");
        }
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(end, bytes.length * 2L)));
        }
        System.arraycopy(text, 0, bytes, starts[count], text.length);
        starts[++count] = (int) end;
    }

    Dictionary dictionary(byte[] kinds) {
        return new Dictionary(kinds, Arrays.copyOf(bytes, starts[count]), starts);
    }
}
