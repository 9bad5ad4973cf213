package dev.spoor.ingest.evtx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.ingest.IngestException;
import dev.spoor.ingest.ReadResult;
import dev.spoor.ingest.WindowsRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damage costs what it hits and is told. */
class EvtxDamageTest {
    private static final int COUNT = 600;
    private static final byte[] LOG = EvtxWriter.log(Samples.logons(COUNT));
    private static final int SECOND_CHUNK = FileHeader.BLOCK + Chunk.SIZE;

    @TempDir Path folder;

    private static List<ReadResult> read(Consumer<ByteBuffer> change) throws IOException, IngestException {
        return read(change, EvtxOptions.DEFAULT);
    }

    private static List<ReadResult> read(Consumer<ByteBuffer> change, EvtxOptions options) throws IOException, IngestException {
        byte[] log = LOG.clone();
        change.accept(ByteBuffer.wrap(log).order(ByteOrder.LITTLE_ENDIAN));
        return Samples.read(log, options);
    }

    private static void expect(List<ReadResult> results, int records, String... problems) {
        assertEquals(records, Samples.records(results).size(), () -> Samples.damage(results).toString());
        assertEquals(problems.length, Samples.damage(results).size(), () -> Samples.damage(results).toString());
        for (int i = 0; i < problems.length; i++) {
            assertTrue(Samples.damage(results).get(i).problem().contains(problems[i]), Samples.damage(results).get(i).problem());
        }
    }

    private static int inSecondChunk() throws IOException, IngestException {
        return (int) Samples.records(read(log -> {})).stream().filter(record -> record.offset() >= SECOND_CHUNK && record.offset() < SECOND_CHUNK + Chunk.SIZE).count();
    }

    private static int offset(int record) throws IOException, IngestException {
        return (int) Samples.records(read(log -> {})).get(record).offset();
    }

    @Test void readsAllChunksWhateverTheHeaderCounts() throws Exception {
        expect(read(log -> log.putShort(42, (short) 0).putLong(16, 0).putInt(120, 1)), COUNT, "checksum of the file header");
        expect(read(log -> log.putLong(0, 0)), COUNT, "magic is missing");
    }

    @Test void readsAFileThatBeginsWithAChunk() throws Exception {
        List<ReadResult> results = Samples.read(Arrays.copyOfRange(LOG, FileHeader.BLOCK, LOG.length), EvtxOptions.DEFAULT);
        expect(results, COUNT, "no header");
    }

    @Test void skipsAZeroedChunkSilently() throws Exception {
        expect(read(log -> Arrays.fill(log.array(), SECOND_CHUNK, SECOND_CHUNK + Chunk.SIZE, (byte) 0)), COUNT - inSecondChunk());
    }

    @Test void skipsAChunkWithoutMagicAndRecoversItWhenAsked() throws Exception {
        expect(read(log -> log.putLong(SECOND_CHUNK, 0)), COUNT - inSecondChunk(), "no chunk begins here");
        List<ReadResult> recovered = read(log -> log.putLong(SECOND_CHUNK, 0), EvtxOptions.recovering(true));
        expect(recovered, COUNT, "no chunk begins here");
        assertEquals(inSecondChunk(), Samples.records(recovered).stream().filter(WindowsRecord::recovered).count());
    }

    @Test void givesTheRecordsOfARepeatedChunkOnce() throws Exception {
        byte[] log = Arrays.copyOf(LOG, LOG.length + Chunk.SIZE);
        System.arraycopy(LOG, SECOND_CHUNK, log, LOG.length, Chunk.SIZE);
        expect(Samples.read(log, EvtxOptions.DEFAULT), COUNT, "repeats the one at byte " + SECOND_CHUNK);
        log[LOG.length + Chunk.HEADER + 100] ^= 1;
        expect(Samples.read(log, EvtxOptions.DEFAULT), COUNT + inSecondChunk(), "checksum of the chunk's records");
    }

    @Test void readsTheChunksOfALogThatBeganAnewInTheOrderOfTheFile() throws Exception {
        byte[] log = LOG.clone();
        System.arraycopy(LOG, SECOND_CHUNK, log, FileHeader.BLOCK, LOG.length - SECOND_CHUNK);
        System.arraycopy(LOG, FileHeader.BLOCK, log, LOG.length - Chunk.SIZE, Chunk.SIZE);
        List<ReadResult> results = Samples.read(log, EvtxOptions.DEFAULT);
        expect(results, COUNT);
        assertEquals(COUNT, Samples.records(results).stream().map(WindowsRecord::record).distinct().count());
        assertTrue(Samples.records(results).getFirst().record() > Samples.records(results).getLast().record());
    }

    @Test void readsOnBehindARecordOfWrongSize() throws Exception {
        int at = offset(20);
        expect(read(log -> log.putInt(at + 4, 0)), COUNT, "checksum of the chunk's records", "a record of 0 bytes");
        expect(read(log -> log.putInt(at + 4, Integer.MAX_VALUE)), COUNT, "checksum of the chunk's records", "a record of 2147483647 bytes");
    }

    @Test void readsEveryRecordAgainByItsOffsetHoweverItWasFound() throws Exception {
        int at = offset(20);
        byte[] log = LOG.clone();
        ByteBuffer.wrap(log).order(ByteOrder.LITTLE_ENDIAN).putInt(at + 4, 0).putLong(SECOND_CHUNK, 0);
        Path file = Files.write(folder.resolve("damaged.evtx"), log);
        List<WindowsRecord> records = Samples.records(Samples.read(log, EvtxOptions.recovering(true)));
        assertEquals(COUNT, records.size());
        for (int i = 0; i < COUNT; i += 10) {
            assertEquals(records.get(i), EvtxReader.readAt(file, records.get(i).offset()));
        }
    }

    @Test void readsOnBehindARecordThatCannotBeDecoded() throws Exception {
        int at = offset(20);
        List<ReadResult> results = read(log -> log.putLong(at + 24, -1));
        expect(results, COUNT - 1, "checksum of the chunk's records", "token 0xff");
        assertEquals(at, Samples.damage(results).get(1).offset());
    }

    @Test void readsOnBehindARecordWithoutMagic() throws Exception {
        int at = offset(20);
        expect(read(log -> log.putInt(at, 0)), COUNT - 1, "checksum of the chunk's records", "no record begins here");
    }

    @Test void refusesATemplateThatIsItsOwnInstance() throws Exception {
        int at = offset(20);
        expect(read(log -> log.putInt(at + 24 + 4 + 6, at + 24 - FileHeader.BLOCK - 20)), COUNT - 1, "checksum of the chunk's records", "");
    }

    @Test void readsToTheEndOfAFreeSpaceOffsetThatCannotBe() throws Exception {
        List<ReadResult> results = read(log -> log.putInt(FileHeader.BLOCK + 48, -1));
        assertEquals(COUNT, Samples.records(results).size());
    }

    @Test void readsEveryWholeRecordOfACutFile() throws Exception {
        List<WindowsRecord> all = Samples.records(read(log -> {}));
        for (int cut = FileHeader.BLOCK; cut < LOG.length; cut += 4_999) {
            int length = cut;
            long whole = all.stream().filter(record -> record.offset() + 600 < length).count();
            List<WindowsRecord> records = Samples.records(Samples.read(Arrays.copyOf(LOG, cut), EvtxOptions.DEFAULT));
            assertTrue(records.size() >= whole, records.size() + " of " + whole + " at " + cut);
            assertEquals(all.subList(0, records.size()), records);
        }
    }

    @Test void neverFailsNorHangsOnFlippedBytes() {
        byte[] small = EvtxWriter.log(Samples.logons(60));
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            Random random = new Random(20_260_302);
            for (int round = 0; round < 1_500; round++) {
                byte[] log = small.clone();
                for (int i = random.nextInt(12); i >= 0; i--) {
                    log[random.nextInt(FileHeader.BLOCK, log.length)] = (byte) random.nextInt(256);
                    log[FileHeader.BLOCK + Chunk.HEADER + random.nextInt(6_000)] = (byte) random.nextInt();
                }
                List<ReadResult> results = Samples.read(log, EvtxOptions.recovering(round % 2 == 0));
                assertTrue(results.size() <= 400, "round " + round);
            }
        });
    }
}
