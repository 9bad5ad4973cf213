package dev.spoor.ingest.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives that are made to do harm: what is told, and what they cost. */
class HostileArchiveTest {
    private static final int MEGA = 1 << 20;
    @TempDir Path folder;

    private Walk walk(byte[] archive, ArchiveLimits limits) throws IOException {
        return Walk.of(folder, archive, limits, PasswordSource.NONE);
    }

    private static byte[] zeros(int megabytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : List.of("a", "b")) {
                zip.putNextEntry(new ZipEntry(name));
                for (int i = 0; i < megabytes; i++) {
                    zip.write(new byte[MEGA]);
                }
            }
        }
        return out.toByteArray();
    }

    @Test void whatUnpacksToMuchMoreThanItIsIsCut() throws IOException {
        ArchiveLimits limits = ArchiveLimits.DEFAULT.withRatio(100, MEGA);
        Walk zip = walk(zeros(20), limits);
        assertTrue(zip.bytes() < 4L * MEGA + 2 * 17_000_000, zip.toString());
        assertTrue(zip.told("a: ") && zip.told("more than the limit of 100 for one"), zip.toString());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            for (int i = 0; i < 50; i++) {
                gzip.write(new byte[MEGA]);
            }
        }
        Walk gzip = walk(out.toByteArray(), limits);
        assertTrue(gzip.bytes() < 9L * MEGA && gzip.told("more than the limit of 100 for one"), gzip.toString());
    }

    @Test void theBytesOfAllEntriesTogetherAreLimited() throws IOException {
        Walk walk = walk(zeros(3), ArchiveLimits.DEFAULT.withBytes(4L * MEGA));
        assertEquals("a: " + 3 * MEGA, walk.entries().getFirst());
        assertTrue(walk.told("b: all entries together unpack to more than the limit of 4,194,304 bytes"), walk.toString());
    }

    @Test void theNumberOfEntriesIsLimited() throws IOException {
        for (String kind : List.of("zip", "tar", "7z")) {
            Walk walk = walk(Recipe.make(kind + "(a.ndjson, b.ndjson, c.ndjson)"), ArchiveLimits.DEFAULT.withEntries(2));
            assertEquals(2, walk.entries().size(), walk.toString());
            assertTrue(walk.told("\"c.ndjson\"") && walk.told("limit of 2 entries"), walk.toString());
        }
    }

    @Test void entriesThatShareTheirDataAreReadOnce() throws IOException {
        byte[] zip = Recipe.make("zip(a.ndjson, b.ndjson)");
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int second = last(zip, ZipMember.CENTRAL);
        bytes.putInt(second + 42, 0);
        Walk walk = walk(zip, ArchiveLimits.DEFAULT);
        assertEquals(List.of("a.ndjson: 146"), walk.entries().stream().map(entry -> entry.replaceAll("\\d+$", "146")).toList());
        assertTrue(walk.told("entry \"b.ndjson\" at byte 0: overlaps another entry"), walk.toString());
    }

    @Test void aWrongChecksumIsTold() throws IOException {
        byte[] zip = Recipe.make("zip(a.ndjson)");
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(last(zip, ZipMember.CENTRAL) + 16, 1);
        assertTrue(walk(zip, ArchiveLimits.DEFAULT).told("the archive says 00000001"));
        byte[] gzip = Recipe.make("gz(a.ndjson)");
        gzip[gzip.length - 6] ^= 1;
        assertTrue(walk(gzip, ArchiveLimits.DEFAULT).told("Corrupt GZIP trailer"));
        byte[] sevenZip = Recipe.make("7z(long.ndjson)");
        sevenZip[3_000] ^= 1;
        Walk walk = walk(sevenZip, ArchiveLimits.DEFAULT);
        assertEquals(1, walk.problems().size(), walk.toString());
    }

    @Test void aDirectoryThatPointsNowhereIsTold() throws IOException {
        byte[] zip = Recipe.make("zip(a.ndjson, b.ndjson)");
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(last(zip, ZipMember.CENTRAL) + 42, 0x7FFF_FFF0);
        Walk walk = walk(zip, ArchiveLimits.DEFAULT);
        assertEquals(1, walk.entries().size());
        assertTrue(walk.told("no header stands at this place"), walk.toString());
    }

    @Test void bytesBeforeAndBehindAZipAreNoHindrance() throws IOException {
        byte[] zip = Recipe.make("zip(a.ndjson)");
        byte[] padded = new byte[zip.length + 200];
        System.arraycopy("PK\u0003\u0004 a program that unpacks itself".getBytes(StandardCharsets.ISO_8859_1), 0, padded, 0, 30);
        System.arraycopy(zip, 0, padded, 100, zip.length);
        Walk walk = walk(padded, ArchiveLimits.DEFAULT);
        assertEquals(1, walk.entries().size(), walk.toString());
    }

    @Test void whatFollowsAGzipIsTold() throws IOException {
        byte[] first = Recipe.make("gz(a.ndjson)");
        byte[] both = Arrays.copyOf(first, first.length * 2);
        System.arraycopy(first, 0, both, first.length, first.length);
        Walk two = walk(both, ArchiveLimits.DEFAULT);
        assertTrue(two.problems().isEmpty() && two.bytes() == 2L * Recipe.file("a.ndjson").length, two.toString());
        Walk garbage = walk(Arrays.copyOf(first, first.length + 400), ArchiveLimits.DEFAULT);
        assertTrue(garbage.told("no gzip follow") && garbage.bytes() == Recipe.file("a.ndjson").length, garbage.toString());
    }

    @Test void aNameAsLongAsATarCostsNoMemory() throws IOException {
        byte[] tar = Arrays.copyOf(header("././@LongLink", 'L', 3 * MEGA), 512 + 3 * MEGA + 4_096);
        Arrays.fill(tar, 512, 512 + 3 * MEGA, (byte) 'n');
        System.arraycopy(header("a", '0', 0), 0, tar, 512 + 3 * MEGA, 512);
        Walk walk = walk(tar, ArchiveLimits.DEFAULT);
        assertTrue(walk.entries().isEmpty() && walk.told("its headers are longer than the limit of 1,048,576 bytes"), walk.problems().toString());
    }

    @Test void aSparseFileIsHeldToTheLimits() throws IOException {
        byte[] tar = Arrays.copyOf(sparse(1L << 32), 2_048);
        Walk walk = walk(tar, ArchiveLimits.DEFAULT.withRatio(100, MEGA));
        assertTrue(walk.bytes() < 4L * MEGA && !walk.problems().isEmpty(), walk.toString());
    }

    /** A header of the old GNU form with one piece at the end of a file of zeros. */
    private static byte[] sparse(long size) {
        byte[] header = header("big.log", 'S', 0);
        put(header, 386, octal(size) + octal(0));
        put(header, 483, octal(size));
        return summed(header);
    }

    private static byte[] header(String name, char type, long size) {
        byte[] header = new byte[512];
        put(header, 0, name);
        put(header, 100, "0000644\0" + "0000000\0" + "0000000\0" + octal(size) + octal(0));
        header[156] = (byte) type;
        put(header, 257, "ustar  \0");
        return summed(header);
    }

    private static String octal(long number) {
        return String.format(java.util.Locale.ROOT, "%011o\0", number);
    }

    private static byte[] summed(byte[] header) {
        put(header, 148, "        ");
        int sum = 0;
        for (byte value : header) {
            sum += value & 0xFF;
        }
        put(header, 148, String.format(java.util.Locale.ROOT, "%06o\0 ", sum));
        return header;
    }

    private static void put(byte[] to, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, to, at, Math.min(bytes.length, to.length - at));
    }

    @Test void aDictionaryThatNeedsTooMuchMemoryIsTold() throws IOException {
        byte[] xz = Recipe.make("xz(a.ndjson)");
        ArchiveLimits small = new ArchiveLimits(8, 100, MEGA, 500, MEGA, 100, 1_000, 64, 10);
        assertTrue(walk(xz, small).told("64 KiB of memory") || walk(xz, small).told("limit was 64 KiB"), walk(xz, small).toString());
        assertTrue(walk(Recipe.make("7z(long.ndjson)"), small).problems().size() == 1);
    }

    @Test void aSevenZipThatAsksForTooMuchIsRefused() throws IOException {
        byte[] keys = Recipe.make("7zpassword(a.ndjson)");
        int coder = new String(keys, StandardCharsets.ISO_8859_1).lastIndexOf("\u0006\u00F1\u0007\u0001");
        keys[coder + 5] = (byte) (keys[coder + 5] & 0xC0 | 50);
        Walk rounds = Walk.of(folder, keys, ArchiveLimits.DEFAULT, PasswordSource.of(Recipe.PASSWORD));
        assertTrue(rounds.told("2 to the power of 50 rounds"), rounds.toString());
        assertTrue(walk(packedDirectory(1 << 20), ArchiveLimits.DEFAULT).problems().size() == 1);
        Walk bomb = walk(packedDirectory(900 << 20), ArchiveLimits.DEFAULT);
        assertTrue(bomb.told("its directory has 943718400 bytes"), bomb.toString());
        byte[] large = packedDirectory(1 << 20);
        ByteBuffer.wrap(large).order(ByteOrder.LITTLE_ENDIAN).putLong(20, 1L << 40);
        assertTrue(walk(large, ArchiveLimits.DEFAULT).told("its directory has 1099511627776 bytes"));
    }

    /** A 7z whose directory is packed and unpacks to so many zeros. */
    private static byte[] packedDirectory(int size) {
        ByteBuffer bytes = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(new byte[] {'7', 'z', (byte) 0xBC, (byte) 0xAF, 0x27, 0x1C, 0, 4}).putInt(0).putLong(100).putLong(32).putInt(0);
        bytes.position(132).put(new byte[] {0x17, 6, 0, 1, 9, 100, 0, 7, 0x0B, 1, 0, 1, 0x23, 3, 1, 1, 5, 0x5D, 0, 0, 0x10, 0, 0x0C, (byte) 0xF0}).putInt(size);
        return bytes.array();
    }

    @Test void controlCharactersInNamesAreWrittenOut() {
        EntryNames names = new EntryNames(ArchiveLimits.DEFAULT);
        assertEquals("a\\x00b\\x1b[31m", names.shown("a\0b\u001b[31m"));
        assertEquals("(no name)", names.shown(""));
        assertTrue(names.odd("a\0").orElseThrow().contains("control characters"));
    }

    private static int last(byte[] bytes, int mark) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int at = bytes.length - 4;
        while (buffer.getInt(at) != mark) {
            at--;
        }
        return at;
    }
}
