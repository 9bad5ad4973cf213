package dev.spoor.segment;

import java.util.Arrays;

/** A place in bytes that may be damaged. Every step is checked against the end. */
final class ByteCursor {
    private final byte[] bytes;
    private int at;

    ByteCursor(byte[] bytes) {
        this.bytes = bytes;
    }

    /** All bytes that are left, which are not gone past. */
    byte[] rest() {
        return at == 0 ? bytes : Arrays.copyOfRange(bytes, at, bytes.length);
    }

    int remaining() {
        return bytes.length - at;
    }

    int take() throws SegmentFormatException {
        need(1);
        return bytes[at++] & 0xFF;
    }

    byte[] take(int count) throws SegmentFormatException {
        need(count);
        at += count;
        return Arrays.copyOfRange(bytes, at - count, at);
    }

    int takeInt() throws SegmentFormatException {
        need(4);
        int value = 0;
        for (int i = 0; i < 4; i++) {
            value = value << 8 | bytes[at++] & 0xFF;
        }
        return value;
    }

    long takeVar() throws SegmentFormatException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int b = take();
            value |= (long) (b & 0x7F) << shift;
            if (b < 0x80) {
                return value;
            }
        }
        throw new SegmentFormatException("a number at byte " + at + " is longer than ten bytes");
    }

    long takeSigned() throws SegmentFormatException {
        long value = takeVar();
        return value >>> 1 ^ -(value & 1);
    }

    /** A count that is at most {@code limit}. */
    int takeCount(String what, long limit) throws SegmentFormatException {
        long count = takeVar();
        if (count < 0 || count > limit) {
            throw new SegmentFormatException(Long.toUnsignedString(count) + " " + what + " where at most " + limit + " can be");
        }
        return (int) count;
    }

    void end() throws SegmentFormatException {
        if (remaining() != 0) {
            throw new SegmentFormatException(remaining() + " bytes are left behind the end");
        }
    }

    private void need(int count) throws SegmentFormatException {
        if (count < 0 || count > remaining()) {
            throw new SegmentFormatException(count + " bytes expected at byte " + at + ", " + remaining() + " are left");
        }
    }
}
