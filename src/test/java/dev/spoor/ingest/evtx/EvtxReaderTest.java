package dev.spoor.ingest.evtx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.ingest.Damaged;
import dev.spoor.ingest.IngestException;
import dev.spoor.ingest.ReadResult;
import dev.spoor.ingest.WindowsRecord;
import dev.spoor.ingest.WindowsRecord.Attribute;
import dev.spoor.ingest.WindowsRecord.Element;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvtxReaderTest {
    @TempDir Path folder;

    @Test void readsTheWholeSystemElement() throws Exception {
        var described = new EventDescription("Microsoft-Windows-Sysmon", "{5770385f-c22a-43e0-bf4c-06f5698ffbd9}", "Microsoft-Windows-Sysmon/Operational",
                "ca01.nwf.example", 1, 5, 4, 1, 0, "0x8000000000000000", "2026-03-02T08:15:30.1234567Z", 4711, 2044, 3120, "S-1-5-18",
                List.of(Datum.string("Image", "C:\\Windows\\System32\\certutil.exe")), Optional.empty());
        WindowsRecord record = Samples.only(EvtxWriter.log(List.of(described)));
        var system = record.system();
        assertEquals(4711, record.record());
        assertEquals(FileHeader.BLOCK + Chunk.HEADER, record.offset());
        assertEquals(List.of("Microsoft-Windows-Sysmon", "{5770385f-c22a-43e0-bf4c-06f5698ffbd9}", "1", "5", "4", "1", "0", "0x8000000000000000",
                "2026-03-02T08:15:30.1234567Z", "2044", "3120", "Microsoft-Windows-Sysmon/Operational", "ca01.nwf.example", "S-1-5-18"),
                Stream.of(system.provider(), system.providerGuid(), system.eventId(), system.version(), system.level(), system.task(),
                        system.opcode(), system.keywords(), system.time(), system.processId(), system.threadId(), system.channel(), system.computer(),
                        system.userId()).map(Optional::orElseThrow).toList());
    }

    @Test void leavesOutAttributesWithoutValue() throws Exception {
        WindowsRecord record = Samples.only(EvtxWriter.log(List.of(new EventDescription("Press Feeder", "", "Application", "wks-114.nwf.example", 7, 0, 4, 0,
                0, "0x80000000000000", "2026-03-02T08:00:00.0000000Z", 1, 0, 0, "", List.of(), Optional.empty()))));
        assertEquals(Optional.empty(), record.system().providerGuid());
        assertEquals(Optional.empty(), record.system().userId());
        assertEquals(Optional.empty(), record.system().qualifiers());
    }

    @Test void keepsUserDataAsTree() throws Exception {
        Element tree = new Element("LogFileCleared", List.of(new Attribute("reason", "user")), Optional.empty(), List.of(
                new Element("SubjectUserName", List.of(), Optional.of("m.okafor"), List.of()),
                new Element("Inner", List.of(), Optional.empty(), List.of(new Element("Deep", List.of(), Optional.of("1"), List.of())))));
        byte[] log = EvtxWriter.log(List.of(Samples.logons(1).getFirst().withUserData(tree)));
        assertEquals(List.of(new Element("UserData", List.of(), Optional.empty(), List.of(tree))), Samples.only(log).sections());
    }

    @Test void givesRecordsOfSeveralChunksInTheOrderOfTheFile() throws Exception {
        byte[] log = EvtxWriter.log(Samples.logons(900));
        List<ReadResult> results = Samples.read(log, EvtxOptions.DEFAULT);
        assertTrue(log.length > FileHeader.BLOCK + 2 * Chunk.SIZE, "more than two chunks");
        assertEquals(List.of(), Samples.damage(results));
        List<WindowsRecord> records = Samples.records(results);
        assertEquals(900, records.size());
        for (int i = 0; i < 900; i++) {
            assertEquals(i + 1, records.get(i).record());
            assertEquals("TargetUserName=svc-press" + (i + 1), Samples.data(records.get(i)).get(1));
        }
    }

    @Test void readsOneRecordAgainByItsOffset() throws Exception {
        Path file = Files.write(folder.resolve("Security.evtx"), EvtxWriter.log(Samples.logons(500)));
        try (EvtxReader reader = EvtxReader.open(file, EvtxOptions.DEFAULT)) {
            int count = 0;
            for (Optional<ReadResult> next = reader.next(); next.isPresent(); next = reader.next()) {
                WindowsRecord record = assertInstanceOf(WindowsRecord.class, next.get());
                if (count++ % 50 == 0) {
                    assertEquals(record, EvtxReader.readAt(file, record.offset()));
                }
            }
            assertEquals(Files.size(file), reader.position());
        }
        assertInstanceOf(Damaged.class, EvtxReader.readAt(file, 5000));
        assertInstanceOf(Damaged.class, EvtxReader.readAt(file, 1L << 40));
        assertInstanceOf(Damaged.class, EvtxReader.readAt(file, -1));
    }

    @Test void saysThatAFileIsMissingOrTooShort() {
        assertThrows(IngestException.class, () -> EvtxReader.open(folder.resolve("missing.evtx"), EvtxOptions.DEFAULT));
        assertThrows(IngestException.class, () -> Samples.read(new byte[100], EvtxOptions.DEFAULT));
    }

    @Test void knowsALogByItsFirstBytes() {
        byte[] log = EvtxWriter.log(Samples.logons(1));
        assertTrue(EvtxReader.recognises(log));
        Arrays.fill(log, 0, 128, (byte) 0);
        assertTrue(EvtxReader.recognises(log), "the chunk's magic is enough");
        assertFalse(EvtxReader.recognises(new byte[0]));
        assertFalse(EvtxReader.recognises("<Events>".getBytes(StandardCharsets.UTF_8)));
    }

    @Test void recoversRecordsBehindTheLastOneOnlyWhenAsked() throws IOException, IngestException {
        byte[] log = EvtxWriter.log(Samples.logons(3));
        List<WindowsRecord> all = Samples.records(Samples.read(log, EvtxOptions.DEFAULT));
        int cut = (int) (all.get(2).offset() - FileHeader.BLOCK);
        ByteBuffer.wrap(log).order(ByteOrder.LITTLE_ENDIAN).putInt(FileHeader.BLOCK + 48, cut);
        assertEquals(List.of(1L, 2L), Samples.records(Samples.read(log, EvtxOptions.DEFAULT)).stream().map(WindowsRecord::record).toList());
        List<WindowsRecord> recovered = Samples.records(Samples.read(log, EvtxOptions.recovering(true)));
        assertEquals(List.of(false, false, true), recovered.stream().map(WindowsRecord::recovered).toList());
        assertEquals(all.get(2).eventData(), recovered.get(2).eventData());
    }
}
