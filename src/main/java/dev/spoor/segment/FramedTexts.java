package dev.spoor.segment;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import java.util.zip.CRC32C;

/**
 * The texts of a dictionary in frames of some hundred, each packed on its own and with a filter beside it, so that a search unpacks only the frames that may have what
 * is sought. Thread-safe.
 *
 * <pre>
 * frames = count frame{count}                          in the head of a column
 * frame  = flags filter-length length crc              crc: 4 bytes, of the packed filter and the packed texts
 * flags  = 1 where a text has characters beyond ASCII, + 2 where none of these is equal to an ASCII letter without regard to case
 * tail   = (packed filter, packed texts){count}        behind the head of a column
 * </pre>
 */
final class FramedTexts {
    /** Texts in a frame. */
    static final int FRAME = 1_024;
    private static final int BEYOND_ASCII = 1;
    private static final int KEEPS_FROM_ASCII = 2;
    private static final int MAX_FRAME = 1 << 28;
    /** A frame is packed at most so many times, so that few damaged bytes do not ask for much memory; texts that would be are not put into frames. */
    private static final int MAX_RATIO = 20_000;
    private final byte[] content;
    private final Supplier<byte[]> known;
    /** What is known, while frame after frame is unpacked. */
    private volatile WeakReference<byte[]> knownLately = new WeakReference<>(null);
    private final int[] starts;
    private final int[] flags;
    private final int[] filters;
    private final int[] frames;
    private final int[] ends;
    private final int[] checksums;
    private final GramFilter[] unpackedFilters;
    /** The frames unpacked lately, for those who ask value by value; they must not stay, because there are as many of these as segments. */
    private final AtomicReferenceArray<WeakReference<byte[]>> unpacked;
    private final int texts;
    private final int end;

    /**
     * @param content has the tail from a place on
     * @param starts  where each text begins, and where the last ends
     * @param texts   so many are in a frame
     * @param known   gives the bytes that were known when the frames were packed, or null; asked whenever a frame is unpacked
     */
    FramedTexts(byte[] content, int tail, int[] starts, int texts, ByteCursor in, Supplier<byte[]> known) throws SegmentFormatException {
        this.content = content;
        this.known = known;
        this.starts = starts;
        this.texts = texts;
        int count = (starts.length - 1 + texts - 1) / texts;
        if (in.takeCount("frames", count) != count) {
            throw new SegmentFormatException("other than " + count + " frames");
        }
        flags = new int[count];
        filters = new int[count];
        frames = new int[count];
        ends = new int[count];
        checksums = new int[count];
        unpackedFilters = new GramFilter[count];
        unpacked = new AtomicReferenceArray<>(count);
        int at = tail;
        for (int i = 0; i < count; i++) {
            flags[i] = in.take();
            filters[i] = at;
            frames[i] = at + in.takeCount("bytes of a filter", content.length - (long) at);
            ends[i] = frames[i] + in.takeCount("bytes of a frame", content.length - (long) frames[i]);
            checksums[i] = in.takeInt();
            at = ends[i];
        }
        end = at;
    }

    /** The place behind the last frame. */
    int end() {
        return end;
    }

    /** The frame that has the text of a code. */
    int frame(int code) {
        return code / texts;
    }

    /** The first code of a frame; of the frame behind the last: that behind the last text. */
    int firstCode(int frame) {
        return Math.min(starts.length - 1, frame * texts);
    }

    /** Whether a dictionary is worth it: much text, and long texts. */
    static boolean worth(Dictionary dictionary) {
        return dictionary.size() > 0 && dictionary.textBytes() > 1 << 20 && dictionary.textBytes() / dictionary.size() >= 64;
    }

    /**
     * Writes the head's part and the tail.
     *
     * @param texts so many go into a frame
     * @param known bytes that the reader has at hand too, or null
     */
    static void put(ByteWriter head, ByteWriter tail, Dictionary dictionary, int texts, Packing packing, byte[] known) {
        int count = (dictionary.size() + texts - 1) / texts;
        head.putVar(count);
        byte[] arena = dictionary.arena();
        byte[] frame = new byte[0];
        for (int i = 0; i < count; i++) {
            int from = dictionary.start(i * texts);
            int to = dictionary.start(Math.min(dictionary.size(), (i + 1) * texts));
            byte[] filter = packing.packBits(GramFilter.of(arena, from, to).bits());
            int most = (int) Zstd.compressBound(to - from);
            frame = frame.length < most ? new byte[most] : frame;
            int length = packing.pack(frame, 0, arena, from, to - from, known);
            head.put(Dictionary.ascii(arena, from, to) ? 0 : BEYOND_ASCII | (Dictionary.foldsToAscii(arena, from, to) < 0 ? KEEPS_FROM_ASCII : 0));
            head.putVar(filter.length);
            head.putVar(length);
            CRC32C crc = new CRC32C();
            crc.update(filter);
            crc.update(frame, 0, length);
            head.putInt((int) crc.getValue());
            tail.put(filter, 0, filter.length);
            tail.put(frame, 0, length);
        }
    }

    int count() {
        return frames.length;
    }

    /** Whether all texts of a frame are ASCII. */
    boolean ascii(int frame) {
        return (flags[frame] & BEYOND_ASCII) == 0;
    }

    /** Whether it is known that no character beyond ASCII is equal to an ASCII letter without regard to case. */
    boolean keepsFromAscii(int frame) {
        return flags[frame] != BEYOND_ASCII;
    }

    GramFilter filter(int frame) {
        GramFilter filter = unpackedFilters[frame];
        if (filter == null) {
            check(frame);
            filter = unpackFilter(frame);
            unpackedFilters[frame] = filter;
        }
        return filter;
    }

    private GramFilter unpackFilter(int frame) {
        byte[] packed = Arrays.copyOfRange(content, filters[frame], frames[frame]);
        long told = Zstd.getFrameContentSize(packed);
        if (!GramFilter.possible(told)) {
            throw damaged("its filter has " + told + " bytes");
        }
        return new GramFilter(unpack(packed, (int) told, null));
    }

    /** The texts of a frame, one behind the other. Must not be changed. */
    byte[] texts(int frame) {
        byte[] before = lately(frame);
        if (before != null) {
            return before;
        }
        check(frame);
        byte[] bytes = unpack(Arrays.copyOfRange(content, frames[frame], ends[frame]), begin(frame + 1) - begin(frame), known());
        unpacked.set(frame, new WeakReference<>(bytes));
        return bytes;
    }

    private byte[] lately(int frame) {
        WeakReference<byte[]> before = unpacked.get(frame);
        return before == null ? null : before.get();
    }

    /** Unpacks one frame after the other, which costs less than to ask for each. Not thread-safe. */
    final class Reader implements AutoCloseable {
        private ZstdDecompressCtx context;
        private byte[] room = new byte[0];

        /** An array that begins with the texts of a frame; good until the next one is asked for. */
        byte[] texts(int frame) {
            byte[] before = lately(frame);
            if (before != null) {
                return before;
            }
            check(frame);
            context = context == null ? Packing.unpacking(known()) : context;
            int length = begin(frame + 1) - begin(frame);
            checkLength(Zstd.getFrameContentSize(content, frames[frame], ends[frame] - frames[frame]), ends[frame] - frames[frame], length);
            room = room.length < length ? new byte[length] : room;
            try {
                if (context.decompressByteArray(room, 0, length, content, frames[frame], ends[frame] - frames[frame]) != length) {
                    throw damaged("it is too short");
                }
                return room;
            } catch (ZstdException e) {
                throw damaged(e.getMessage());
            }
        }

        @Override public void close() {
            if (context != null) {
                context.close();
            }
        }
    }

    private byte[] known() {
        byte[] bytes = knownLately.get();
        if (bytes == null) {
            bytes = known.get();
            knownLately = new WeakReference<>(bytes);
        }
        return bytes;
    }

    /** Where the texts of a frame begin among all texts. */
    int begin(int frame) {
        return starts[firstCode(frame)];
    }

    /** All texts. */
    byte[] all() {
        byte[] all = new byte[starts[starts.length - 1]];
        for (int i = 0; i < frames.length; i++) {
            byte[] texts = texts(i);
            System.arraycopy(texts, 0, all, begin(i), texts.length);
        }
        return all;
    }

    /** Bytes of memory. */
    long memory() {
        return content.length + (long) frames.length * GramFilter.BYTES;
    }

    private void check(int frame) {
        CRC32C crc = new CRC32C();
        crc.update(content, filters[frame], ends[frame] - filters[frame]);
        if ((int) crc.getValue() != checksums[frame]) {
            throw damaged("its checksum is wrong");
        }
    }

    private static byte[] unpack(byte[] packed, int length, byte[] known) {
        checkLength(Zstd.getFrameContentSize(packed), packed.length, length);
        try {
            byte[] bytes = new byte[length];
            if (Packing.unpack(bytes, packed, known) != length) {
                throw damaged("it is too short");
            }
            return bytes;
        } catch (ZstdException e) {
            throw damaged(e.getMessage());
        }
    }

    private static void checkLength(long told, int packed, int length) {
        if (told != length || length > MAX_FRAME || length / MAX_RATIO > packed) {
            throw damaged(told + " bytes where " + length + " are expected");
        }
    }

    private static UncheckedIOException damaged(String what) {
        return new UncheckedIOException(new IOException("The case is damaged: a frame of texts cannot be unpacked (" + what + ")."));
    }
}
