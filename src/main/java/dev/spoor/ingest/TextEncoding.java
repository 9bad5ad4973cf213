package dev.spoor.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How the characters of a text file are written: by its byte order mark, else UTF-16 where every second byte of the beginning is zero, else UTF-8.
 *
 * @param charset how to decode
 * @param width   bytes of an ASCII character: 1 or 2
 * @param low     which of them holds its number
 * @param mark    bytes of the byte order mark
 */
public record TextEncoding(Charset charset, int width, int low, int mark) {
    /** What bytes are taken for that are no UTF-8, in a file that has no mark. */
    public static final Charset FALLBACK = Charset.forName("windows-1252");
    private static final int LOOKED_AT = 64;

    /** The encoding of a file that begins so. */
    public static TextEncoding of(byte[] head) {
        if (starts(head, 0xEF, 0xBB, 0xBF)) {
            return new TextEncoding(StandardCharsets.UTF_8, 1, 0, 3);
        }
        if (starts(head, 0xFF, 0xFE)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2, 0, 2);
        }
        if (starts(head, 0xFE, 0xFF)) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 2, 1, 2);
        }
        if (zeros(head, 1) && !zeros(head, 0)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2, 0, 0);
        }
        if (zeros(head, 0) && !zeros(head, 1)) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 2, 1, 0);
        }
        return new TextEncoding(StandardCharsets.UTF_8, 1, 0, 0);
    }

    /** Whether bytes can be decoded without replacing any. */
    public boolean valid(byte[] bytes, int from, int to) {
        if (width == 1 && ascii(bytes, from, to)) {
            return true;
        }
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** What to decode a piece with: this encoding, or for bytes that are no UTF-8 the {@link #FALLBACK}. */
    public Charset charset(byte[] bytes, int from, int to) {
        return width == 2 || valid(bytes, from, to) ? charset : FALLBACK;
    }

    private static boolean ascii(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean zeros(byte[] head, int first) {
        int length = Math.min(LOOKED_AT, head.length & ~1);
        int zeros = 0;
        for (int i = first; i < length; i += 2) {
            zeros += head[i] == 0 ? 1 : 0;
        }
        return length >= 8 && zeros * 10 >= length / 2 * 9;
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
