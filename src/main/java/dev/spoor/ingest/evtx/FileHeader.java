package dev.spoor.ingest.evtx;

import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The header of a file. Only where the chunks begin is taken from it: the chunk count of a log that was copied while open is out of date.
 *
 * @param blockSize bytes before the first chunk
 * @param problem   what is wrong with it
 */
record FileHeader(int blockSize, Optional<String> problem) {
    /** Bytes before the first chunk in every file that Windows writes. */
    static final int BLOCK = 4096;
    /** Bytes of the header itself. */
    static final int SIZE = 128;
    private static final long MAGIC = 0x656C6946666C45L;
    private static final int CHECKED = 120;
    private static final int NO_CHECKSUM = 4;

    static boolean magic(byte[] bytes) {
        return bytes.length >= 8 && ByteCursor.i64(bytes, 0) == MAGIC;
    }

    /**
     * Reads the first bytes of a file.
     *
     * @param bytes at least {@link #SIZE}
     */
    static FileHeader of(byte[] bytes) {
        if (Chunk.magic(bytes, 0)) {
            return new FileHeader(0, Optional.of("the file has no header and begins with a chunk"));
        }
        if (!magic(bytes)) {
            return new FileHeader(BLOCK, Optional.of("the file header's magic is missing; chunks are looked for in their usual places"));
        }
        if (!checks(bytes)) {
            return new FileHeader(BLOCK, Optional.of("the checksum of the file header is wrong; all chunks are read"));
        }
        int block = ByteCursor.u16(bytes, 40);
        return new FileHeader(block >= SIZE && block <= Chunk.SIZE ? block : BLOCK, Optional.empty());
    }

    private static boolean checks(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, CHECKED);
        return (ByteCursor.i32(bytes, CHECKED) & NO_CHECKSUM) != 0 || (int) crc.getValue() == ByteCursor.i32(bytes, CHECKED + 4);
    }
}
