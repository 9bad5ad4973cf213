package dev.spoor.segment;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdDictCompress;
import com.github.luben.zstd.ZstdDictContentType;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Zstandard, with bytes or without that both sides know. An object packs one thing after the other, and keeps what it needs for that until it is closed; not thread-safe.
 */
final class Packing implements AutoCloseable {
    private static final int LEVEL = 3;
    /** Enough for bits, which hardly repeat. */
    private static final int BITS_LEVEL = 1;
    /** How many known bytes are kept ready, each with tables of about its size. */
    private static final int READY = 8;
    private final ZstdCompressCtx plain = new ZstdCompressCtx();
    private final ZstdCompressCtx knowing = new ZstdCompressCtx();
    private final ZstdCompressCtx ofBits = new ZstdCompressCtx();
    private byte[] lastKnown;
    /** By the known bytes' identity, the one used longest ago first. */
    private final Map<byte[], ZstdDictCompress> ready = new LinkedHashMap<>(16, 0.75f, true);

    Packing() {
        plain.setLevel(LEVEL);
        knowing.setLevel(LEVEL).setDictID(false);
        ofBits.setLevel(BITS_LEVEL);
    }

    /**
     * Packs bytes; returns how many it made.
     *
     * @param known bytes whose repetition costs little, or null; packing several with the same array costs less
     */
    int pack(byte[] into, int at, byte[] bytes, int from, int length, byte[] known) {
        return context(known).compressByteArray(into, at, into.length - at, bytes, from, length);
    }

    /** Packs bits with no bytes known. */
    byte[] packBits(byte[] bits) {
        return ofBits.compress(bits);
    }

    private ZstdCompressCtx context(byte[] known) {
        if (known == null) {
            return plain;
        }
        if (known != lastKnown) {
            knowing.loadDict(ready(known));
            lastKnown = known;
        }
        return knowing;
    }

    /** Known bytes with their tables. They begin with the numbers of a column, never with the mark of a trained dictionary. */
    private ZstdDictCompress ready(byte[] known) {
        ZstdDictCompress made = ready.get(known);
        if (made == null) {
            made = new ZstdDictCompress(known, LEVEL);
            ready.put(known, made);
            if (ready.size() > READY) {
                Iterator<ZstdDictCompress> oldest = ready.values().iterator();
                oldest.next().close();
                oldest.remove();
            }
        }
        return made;
    }

    @Override public void close() {
        plain.close();
        knowing.close();
        ofBits.close();
        ready.values().forEach(ZstdDictCompress::close);
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
