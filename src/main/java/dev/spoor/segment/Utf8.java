package dev.spoor.segment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * UTF-8 that gives every Java text back. Half surrogate pairs, which JSON can hold, are written as three bytes each (WTF-8) instead of being
 * replaced.
 */
final class Utf8 {
    private Utf8() {}

    static byte[] encode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (byte b : bytes) {
            if (b == '?') {
                return halved(text) ? encodeHalves(text) : bytes;
            }
        }
        return bytes;
    }

    static String decode(byte[] bytes, int from, int to) {
        for (int i = from; i + 1 < to; i++) {
            if (bytes[i] == (byte) 0xED && (bytes[i + 1] & 0xE0) == 0xA0) {
                return decodeHalves(bytes, from, to);
            }
        }
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private static boolean halved(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (Character.charCount(text.codePointAt(i)) == 1) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    private static byte[] encodeHalves(String text) {
        byte[] out = new byte[text.length() * 3];
        int n = 0;
        int begin = 0;
        for (int i = 0; i < text.length();) {
            int point = text.codePointAt(i);
            int next = i + Character.charCount(point);
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                n = append(out, n, text.substring(begin, i));
                out[n++] = (byte) 0xED;
                out[n++] = (byte) (0x80 | point >> 6 & 0x3F);
                out[n++] = (byte) (0x80 | point & 0x3F);
                begin = next;
            }
            i = next;
        }
        n = append(out, n, text.substring(begin));
        return Arrays.copyOf(out, n);
    }

    private static int append(byte[] out, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, out, at, bytes.length);
        return at + bytes.length;
    }

    private static String decodeHalves(byte[] bytes, int from, int to) {
        StringBuilder out = new StringBuilder(to - from);
        int begin = from;
        int i = from;
        while (i + 2 < to) {
            if (bytes[i] == (byte) 0xED && (bytes[i + 1] & 0xE0) == 0xA0) {
                out.append(new String(bytes, begin, i - begin, StandardCharsets.UTF_8));
                out.append((char) (0xD000 | (bytes[i + 1] & 0x3F) << 6 | bytes[i + 2] & 0x3F));
                i += 3;
                begin = i;
            } else {
                i++;
            }
        }
        return out.append(new String(bytes, begin, to - begin, StandardCharsets.UTF_8)).toString();
    }
}
