package dev.spoor.segment;

import java.util.Arrays;

/** Bytes written one after the other. Variable-length numbers are little-endian groups of seven bits, as in LEB128. */
final class ByteWriter {
    private byte[] bytes;
    private int size;

    ByteWriter() {
        this(256);
    }

    /**
     * @param expected about how many bytes will be written
     */
    ByteWriter(int expected) {
        bytes = new byte[expected];
    }

    /** What was written, and more behind it; see {@link #size}. */
    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    void put(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
    }

    void put(byte[] source, int from, int to) {
        reserve(to - from);
        System.arraycopy(source, from, bytes, size, to - from);
        size += to - from;
    }

    void putInt(int value) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            put(value >>> shift);
        }
    }

    /** A number without sign. */
    void putVar(long value) {
        reserve(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** A number with sign; near 0 it is short. */
    void putSigned(long value) {
        putVar(value << 1 ^ value >> 63);
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(Math.addExact(size, more), bytes.length * 2L)));
        }
    }
}
