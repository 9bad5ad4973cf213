package dev.spoor.ingest.evtx;

/** Hexadecimal digits of bytes. */
final class HexDigits {
    private static final String UPPER = "0123456789ABCDEF";
    private static final String LOWER = "0123456789abcdef";

    private HexDigits() {}

    static void upper(StringBuilder to, byte value) {
        to.append(UPPER.charAt(value >> 4 & 15)).append(UPPER.charAt(value & 15));
    }

    /** Lower-case digits of bytes in their order. */
    static void forward(StringBuilder to, byte[] bytes, int from, int count) {
        for (int i = from; i < from + count; i++) {
            lower(to, bytes[i]);
        }
    }

    /** Lower-case digits of a little-endian number. */
    static void reversed(StringBuilder to, byte[] bytes, int from, int count) {
        for (int i = from + count - 1; i >= from; i--) {
            lower(to, bytes[i]);
        }
    }

    private static void lower(StringBuilder to, byte value) {
        to.append(LOWER.charAt(value >> 4 & 15)).append(LOWER.charAt(value & 15));
    }
}
