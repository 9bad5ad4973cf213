package dev.spoor.segment;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdDictContentType;

/**
 * Zstandard, with bytes or without that both sides know. An object packs one thing after the other, and keeps what it needs for that until it is closed; not thread-safe.
 */
final class Packing implements AutoCloseable {
    private static final int LEVEL = 3;
    private final ZstdCompressCtx plain = new ZstdCompressCtx();
    private ZstdCompressCtx knowing;
    private byte[] lastKnown;

    Packing() {
        plain.setLevel(LEVEL);
    }

    /**
     * Packs bytes; returns how many it made.
     *
     * @param known bytes whose repetition costs little, or null; packing several with the same array costs less
     */
    int pack(byte[] into, int at, byte[] bytes, int from, int length, byte[] known) {
        return context(known).compressByteArray(into, at, into.length - at, bytes, from, length);
    }

    /** Packs bytes with none known. */
    byte[] pack(byte[] bytes) {
        return plain.compress(bytes);
    }

    private ZstdCompressCtx context(byte[] known) {
        if (known == null) {
            return plain;
        }
        if (known != lastKnown) {
            close(knowing);
            knowing = new ZstdCompressCtx();
            knowing.setLevel(LEVEL).setDictID(false).loadDict(known, ZstdDictContentType.RAW_CONTENT);
            lastKnown = known;
        }
        return knowing;
    }

    private static void close(ZstdCompressCtx context) {
        if (context != null) {
            context.close();
        }
    }

    @Override public void close() {
        close(plain);
        close(knowing);
    }

    /**
     * Unpacks a frame; returns how many bytes came out.
     *
     * @param known what was known to {@link #pack}, or null
     * @throws com.github.luben.zstd.ZstdException if the frame is damaged or has more bytes than there is room
     */
    static long unpack(byte[] into, byte[] frame, byte[] known) {
        if (known == null) {
            return Zstd.decompressByteArray(into, 0, into.length, frame, 0, frame.length);
        }
        try (ZstdDecompressCtx context = unpacking(known)) {
            return context.decompressByteArray(into, 0, into.length, frame, 0, frame.length);
        }
    }

    /** Unpacks frame after frame until it is closed. */
    static ZstdDecompressCtx unpacking(byte[] known) {
        ZstdDecompressCtx context = new ZstdDecompressCtx();
        if (known != null) {
            context.loadDict(known, ZstdDictContentType.RAW_CONTENT);
        }
        return context;
    }
}
