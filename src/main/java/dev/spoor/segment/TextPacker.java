package dev.spoor.segment;

import dev.spoor.event.Value;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Makes dictionaries of values. Texts are turned into UTF-8 many at a time, straight into the bytes of the dictionary, where they are ASCII only; others one by one. Not
 * thread-safe.
 */
final class TextPacker {
    private static final int LONGEST = Integer.MAX_VALUE - 8;
    private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
    private final CharBuffer gathered = CharBuffer.allocate(1 << 14);
    private byte[] arena;
    private int[] starts;

    /** The dictionary of the first values of an array. */
    Dictionary dictionary(Value[] distinct, int count) {
        byte[] kinds = new byte[count];
        long characters = 0;
        for (int i = 0; i < count; i++) {
            kinds[i] = (byte) distinct[i].kind().ordinal();
            characters += distinct[i].text().length();
        }
        arena = new byte[(int) Math.min(LONGEST, characters)];
        starts = new int[count + 1];
        int next;
        for (int from = 0; from < count; from = next) {
            next = gather(distinct, from, count);
            if (next == from) {
                one(distinct[next].text(), next++);
            } else if (!ascii(from)) {
                for (int i = from; i < next; i++) {
                    gather(distinct, i, i + 1);
                    if (!ascii(i)) {
                        one(distinct[i].text(), i);
                    }
                }
            }
        }
        return new Dictionary(kinds, arena.length == starts[count] ? arena : Arrays.copyOf(arena, starts[count]), starts);
    }

    /** Gathers the characters of as many texts as fit, and puts down where each ends if all are ASCII; returns the place behind these texts. */
    private int gather(Value[] distinct, int from, int count) {
        char[] chars = gathered.array();
        int size = 0;
        for (int i = from; i < count; i++) {
            String text = distinct[i].text();
            if (text.length() > chars.length - size) {
                gathered.position(0).limit(size);
                return i;
            }
            text.getChars(0, text.length(), chars, size);
            size += text.length();
            starts[i + 1] = starts[from] + size;
        }
        gathered.position(0).limit(size);
        return count;
    }

    /** Writes the gathered characters behind what was written; false where they are not ASCII. */
    private boolean ascii(int from) {
        int size = gathered.remaining();
        int at = starts[from];
        if (size > arena.length - at) {
            return false;
        }
        CoderResult result = encoder.reset().encode(gathered, ByteBuffer.wrap(arena, at, size), true);
        return result.isUnderflow();
    }

    private void one(String text, int place) {
        byte[] bytes = Utf8.encode(text);
        int end = Math.addExact(starts[place], bytes.length);
        if (end > arena.length) {
            arena = Arrays.copyOf(arena, (int) Math.min(LONGEST, Math.max(end, arena.length * 3L / 2)));
        }
        System.arraycopy(bytes, 0, arena, starts[place], bytes.length);
        starts[place + 1] = end;
    }
}
