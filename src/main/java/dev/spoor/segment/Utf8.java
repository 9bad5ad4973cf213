package dev.spoor.segment;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * UTF-8 that gives every Java text back. Half surrogate pairs, which JSON can hold, are written as three bytes each (WTF-8) instead of being
 * replaced.
 */
final class Utf8 {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long QUESTION_MARKS = ONES * '?';

    private Utf8() {}

    static byte[] encode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return asks(bytes) && halved(text) ? encodeHalves(text) : bytes;
    }

    /** Whether there is a question mark, which is what Java writes for half a pair; eight bytes at a time. */
    private static boolean asks(byte[] bytes) {
        int length = bytes.length;
        int i = 0;
        for (; i + 32 <= length; i += 32) {
            if ((asks(bytes, i) | asks(bytes, i + 8) | asks(bytes, i + 16) | asks(bytes, i + 24)) != 0) {
                return true;
            }
        }
        for (; i < length; i++) {
            if (bytes[i] == '?') {
                return true;
            }
        }
        return false;
    }

    private static long asks(byte[] bytes, int from) {
        long word = (long) WORDS.get(bytes, from) ^ QUESTION_MARKS;
        return word - ONES & ~word & HIGH_BITS;
    }

    static String decode(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') < 0) {
            return text;
        }
        for (int i = from; i + 1 < to; i++) {
            if (bytes[i] == (byte) 0xED && (bytes[i + 1] & 0xE0) == 0xA0) {
                return decodeHalves(bytes, from, to);
            }
        }
        return text;
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
