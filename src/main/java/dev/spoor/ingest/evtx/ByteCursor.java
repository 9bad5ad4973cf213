package dev.spoor.ingest.evtx;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads little-endian numbers from a range of bytes and refuses to leave it. All reading of BinXML goes through here. Not thread-safe. */
final class ByteCursor {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = {};
    private int position;
    private int end;

    /** Goes to a range, which is cut where it leaves the bytes. */
    ByteCursor over(byte[] source, int from, int to) {
        bytes = source;
        end = Math.max(0, Math.min(to, source.length));
        position = Math.max(0, Math.min(from, end));
        return this;
    }

    byte[] bytes() {
        return bytes;
    }

    int position() {
        return position;
    }

    int remaining() {
        return end - position;
    }

    /** Steps over bytes and gives the place where they begin. */
    int take(int count) throws DecodeException {
        if (count < 0 || count > end - position) {
            throw new DecodeException(Integer.toUnsignedString(count) + " bytes expected at chunk offset " + position + ", " + (end - position) + " left");
        }
        int at = position;
        position += count;
        return at;
    }

    int u8() throws DecodeException {
        return bytes[take(1)] & 0xFF;
    }

    /** The next byte without stepping over it, or -1 at the end. */
    int peek() {
        return position < end ? bytes[position] & 0xFF : -1;
    }

    int u16() throws DecodeException {
        return u16(bytes, take(2));
    }

    int i32() throws DecodeException {
        return i32(bytes, take(4));
    }

    static int u16(byte[] bytes, int at) {
        return (short) SHORT.get(bytes, at) & 0xFFFF;
    }

    static int i32(byte[] bytes, int at) {
        return (int) INT.get(bytes, at);
    }

    static void i32(byte[] bytes, int at, int value) {
        INT.set(bytes, at, value);
    }

    static long i64(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }
}
