package dev.spoor.ingest.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.event.Value;
import dev.spoor.ingest.Damaged;
import dev.spoor.ingest.DocumentRecord;
import dev.spoor.ingest.IngestException;
import dev.spoor.ingest.ReadResult;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvReaderTest {
    private static final CsvLimits SMALL = new CsvLimits(100_000, 100, 3);
    @TempDir Path folder;

    @Test void aRowBeyondTheLimitIsDamagedAndTheNextOneIsRead() throws Exception {
        List<ReadResult> results = read("id,host,note\n1,wks-114," + "x".repeat(1_000_000) + "\n2,dc01,ok\n", SMALL);
        assertEquals(2, results.size());
        Damaged damaged = assertInstanceOf(Damaged.class, results.get(0));
        assertEquals(13, damaged.offset());
        assertTrue(damaged.problem().contains("limit of 100000 bytes; 1000011 bytes"), damaged.problem());
        assertEquals(2, assertInstanceOf(DocumentRecord.class, results.get(1)).record());
    }

    @Test void aQuoteThatIsNeverClosedCostsItsLineOnly() throws Exception {
        List<ReadResult> results = read("id,host,note\n1,\"wks-114,x\n2,dc01,ok\n" + "3,dc01,ok\n".repeat(20_000), SMALL);
        assertInstanceOf(Damaged.class, results.get(0));
        assertEquals(20_002, results.size());
        assertEquals(2, assertInstanceOf(DocumentRecord.class, results.get(1)).record());
    }

    @Test void manyQuotesThatAreNeverClosedCostTimeThatGrowsWithTheFile() throws Exception {
        List<ReadResult> results = read("id,host,note\n" + "1,\"wks-114\"x,y\n".repeat(400_000), SMALL);
        assertTrue(results.size() < 400_000, "whole pieces are passed over: " + results.size());
        assertTrue(results.stream().filter(Damaged.class::isInstance).map(Damaged.class::cast).allMatch(d -> d.problem().contains("passed over")));
    }

    @Test void remarksHaveALimitThatIsSaid() throws Exception {
        Path file = Files.writeString(folder.resolve("ragged"), "id,host,note\n" + "1,a,b\n".repeat(20) + "1,a\n".repeat(10));
        try (CsvReader reader = CsvReader.open(file, ',', SMALL)) {
            while (reader.next().isPresent()) {
                continue;
            }
            assertEquals(10, reader.repaired());
            assertEquals(4, reader.remarks().size());
            assertTrue(reader.remarks().getLast().contains("only the first 3"), reader.remarks().getLast());
        }
    }

    @Test void whatTheUserCallsATableIsReadWithoutNames() throws Exception {
        Path file = Files.writeString(folder.resolve("bare"), "1,wks-114\n2,dc01\n");
        try (CsvReader reader = CsvReader.open(file, ',', SMALL)) {
            DocumentRecord first = assertInstanceOf(DocumentRecord.class, reader.next().orElseThrow());
            assertEquals(1, first.record());
            assertEquals(Value.string("wks-114"), first.fields().get("column_2"));
            assertTrue(reader.remarks().getFirst().contains("column_1 to column_2"));
        }
        Path long1 = Files.writeString(folder.resolve("long"), "x".repeat(200_000));
        assertThrows(IngestException.class, () -> CsvReader.open(long1, ',', SMALL));
        try (CsvReader reader = CsvReader.open(Files.writeString(folder.resolve("blank"), "\n\n"), ',', SMALL)) {
            assertTrue(reader.next().isEmpty());
        }
    }

    @Test void rowsAreFoundAgainByTheirOffsets() throws Exception {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Path file = Files.write(folder.resolve("again"), "\uFEFFid,host,note\r\n1,wks-114,\"two\r\nlines \u00fc\"\r\n2,dc01,\uD83D\uDE00\r\n".getBytes(charset));
            List<ReadResult> results = read(file, SMALL);
            assertEquals("1,wks-114,\"two\r\nlines \u00fc\"", CsvReader.rawAt(file, ',', ((DocumentRecord) results.get(0)).offset()));
            assertEquals("2,dc01,\uD83D\uDE00", CsvReader.rawAt(file, ',', ((DocumentRecord) results.get(1)).offset()));
        }
    }

    private List<ReadResult> read(String text, CsvLimits limits) throws Exception {
        return read(Files.writeString(folder.resolve("file"), text), limits);
    }

    private static List<ReadResult> read(Path file, CsvLimits limits) throws Exception {
        List<ReadResult> results = new ArrayList<>();
        try (CsvReader reader = CsvReader.open(file, ',', limits)) {
            for (Optional<ReadResult> next = reader.next(); next.isPresent(); next = reader.next()) {
                results.add(next.get());
            }
        }
        return results;
    }
}
