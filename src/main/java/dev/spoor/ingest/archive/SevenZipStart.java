package dev.spoor.ingest.archive;

import dev.spoor.ingest.IngestException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Locale;
import org.tukaani.xz.LZMAInputStream;

/**
 * Looks at the directory of a 7z before the library does, for two things by which a small file costs a program its memory or hours (7zFormat.txt of the LZMA SDK):
 *
 * <pre>
 * start     = "7z" BC AF 27 1C version(2) crc(4) offset(8) size(8) crc(4)
 * directory = 01 ... | 17 06 packed-at streams 09 size ... 00 07 0B folders 00 coders { flags id [ length properties ] } ... 0C size
 * </pre>
 *
 * A directory may be packed itself (17, by LZMA), to any size; the key of an encrypted entry may take any number of rounds (the first byte of the properties of coder 06F10701).
 */
final class SevenZipStart {
    private static final int START = 32;
    private static final long LARGEST = 32L << 20;
    private static final int MOST_ROUNDS = 24;
    private static final int NO_ROUNDS = 0x3F;
    private static final int PACKED = 0x17;
    private static final byte[] AES = {0x06, (byte) 0xF1, 0x07, 0x01};
    private static final byte[] LZMA = {0x23, 0x03, 0x01, 0x01, 0x05};
    private static final byte UNPACKED_SIZE = 0x0C;

    private SevenZipStart() {}

    /**
     * Refuses a file whose directory costs too much. What else may be wrong with it is the library's to find.
     *
     * @throws IngestException if it does
     */
    static void check(FileChannel channel, ArchiveLimits limits) throws IOException, IngestException {
        ByteBuffer start = ZipDirectory.read(channel, 0, START);
        if (start.limit() < START) {
            return;
        }
        long offset = start.order(ByteOrder.LITTLE_ENDIAN).getLong(12);
        long size = start.getLong(20);
        tooLarge(size);
        if (offset < 0 || offset > channel.size() - START) {
            return;
        }
        byte[] directory = ZipDirectory.read(channel, START + offset, (int) size).array();
        rounds(directory);
        if (directory.length > 2 && directory[0] == PACKED) {
            packed(channel, directory, limits);
        }
    }

    private static void packed(FileChannel channel, byte[] directory, ArchiveLimits limits) throws IOException, IngestException {
        int coder = find(directory, LZMA, 0);
        if (coder < 0 || coder + LZMA.length + 5 > directory.length) {
            return;
        }
        int at = find(directory, new byte[] {UNPACKED_SIZE}, coder + LZMA.length + 5);
        if (at < 0) {
            return;
        }
        long size = number(directory, at + 1);
        tooLarge(size);
        ByteBuffer properties = ByteBuffer.wrap(directory, coder + LZMA.length, 5).order(ByteOrder.LITTLE_ENDIAN);
        byte first = properties.get();
        int dictionary = properties.getInt();
        if (dictionary < 0 || dictionary >>> 10 > limits.memoryKiB() || find(directory, AES, 0) >= 0) {
            return;
        }
        InputStream in = new BufferedInputStream(new RegionStream(channel, START + number(directory, 2), Long.MAX_VALUE));
        try (LZMAInputStream unpacked = new LZMAInputStream(in, size, first, dictionary)) {
            rounds(unpacked.readNBytes((int) size));
        }
    }

    private static void tooLarge(long size) throws IngestException {
        if (size < 0 || size > LARGEST) {
            throw new IngestException(
                    String.format(Locale.ROOT, "its directory has %s bytes, which is more than the limit of %,d; not read", Long.toUnsignedString(size), LARGEST));
        }
    }

    private static void rounds(byte[] directory) throws IngestException {
        for (int at = find(directory, AES, 0); at >= 0; at = find(directory, AES, at + 1)) {
            int properties = at + AES.length + 1;
            int rounds = properties < directory.length ? directory[properties] & NO_ROUNDS : 0;
            if (rounds > MOST_ROUNDS && rounds != NO_ROUNDS) {
                throw new IngestException("making its key takes 2 to the power of " + rounds + " rounds, the limit is " + MOST_ROUNDS + "; not read");
            }
        }
    }

    private static int find(byte[] bytes, byte[] wanted, int from) {
        for (int at = from; at + wanted.length <= bytes.length; at++) {
            int i = 0;
            while (i < wanted.length && bytes[at + i] == wanted[i]) {
                i++;
            }
            if (i == wanted.length) {
                return at;
            }
        }
        return -1;
    }

    /** A number whose first byte tells by its leading ones how many bytes follow. */
    private static long number(byte[] bytes, int from) {
        int first = from < bytes.length ? bytes[from] & 0xFF : 0;
        long value = 0;
        int mask = 0x80;
        for (int i = 0; i < 8; i++) {
            if ((first & mask) == 0) {
                return value | (long) (first & mask - 1) << 8 * i;
            }
            value |= (from + 1 + i < bytes.length ? bytes[from + 1 + i] & 0xFFL : 0) << 8 * i;
            mask >>>= 1;
        }
        return value;
    }
}
