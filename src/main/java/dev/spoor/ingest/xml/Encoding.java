package dev.spoor.ingest.xml;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * How a file's characters are written, found by its byte order mark, by the zeros beside its first {@code <}, or by its XML declaration.
 *
 * @param charset how to decode
 * @param width   bytes of an ASCII character: 1 or 2
 * @param low     which of them holds its number
 * @param mark    bytes of the byte order mark
 */
record Encoding(Charset charset, int width, int low, int mark) {
    private static final int DECLARATION = 200;

    static Encoding of(byte[] head) {
        if (starts(head, 0xEF, 0xBB, 0xBF)) {
            return new Encoding(StandardCharsets.UTF_8, 1, 0, 3);
        }
        if (starts(head, 0xFF, 0xFE)) {
            return new Encoding(StandardCharsets.UTF_16LE, 2, 0, 2);
        }
        if (starts(head, 0xFE, 0xFF)) {
            return new Encoding(StandardCharsets.UTF_16BE, 2, 1, 2);
        }
        if (starts(head, '<', 0)) {
            return new Encoding(StandardCharsets.UTF_16LE, 2, 0, 0);
        }
        if (starts(head, 0, '<')) {
            return new Encoding(StandardCharsets.UTF_16BE, 2, 1, 0);
        }
        return new Encoding(declared(head), 1, 0, 0);
    }

    /** The charset of the declaration; UTF-8 where there is none, nobody knows it, or it cannot be true. */
    private static Charset declared(byte[] head) {
        String begin = new String(head, 0, Math.min(head.length, DECLARATION), StandardCharsets.ISO_8859_1);
        int at = begin.indexOf("encoding=");
        int end = begin.indexOf("?>");
        if (!begin.stripLeading().startsWith("<?xml") || at < 0 || at > end || at + 10 >= begin.length()) {
            return StandardCharsets.UTF_8;
        }
        int close = begin.indexOf(begin.charAt(at + 9), at + 10);
        String name = close < 0 ? "" : begin.substring(at + 10, close).toUpperCase(Locale.ROOT);
        boolean known = name.matches("[A-Z0-9][A-Z0-9_.:-]*") && !name.startsWith("UTF-16") && !name.startsWith("UTF-32") && Charset.isSupported(name);
        return known ? Charset.forName(name) : StandardCharsets.UTF_8;
    }

    private static boolean starts(byte[] head, int... first) {
        if (head.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if ((head[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }
}
