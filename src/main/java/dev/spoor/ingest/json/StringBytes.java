package dev.spoor.ingest.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads JSON strings from their bytes (RFC 8259, section 7). Not thread-safe. */
final class StringBytes {
    private byte[] scratch = new byte[1024];
    private int behind;

    /**
     * The text of a string whose end is not known yet, in one go; see {@link #behind} then.
     *
     * @param from the place behind the opening quotation mark
     * @return null where the bytes are no such string, or need another look by {@link #read}: the string has {@code \}{@code u} or U+FFFD
     */
    String scan(byte[] bytes, int from, int to) {
        if (scratch.length < to - from + 8) {
            scratch = new byte[Math.max(to - from + 8, scratch.length * 2)];
        }
        int size = 0;
        int at = from;
        while (true) {
            int plain = Swar.copyPlain(bytes, at, to, scratch, size);
            at += plain;
            size += plain;
            if (at + 1 < to && bytes[at] == '\\') {
                byte letter = plain(bytes[at + 1]);
                if (letter == 0) {
                    return null;
                }
                scratch[size++] = letter;
                at += 2;
            } else if (at < to && bytes[at] == '"') {
                behind = at + 1;
                String text = text(scratch, 0, size);
                return text.indexOf('\uFFFD') >= 0 ? null : text;
            } else {
                return null;
            }
        }
    }

    /** The place behind the closing quotation mark of the string read last by {@link #scan}. */
    int behind() {
        return behind;
    }

    /**
     * The text of the bytes between the quotation marks.
     *
     * @return null where the bytes are no such string, or hold U+FFFD, which may stand for bytes that are no UTF-8
     */
    String read(byte[] bytes, int from, int to) {
        if (Swar.controls(bytes, from, to)) {
            return null;
        }
        int first = Swar.quoteOrBackslash(bytes, from, to);
        String text = first == to ? text(bytes, from, to) : unescaped(bytes, from, first, to);
        return text == null || text.indexOf('\uFFFD') >= 0 ? null : text;
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private String unescaped(byte[] bytes, int from, int first, int to) {
        if (scratch.length < to - from) {
            scratch = Arrays.copyOf(scratch, Math.max(to - from, scratch.length * 2));
        }
        int size = 0;
        int begin = from;
        for (int at = first; at < to; at = Swar.quoteOrBackslash(bytes, at + 2, to)) {
            if (at + 1 == to || bytes[at] != '\\') {
                return null;
            }
            if (bytes[at + 1] == 'u') {
                return byCharacters(bytes, from, to);
            }
            byte plain = plain(bytes[at + 1]);
            if (plain == 0) {
                return null;
            }
            System.arraycopy(bytes, begin, scratch, size, at - begin);
            size += at - begin;
            scratch[size++] = plain;
            begin = at + 2;
        }
        System.arraycopy(bytes, begin, scratch, size, to - begin);
        return text(scratch, 0, size + to - begin);
    }

    /** Strings with {@code \}{@code u}: each of these is half a pair perhaps, which UTF-8 cannot spell. */
    private static String byCharacters(byte[] bytes, int from, int to) {
        StringBuilder out = new StringBuilder(to - from);
        int at = from;
        while (at < to) {
            int next = Swar.quoteOrBackslash(bytes, at, to);
            out.append(text(bytes, at, next));
            if (next == to) {
                return out.toString();
            }
            if (next + 1 == to || bytes[next] != '\\') {
                return null;
            }
            if (bytes[next + 1] == 'u') {
                int unit = next + 6 > to ? -1 : unit(bytes, next + 2);
                if (unit < 0) {
                    return null;
                }
                out.append((char) unit);
                at = next + 6;
            } else {
                byte plain = plain(bytes[next + 1]);
                if (plain == 0) {
                    return null;
                }
                out.append((char) plain);
                at = next + 2;
            }
        }
        return out.toString();
    }

    private static int unit(byte[] bytes, int from) {
        int unit = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = Character.digit(bytes[i], 16);
            if (digit < 0) {
                return -1;
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }

    /** What a letter behind a backslash stands for, or 0. */
    private static byte plain(byte letter) {
        return switch (letter) {
            case '"', '\\', '/' -> letter;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> 0;
        };
    }
}
