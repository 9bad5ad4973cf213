package dev.spoor.ingest.evtx;

import java.nio.charset.StandardCharsets;

/** Makes strings of little-endian UTF-16, fast for the Latin text that logs mostly hold. Not thread-safe: it keeps a buffer. */
final class Utf16 {
    private static final long HIGH_BYTES = 0xFF00FF00FF00FF00L;
    private static final long PAIRS = 0x0000FFFF0000FFFFL;
    private byte[] latin = new byte[256];

    /** The text of a range of bytes without the zeros that some providers count in. */
    String text(byte[] bytes, int from, int length) {
        int count = length >> 1;
        while (count > 0 && bytes[from + 2 * count - 1] == 0 && bytes[from + 2 * count - 2] == 0) {
            count--;
        }
        return chars(bytes, from, count);
    }

    /** The text of a number of UTF-16 code units. */
    String chars(byte[] bytes, int from, int count) {
        if (count == 0) {
            return "";
        }
        if (latin.length < count) {
            latin = new byte[Math.max(count, latin.length * 2)];
        }
        return narrow(bytes, from, count) ? new String(latin, 0, count, StandardCharsets.ISO_8859_1) : new String(bytes, from, count * 2, StandardCharsets.UTF_16LE);
    }

    /** Puts the low bytes of code units into the buffer, four at a time; false where a high byte is not zero. */
    private boolean narrow(byte[] bytes, int from, int count) {
        byte[] to = latin;
        long high = 0;
        int i = 0;
        for (; i + 4 <= count; i += 4) {
            long units = ByteCursor.i64(bytes, from + 2 * i);
            high |= units;
            long pairs = (units | units >>> 8) & PAIRS;
            ByteCursor.i32(to, i, (int) (pairs | pairs >>> 16));
        }
        high &= HIGH_BYTES;
        for (; i < count; i++) {
            to[i] = bytes[from + 2 * i];
            high |= bytes[from + 2 * i + 1];
        }
        return high == 0;
    }
}
