package dev.spoor.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * Values that many rows have in common, by the bytes of UTF-8 that tell them: a known one is found without making a text. Open addressing, at most half full. Not
 * thread-safe.
 *
 * @param <T> what the values are; never null
 */
final class SharedValues<T> {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIX = 0x9E3779B97F4A7C15L;

    /** Makes a value of the text that tells it. */
    interface Maker<T> {
        T of(String text) throws SQLException;
    }

    private record Known<T>(byte[] key, int hash, T value) {}

    private final Maker<T> maker;
    private Known<T>[] table = table(64);
    private int size;

    SharedValues(Maker<T> maker) {
        this.maker = maker;
    }

    @SuppressWarnings("unchecked")
    private static <T> Known<T>[] table(int size) {
        return new Known[size];
    }

    /** The value of a stretch of bytes. */
    T get(byte[] text, int from, int to) throws SQLException {
        int hash = hash(text, from, to);
        int place = hash & table.length - 1;
        while (table[place] != null) {
            Known<T> known = table[place];
            if (known.hash() == hash && Arrays.equals(known.key(), 0, known.key().length, text, from, to)) {
                return known.value();
            }
            place = place + 1 & table.length - 1;
        }
        byte[] key = Arrays.copyOfRange(text, from, to);
        T value = maker.of(new String(key, StandardCharsets.UTF_8));
        table[place] = new Known<>(key, hash, value);
        if (++size * 2 > table.length) {
            grow();
        }
        return value;
    }

    private void grow() {
        Known<T>[] before = table;
        table = table(before.length * 2);
        for (Known<T> known : before) {
            if (known != null) {
                int place = known.hash() & table.length - 1;
                while (table[place] != null) {
                    place = place + 1 & table.length - 1;
                }
                table[place] = known;
            }
        }
    }

    private static int hash(byte[] text, int from, int to) {
        long hash = to - from;
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            hash = (hash ^ (long) LONGS.get(text, at)) * MIX;
            hash ^= hash >>> 32;
        }
        for (; at < to; at++) {
            hash = (hash ^ text[at]) * MIX;
        }
        return (int) (hash ^ hash >>> 32);
    }
}
