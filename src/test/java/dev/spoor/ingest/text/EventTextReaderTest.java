package dev.spoor.ingest.text;

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

class EventTextReaderTest {
    private static final String FIRST = "05/01/2024 10:00:00 AM\nLogName=Security\nEventCode=4624\nMessage=one\n\n\tLogName: not a line of that name\n";
    private static final String SECOND = "LogName=System\nEventCode=7036\nMessage=two\n";
    @TempDir Path folder;

    @Test void blocksEndWhereTheNextOneBeginsAndAreFoundAgain() throws Exception {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Path file = Files.write(folder.resolve("blocks"), ("\uFEFF" + FIRST + SECOND).getBytes(charset));
            List<ReadResult> results = read(file, EventTextReader.MAX_BLOCK);
            assertEquals(2, results.size());
            DocumentRecord first = assertInstanceOf(DocumentRecord.class, results.get(0));
            assertEquals(Value.string("05/01/2024 10:00:00 AM"), first.fields().get("_time"));
            assertEquals(FIRST.strip(), EventTextReader.rawAt(file, first.offset()));
            DocumentRecord second = assertInstanceOf(DocumentRecord.class, results.get(1));
            assertEquals(2, second.record());
            assertEquals(SECOND.strip(), EventTextReader.rawAt(file, second.offset()));
            assertThrows(IngestException.class, () -> EventTextReader.rawAt(file, second.offset() + 8));
        }
    }

    @Test void aBlockBeyondTheLimitIsDamagedAndTheNextOneIsRead() throws Exception {
        Path file = Files.writeString(folder.resolve("long"), FIRST + "x".repeat(500_000) + "\n" + "y\n".repeat(50_000) + SECOND);
        List<ReadResult> results = read(file, 10_000);
        assertEquals(2, results.size());
        assertTrue(assertInstanceOf(Damaged.class, results.get(0)).problem().contains("limit of 10000 bytes"));
        assertEquals(2, assertInstanceOf(DocumentRecord.class, results.get(1)).record());
    }

    private static List<ReadResult> read(Path file, int limit) throws Exception {
        List<ReadResult> results = new ArrayList<>();
        try (EventTextReader reader = EventTextReader.open(file, limit)) {
            for (Optional<ReadResult> next = reader.next(); next.isPresent(); next = reader.next()) {
                results.add(next.get());
            }
        }
        return results;
    }
}
