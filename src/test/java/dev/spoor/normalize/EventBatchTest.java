package dev.spoor.normalize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.event.Event;
import dev.spoor.event.EventBatch;
import dev.spoor.event.FieldTable;
import dev.spoor.event.Origin;
import dev.spoor.ingest.RawRecord;
import dev.spoor.ingest.ReadResult;
import dev.spoor.ingest.open.LogFiles;
import dev.spoor.ingest.open.OpenOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events made together against events made one by one. */
class EventBatchTest {
    private static final List<String> LOGS = List.of("ca01-Security.evtx", "fs03-nxlog.ndjson", "mac-017-endpoint.ndjson", "wks-097-Security.xml", "wks-114-PowerShell.evtx",
            "wks-114-Sysmon.evtx");

    @TempDir Path folder;

    @Test void eventsMadeTogetherAreThoseMadeOneByOne() throws Exception {
        List<RawRecord> records = new ArrayList<>();
        for (String log : LOGS) {
            records.addAll(read(log));
        }
        assertTrue(records.size() > 500);
        FieldTable fields = new FieldTable();
        Normalizer oneByOne = new Normalizer(fields);
        Normalizer together = new Normalizer(fields);
        EventBatch batch = new EventBatch(fields, 97);
        for (int i = 0; i < records.size(); i++) {
            together.add(records.get(i), new Origin(1, "", i, i), batch);
            if (batch.full() || i == records.size() - 1) {
                together.finish(batch);
                int first = i + 1 - batch.size();
                for (int slot = 0; slot < batch.size(); slot++) {
                    RawRecord record = records.get(first + slot);
                    // A normaliser that has seen nothing before, and one that remembers.
                    Event expected = new Normalizer(fields).normalize(record, new Origin(1, "", first + slot, first + slot));
                    assertEquals(content(expected), content(batch.event(slot)), record.toString());
                    assertEquals(content(expected), content(oneByOne.normalize(record, new Origin(1, "", first + slot, first + slot))), record.toString());
                }
                batch.clear();
            }
        }
    }

    private static Map<String, String> content(Event event) {
        Map<String, String> content = new TreeMap<>();
        content.put("time", Long.toString(event.time()));
        content.put("origin", event.origin().toString());
        for (int i = 0; i < event.size(); i++) {
            content.put(event.fields().field(event.fieldAt(i)).toString(), event.valuesAt(i).toString());
        }
        return content;
    }

    private List<RawRecord> read(String log) throws Exception {
        Path file = folder.resolve(log);
        unpack(log, file);
        List<RawRecord> records = new ArrayList<>();
        try (var reader = LogFiles.open(file, OpenOptions.DEFAULT).reader()) {
            for (Optional<ReadResult> next = reader.next(); next.isPresent(); next = reader.next()) {
                if (next.get() instanceof RawRecord record) {
                    records.add(record);
                }
            }
        }
        return records;
    }

    private static void unpack(String log, Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(EventBatchTest.class.getResourceAsStream("/dev/spoor/sample/" + log + ".gz"))) {
            Files.copy(in, file);
        }
    }
}
