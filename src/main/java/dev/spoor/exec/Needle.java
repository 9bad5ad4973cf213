package dev.spoor.exec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds a literal in bytes, eight bytes at a step: the word is searched for the needle's rarest byte in either case (the "has a zero byte" trick of
 * Hacker's Delight), and only there the whole needle is compared. Immutable; thread-safe.
 */
final class Needle {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHS = 0x8080_8080_8080_8080L;
    /** The bytes of logs, most frequent first; others are rarer. */
    private static final String FREQUENT = "e\\itsnora- lcdm:p.uSCwEWf0Tv1gh23DIPAMLyNbROF/_\"x4U8\r\n\t7569kG,=BVHj";
    private static final byte[] RARITY = rarities();
    static final int RAREST = FREQUENT.length();
    private final byte[] bytes;
    private final boolean ignoreCase;
    private final int pivot;
    private final long lower;
    private final long upper;

    /**
     * A needle.
     *
     * @param text       not empty; folded where case is ignored
     * @param ignoreCase ASCII letters match in either case
     */
    Needle(String text, boolean ignoreCase) {
        this(text.getBytes(StandardCharsets.UTF_8), ignoreCase);
    }

    private Needle(byte[] bytes, boolean ignoreCase) {
        this.bytes = bytes;
        this.ignoreCase = ignoreCase;
        this.pivot = rarest(bytes);
        this.lower = ONES * (bytes[pivot] & 0xFF);
        this.upper = ignoreCase ? ONES * upper(bytes[pivot]) : lower;
    }

    /** Whether it does not fit into a line, which ends behind its line feed. */
    boolean severalLines() {
        for (int i = 0; i < bytes.length - 1; i++) {
            if (bytes[i] == '\n') {
                return true;
            }
        }
        return false;
    }

    /** The longest of its lines; this itself if there is only one. */
    Needle longestLine() {
        if (!severalLines()) {
            return this;
        }
        byte[] longest = new byte[0];
        int begin = 0;
        for (int end = 1; end <= bytes.length; end++) {
            if (end == bytes.length || bytes[end - 1] == '\n') {
                longest = end - begin > longest.length ? Arrays.copyOfRange(bytes, begin, end) : longest;
                begin = end;
            }
        }
        return new Needle(longest, ignoreCase);
    }

    /** The bytes sought, with lower-case letters where case is ignored. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return bytes.length;
    }

    boolean ascii() {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    /** Where the needle first stands between two places of the text, or -1. */
    int find(byte[] text, int from, int to) {
        int last = to - bytes.length + pivot;
        int at = from + pivot;
        for (; at + 7 <= last; at += 8) {
            long word = (long) WORDS.get(text, at);
            long a = word ^ lower;
            long b = word ^ upper;
            long hits = ((a - ONES & ~a) | (b - ONES & ~b)) & HIGHS;
            while (hits != 0) {
                int begin = at + (Long.numberOfTrailingZeros(hits) >>> 3) - pivot;
                if (at(text, begin)) {
                    return begin;
                }
                hits &= hits - 1;
            }
        }
        for (; at <= last; at++) {
            if (at(text, at - pivot)) {
                return at - pivot;
            }
        }
        return -1;
    }

    /** Whether the needle stands at a place that has room for it. */
    boolean at(byte[] text, int begin) {
        for (int i = 0; i < bytes.length; i++) {
            byte b = text[begin + i];
            if (b != bytes[i] && !(ignoreCase && b >= 'A' && b <= 'Z' && b + 32 == bytes[i])) {
                return false;
            }
        }
        return true;
    }

    private static int rarest(byte[] bytes) {
        int best = 0;
        for (int i = 1; i < bytes.length; i++) {
            if (rarity(bytes[i]) > rarity(bytes[best])) {
                best = i;
            }
        }
        return best;
    }

    /** The higher, the rarer a byte is in logs; at most {@link #RAREST}. */
    static int rarity(byte b) {
        return RARITY[b & 0xFF];
    }

    private static byte[] rarities() {
        byte[] all = new byte[256];
        Arrays.fill(all, (byte) FREQUENT.length());
        for (int place = FREQUENT.length() - 1; place >= 0; place--) {
            all[FREQUENT.charAt(place) & 0xFF] = (byte) place;
        }
        return all;
    }

    private static int upper(byte b) {
        return b >= 'a' && b <= 'z' ? b - 32 : b & 0xFF;
    }
}
