package dev.spoor.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.bench.FlatWindowsLog;
import dev.spoor.ingest.archive.PasswordSource;
import dev.spoor.ingest.archive.Recipe;
import dev.spoor.job.CancelledException;
import dev.spoor.job.Job;
import dev.spoor.sample.SampleLogs;
import dev.spoor.segment.Segment;
import dev.spoor.segment.SegmentLimits;
import dev.spoor.store.Access;
import dev.spoor.store.CaseFile;
import dev.spoor.store.SegmentRef;
import dev.spoor.store.Source;
import dev.spoor.store.StoreException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that are kept in the case word for word are those of the evidence, whatever becomes of it. */
class EmbeddedRecordsTest {
    private static final LoadOptions EMBED = LoadOptions.DEFAULT.embedding(true);
    @TempDir Path folder;

    private static void load(Path file, Path path, LoadOptions options, PasswordSource passwords) throws WorkbenchException {
        try (Investigation investigation = new Workbench().openOrCreate(file)) {
            investigation.load(new LoadRequest(List.of(path), options, Optional.empty(), passwords), LoadObserver.SILENT, Job.SILENT);
        }
    }

    /** The raw view of every event, in their order. */
    private static List<String> raw(Path file) throws StoreException, IOException {
        List<String> raw = new ArrayList<>();
        try (CaseFile opened = CaseFile.open(file, Access.READ); EventLookup events = new EventLookup(opened)) {
            Map<Integer, Source> sources = opened.sources().list().stream().collect(Collectors.toMap(Source::number, Function.identity()));
            for (SegmentRef ref : opened.segments().list()) {
                Segment segment = opened.segments().open(ref);
                for (int i = 0; i < segment.size(); i++) {
                    raw.add(events.raw(ref.firstEvent() + i, sources.get(segment.origin(i).source()), segment.origin(i)));
                }
            }
        }
        return raw;
    }

    private Path evidence() throws IOException, URISyntaxException {
        Path logs = Files.createDirectory(folder.resolve("logs"));
        for (Map.Entry<String, byte[]> log : SampleLogs.files().entrySet()) {
            if (log.getKey().matches(".*(ca01|wks-097|wks-114-Power|mac).*")) {
                Files.write(logs.resolve(log.getKey()), log.getValue());
            }
        }
        for (String resources : List.of("/exports", "/samples")) {
            try (Stream<Path> files = Files.list(Path.of(EmbeddedRecordsTest.class.getResource(resources).toURI()))) {
                for (Path sample : files.filter(path -> !path.toString().endsWith(".expected")).toList()) {
                    Files.copy(sample, logs.resolve(sample.getFileName()));
                }
            }
        }
        Files.write(logs.resolve("wide.json"), "\uFEFF{\"user\":\"Zoë\"}\r\n{\"user\":\"😀\"}\r\n".getBytes(StandardCharsets.UTF_16LE));
        Files.write(logs.resolve("wide.csv"), "\uFEFFuser;host\r\nZoë;ca01\r\n\"a\r\nb\";dc01\r\n".getBytes(StandardCharsets.UTF_16LE));
        return logs;
    }

    @Test void recordsOfEveryFormatAreThoseOfTheEvidence() throws Exception {
        Path logs = evidence();
        Path plain = folder.resolve("plain.spoor");
        Path embedded = folder.resolve("embedded.spoor");
        load(plain, logs, LoadOptions.DEFAULT, PasswordSource.NONE);
        load(embedded, logs, EMBED, PasswordSource.NONE);
        List<String> expected = raw(plain);
        Files.move(logs, folder.resolve("gone"));
        List<String> found = raw(embedded);
        assertEquals(expected.size(), found.size());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), found.get(i), "event " + (i + 1));
        }
        assertTrue(expected.size() > 1_300, expected.size() + " events");
        assertTrue(raw(plain).getFirst().contains("is not where it was"), raw(plain).getFirst());
        try (Investigation investigation = new Workbench().openToRead(embedded)) {
            assertEquals(List.of(), investigation.sources().stream().filter(source -> source.duplicateOf().isEmpty() && source.embedded() != source.records()).toList());
            assertTrue(investigation.journal().stream().anyMatch(line -> line.detail().endsWith("raw records embedded")));
        }
        try (Investigation investigation = new Workbench().openToRead(plain)) {
            assertEquals(0, investigation.sources().stream().mapToLong(SourceSummary::embedded).sum());
        }
    }

    @Test void recordsOfEncryptedEntriesNeedNoPasswordLater() throws Exception {
        Path file = Files.write(folder.resolve("logs.zip"), Recipe.make("zip(a.ndjson, b.7z=7zpassword(b.evtx), c.zip=aes(c.ndjson))"));
        Path plain = folder.resolve("plain.spoor");
        Path embedded = folder.resolve("embedded.spoor");
        load(plain, file, LoadOptions.DEFAULT, PasswordSource.of(Recipe.PASSWORD));
        load(embedded, file, EMBED, PasswordSource.of(Recipe.PASSWORD));
        List<String> locked = raw(plain).stream().filter(text -> text.contains("cannot be read again")).toList();
        assertTrue(locked.size() > 2, locked.toString());
        Files.delete(file);
        assertEquals(List.of(), raw(embedded).stream().filter(text -> !text.startsWith("<Event") && !text.startsWith("{")).toList());
        assertEquals(raw(plain).size(), raw(embedded).size());
    }

    @Test void mergedSegmentsAndInterruptedLoadsKeepTheRecordsOfTheirEvents() throws Exception {
        Path file = folder.resolve("case.spoor");
        Path logs = Files.createDirectory(folder.resolve("logs"));
        for (int i = 0; i < 10; i++) {
            FlatWindowsLog.write(logs.resolve("log" + i + ".ndjson"), i * 1_000_000, 700 + i);
            load(file, logs.resolve("log" + i + ".ndjson"), i == 4 ? LoadOptions.DEFAULT : EMBED, PasswordSource.NONE);
        }
        FlatWindowsLog.write(logs.resolve("large.ndjson"), 11_000_000, 9_000);
        try (Investigation investigation = new Workbench().open(file)) {
            AtomicInteger asked = new AtomicInteger();
            investigation.load(List.of(logs.resolve("large.ndjson")), EMBED, new Job() {
                @Override public void report(String what, long done, long total) {}

                @Override public boolean cancelled() {
                    return asked.incrementAndGet() > 8_500;
                }
            });
        } catch (CancelledException e) {
            assertTrue(e.getMessage() == null || !e.getMessage().isEmpty());
        }
        load(file, logs.resolve("large.ndjson"), EMBED, PasswordSource.NONE);
        List<String> before = raw(file);
        try (CaseFile opened = CaseFile.open(file, Access.WRITE)) {
            new SegmentMerge(opened, new SegmentLimits(1_500, Long.MAX_VALUE)).merge();
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            lines.addAll(Files.readAllLines(logs.resolve("log" + i + ".ndjson")));
        }
        lines.addAll(Files.readAllLines(logs.resolve("large.ndjson")));
        assertEquals(lines, before);
        Files.move(logs, folder.resolve("gone"));
        List<String> after = raw(file);
        int without = 4 * 700 + 6;
        assertEquals(lines.subList(0, without), after.subList(0, without));
        assertTrue(after.get(without).contains("is not where it was"), after.get(without));
        assertEquals(lines.subList(without + 704, lines.size()), after.subList(without + 704, after.size()));
        try (Investigation investigation = new Workbench().openToRead(file)) {
            assertEquals(9_000, investigation.sources().getLast().embedded());
        }
    }

    @Test void aRecordThatWasChangedInTheCaseIsNotShown() throws Exception {
        Path file = folder.resolve("case.spoor");
        load(file, FlatWindowsLog.write(folder.resolve("log.ndjson"), 0, 20), EMBED, PasswordSource.NONE);
        String before = raw(file).get(3);
        for (String change : List.of("sha256 = replace(sha256, substr(sha256, 1, 1), 'x')", "size = size - 1", "size = 1 << 40", "content = substr(content, 1, 100)",
                "content = zeroblob(50)", "places = x'ff'", "places = x'81808080807f'", "events = 2")) {
            Path copy = Files.copy(file, folder.resolve("copy" + change.hashCode() + ".spoor"));
            change(copy, "UPDATE raw_frame SET " + change);
            String after = raw(copy).get(3);
            boolean told = after.contains("is damaged: the record of event 4") || change.startsWith("events");
            assertTrue(told, change + ": " + after);
            assertEquals(change.startsWith("events"), before.equals(after));
        }
        assertNotEquals("", before);
    }

    private static void change(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file); Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Test void aFileThatIsInTheCaseWithoutItsRecordsSaysThatTheyAreNotEmbedded() throws Exception {
        Path file = folder.resolve("case.spoor");
        Path log = FlatWindowsLog.write(folder.resolve("log.ndjson"), 0, 20);
        load(file, log, LoadOptions.DEFAULT, PasswordSource.NONE);
        try (Investigation investigation = new Workbench().open(file)) {
            LoadResult result = investigation.load(List.of(log), EMBED, Job.SILENT);
            assertEquals(1, result.duplicates());
            assertTrue(result.refused().getFirst().contains("without all of its raw records"), result.toString());
        }
    }
}
