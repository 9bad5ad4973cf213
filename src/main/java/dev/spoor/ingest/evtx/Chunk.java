package dev.spoor.ingest.evtx;

import java.util.Arrays;
import java.util.zip.CRC32;

/** One chunk of a file in memory; loaded again and again for the next. Not thread-safe. */
final class Chunk {
    static final int SIZE = 0x10000;
    static final int HEADER = 512;
    static final int RECORD_HEADER = 24;
    static final int RECORD_TRAILER = 4;
    private static final long MAGIC = 0x6B6E6843666C45L;
    private static final int RECORD_MAGIC = 0x2A2A;
    private static final int SMALLEST_RECORD = RECORD_HEADER + RECORD_TRAILER;
    private static final int CHECKED_HEADER = 120;
    private static final int TABLES = 128;
    private static final int NO_CHECKSUM = 4;
    /** What two chunks of the same records have in common: their numbers, ids and checksums. */
    record Identity(long firstNumber, long lastNumber, long firstId, long lastId, long checksums) {}

    private static final byte[] ZEROS = new byte[SIZE];

    private final byte[] bytes = new byte[SIZE];
    private final Names names = new Names();
    private final Templates templates;
    private int limit;
    private long fileOffset;
    private boolean intact;

    Chunk(EvtxLimits limits) {
        templates = new Templates(limits);
    }

    /** The buffer to load the next chunk into, before {@link #loaded}. */
    byte[] bytes() {
        return bytes;
    }

    /** Says what was loaded. */
    void loaded(int length, long offset) {
        limit = length;
        fileOffset = offset;
        intact = false;
        names.nextChunk();
        templates.nextChunk();
    }

    /** How many bytes there are; fewer than {@link #SIZE} where the file is cut. */
    int limit() {
        return limit;
    }

    /** Where the chunk begins in the file. */
    long fileOffset() {
        return fileOffset;
    }

    Names names() {
        return names;
    }

    Templates templates() {
        return templates;
    }

    /** Whether the checksum of the records was found right. */
    boolean intact() {
        return intact;
    }

    static boolean magic(byte[] bytes, int at) {
        return at + 8 <= bytes.length && ByteCursor.i64(bytes, at) == MAGIC;
    }

    boolean hasMagic() {
        return limit >= HEADER && magic(bytes, 0);
    }

    boolean isZero() {
        return Arrays.equals(bytes, 0, limit, ZEROS, 0, limit);
    }

    /** Where the records end as the header says, whatever it says. */
    int freeSpace() {
        return ByteCursor.i32(bytes, 48);
    }

    /** Whether the header's checksum is right, or there is none. */
    boolean headerChecks() {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, CHECKED_HEADER);
        crc.update(bytes, TABLES, HEADER - TABLES);
        return unchecked() || (int) crc.getValue() == ByteCursor.i32(bytes, CHECKED_HEADER + 4);
    }

    /** Whether the checksum over the records up to an offset is right, or there is none. */
    boolean recordsCheck(int end) {
        CRC32 crc = new CRC32();
        crc.update(bytes, HEADER, end - HEADER);
        intact = (int) crc.getValue() == ByteCursor.i32(bytes, 52);
        return intact || unchecked();
    }

    /** What this chunk says it is; counts where the checksums are right. */
    Identity identity() {
        long checksums = (long) ByteCursor.i32(bytes, 52) << 32 | ByteCursor.i32(bytes, CHECKED_HEADER + 4) & 0xFFFFFFFFL;
        return new Identity(ByteCursor.i64(bytes, 8), ByteCursor.i64(bytes, 16), ByteCursor.i64(bytes, 24), ByteCursor.i64(bytes, 32), checksums);
    }

    private boolean unchecked() {
        return (ByteCursor.i32(bytes, CHECKED_HEADER) & NO_CHECKSUM) != 0;
    }

    boolean hasRecordMagic(int at) {
        return at >= 0 && at <= limit - SMALLEST_RECORD && ByteCursor.i32(bytes, at) == RECORD_MAGIC;
    }

    /** The size that the record at an offset claims to have, whatever it says. */
    int claimedSize(int at) {
        return ByteCursor.i32(bytes, at + 4);
    }

    /** Whether a record of the claimed size can stand at an offset. */
    boolean fits(int at) {
        return hasRecordMagic(at) && claimedSize(at) >= SMALLEST_RECORD && claimedSize(at) <= limit - at;
    }

    /** Whether a record at an offset repeats its size at its end. */
    boolean closes(int at) {
        return fits(at) && ByteCursor.i32(bytes, at + claimedSize(at) - RECORD_TRAILER) == claimedSize(at);
    }

    /** The next place from an offset on where a record closes, or {@code end}. */
    int nextRecord(int from, int end) {
        for (int at = from; at < end; at++) {
            if (bytes[at] == 0x2A && closes(at)) {
                return at;
            }
        }
        return end;
    }
}
