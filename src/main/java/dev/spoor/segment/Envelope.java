package dev.spoor.segment;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * What stands around stored bytes: {@code version (1 byte), form (1 byte), CRC-32C of what follows (4 bytes, big-endian), then the payload}; where the form
 * has the bit {@code COMPRESSED}, its length (variable) and a zstd frame.
 */
final class Envelope {
    private static final int VERSION = 1;
    private static final int COMPRESSED = 0x80;
    /** Shorter payloads stay as they are. */
    private static final int WORTH_COMPRESSING = 64;
    /** Longest payload that is unpacked, in bytes. */
    private static final int MAX_PAYLOAD = 1 << 29;
    /** A payload longer than this is packed at most so many times, so that few damaged bytes do not ask for much memory. */
    private static final int FREELY_PACKED = 1 << 20;
    private static final int MAX_RATIO = 1_000;
    private static final int HEADER = 6;

    private Envelope() {}

    static byte[] seal(int form, ByteWriter payload) {
        try (Packing packing = new Packing()) {
            return seal(form, payload, packing);
        }
    }

    static byte[] seal(int form, ByteWriter payload, Packing packing) {
        int length = payload.size();
        if (length > WORTH_COMPRESSING) {
            ByteWriter size = new ByteWriter(5);
            size.putVar(length);
            int begin = HEADER + size.size();
            byte[] sealed = new byte[begin + (int) Zstd.compressBound(length)];
            int packed = packing.pack(sealed, begin, payload.bytes(), 0, length, null);
            if (packed + 5 < length && plausible(length, packed)) {
                System.arraycopy(size.bytes(), 0, sealed, HEADER, size.size());
                return headed(form | COMPRESSED, Arrays.copyOf(sealed, begin + packed));
            }
        }
        return plain(form, payload);
    }

    /**
     * Seals bytes that resemble others.
     *
     * @param known bytes that the reader has at hand too; what also stands in them costs little
     * @return null where the bytes are too few, or would be packed too well for a reader to believe it
     */
    static byte[] seal(int form, ByteWriter payload, Packing packing, byte[] known) {
        int length = payload.size();
        ByteWriter size = new ByteWriter(5);
        size.putVar(length);
        int begin = HEADER + size.size();
        byte[] sealed = new byte[begin + (int) Zstd.compressBound(length)];
        int packed = packing.pack(sealed, begin, payload.bytes(), 0, length, known);
        if (packed + 5 >= length || !plausible(length, packed)) {
            return null;
        }
        System.arraycopy(size.bytes(), 0, sealed, HEADER, size.size());
        return headed(form | COMPRESSED, Arrays.copyOf(sealed, begin + packed));
    }

    private static byte[] plain(int form, ByteWriter payload) {
        int length = payload.size();
        byte[] sealed = new byte[HEADER + length];
        System.arraycopy(payload.bytes(), 0, sealed, HEADER, length);
        return headed(form, sealed);
    }

    private static byte[] headed(int form, byte[] sealed) {
        sealed[0] = VERSION;
        sealed[1] = (byte) form;
        int crc = crc(sealed, HEADER);
        for (int i = 0; i < 4; i++) {
            sealed[2 + i] = (byte) (crc >>> 24 - 8 * i);
        }
        return sealed;
    }

    static ByteCursor open(int form, byte[] sealed) throws SegmentFormatException {
        return open(form, sealed, null);
    }

    /**
     * Opens what was sealed.
     *
     * @param known the bytes that were known when it was sealed, null for none
     */
    static ByteCursor open(int form, byte[] sealed, byte[] known) throws SegmentFormatException {
        ByteCursor cursor = new ByteCursor(sealed);
        int version = cursor.take();
        if (version != VERSION) {
            throw new SegmentFormatException("format version " + version + " where " + VERSION + " is known: damaged, or written by a newer Spoor");
        }
        int found = cursor.take();
        if ((found & ~COMPRESSED) != form) {
            throw new SegmentFormatException("form " + found + " where " + form + " was expected");
        }
        if (cursor.takeInt() != crc(sealed, HEADER)) {
            throw new SegmentFormatException("the checksum is wrong");
        }
        return (found & COMPRESSED) == 0 ? new ByteCursor(cursor.take(cursor.remaining())) : new ByteCursor(unpack(cursor, known));
    }

    private static byte[] unpack(ByteCursor cursor, byte[] known) throws SegmentFormatException {
        int length = cursor.takeCount("unpacked bytes", MAX_PAYLOAD);
        byte[] frame = cursor.take(cursor.remaining());
        if (!plausible(length, frame.length)) {
            throw new SegmentFormatException(length + " bytes packed into " + frame.length);
        }
        long told = Zstd.getFrameContentSize(frame);
        if (told != length) {
            throw new SegmentFormatException("a frame of " + told + " bytes where " + length + " are expected");
        }
        byte[] payload = new byte[length];
        try {
            long unpacked = Packing.unpack(payload, frame, known);
            if (unpacked != length) {
                throw new SegmentFormatException(unpacked + " bytes unpacked where " + length + " are expected");
            }
        } catch (ZstdException e) {
            throw new SegmentFormatException("the compressed bytes are damaged: " + e.getMessage());
        }
        return payload;
    }

    private static boolean plausible(int length, int packedLength) {
        return length <= FREELY_PACKED || length / MAX_RATIO <= packedLength;
    }

    private static int crc(byte[] bytes, int from) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, bytes.length - from);
        return (int) crc.getValue();
    }
}
