package dev.spoor.segment;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdDictContentType;

/** Zstandard, with bytes or without that both sides know. */
final class Packing {
    private static final int LEVEL = 3;

    private Packing() {}

    /**
     * Packs bytes; returns how many it made.
     *
     * @param known bytes whose repetition costs little, or null
     */
    static int pack(byte[] into, int at, byte[] bytes, int from, int length, byte[] known) {
        if (known == null) {
            long packed = Zstd.compressByteArray(into, at, into.length - at, bytes, from, length, LEVEL);
            if (Zstd.isError(packed)) {
                throw new IllegalStateException("zstd: " + Zstd.getErrorName(packed));
            }
            return (int) packed;
        }
        try (ZstdCompressCtx context = new ZstdCompressCtx()) {
            context.setLevel(LEVEL).setDictID(false).loadDict(known, ZstdDictContentType.RAW_CONTENT);
            return context.compressByteArray(into, at, into.length - at, bytes, from, length);
        }
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
        try (ZstdDecompressCtx context = new ZstdDecompressCtx()) {
            context.loadDict(known, ZstdDictContentType.RAW_CONTENT);
            return context.decompressByteArray(into, 0, into.length, frame, 0, frame.length);
        }
    }
}
