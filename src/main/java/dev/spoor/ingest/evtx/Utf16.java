package dev.spoor.ingest.evtx;

import java.nio.charset.StandardCharsets;

/** Makes strings of little-endian UTF-16, fast for the Latin text that logs mostly hold. Not thread-safe: it keeps a buffer. */
final class Utf16 {
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
        byte[] to = latin;
        int high = 0;
        for (int i = 0, at = from; i < count; i++, at += 2) {
            to[i] = bytes[at];
            high |= bytes[at + 1];
        }
        return high == 0 ? new String(to, 0, count, StandardCharsets.ISO_8859_1) : new String(bytes, from, count * 2, StandardCharsets.UTF_16LE);
    }
}
