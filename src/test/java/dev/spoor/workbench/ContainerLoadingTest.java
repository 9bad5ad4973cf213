package dev.spoor.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.ingest.archive.PasswordSource;
import dev.spoor.ingest.archive.Recipe;
import dev.spoor.job.CancelledException;
import dev.spoor.job.Job;
import dev.spoor.sample.SampleLogs;
import dev.spoor.triage.Alert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loading archives: given up and repeated, twice, with the password later; alerts on what was in them. */
class ContainerLoadingTest {
    private static final String NESTED = "zip(a.ndjson, deep.tar.gz=gz(tar(b.ndjson, c.ndjson)), d.ndjson)";
    @TempDir Path folder;

    private Investigation open(String name) throws WorkbenchException {
        return new Workbench().openOrCreate(folder.resolve(name));
    }

    private static LoadResult load(Investigation investigation, Path file, PasswordSource passwords) throws WorkbenchException {
        return investigation.load(new LoadRequest(List.of(file), LoadOptions.DEFAULT, Optional.empty(), passwords), LoadObserver.SILENT, Job.SILENT);
    }

    private static List<String> lines(Investigation investigation) throws WorkbenchException {
        return investigation.sources().stream().map(source -> source.entry() + " " + source.format() + " " + source.records() + " " + source.sha256()).sorted().toList();
    }

    @Test void aLoadThatIsGivenUpWithinAnArchiveIsCompletedByTheNext() throws IOException, WorkbenchException {
        Path file = Files.write(folder.resolve("logs.zip"), Recipe.make(NESTED));
        List<String> whole;
        try (Investigation investigation = open("whole.spoor")) {
            load(investigation, file, PasswordSource.NONE);
            whole = lines(investigation);
        }
        int given = 0;
        boolean ended = false;
        for (int most = 1; !ended; most += 11) {
            try (Investigation investigation = open("broken" + most + ".spoor")) {
                AtomicInteger asked = new AtomicInteger();
                int limit = most;
                Job job = new Job() {
                    @Override public void report(String what, long done, long total) {}

                    @Override public boolean cancelled() {
                        return asked.incrementAndGet() > limit;
                    }
                };
                try {
                    investigation.load(List.of(file), LoadOptions.DEFAULT, job);
                    ended = true;
                } catch (CancelledException e) {
                    given++;
                }
                load(investigation, file, PasswordSource.NONE);
                assertEquals(whole, lines(investigation), "given up at " + most);
                assertEquals(8, investigation.summary().events());
                assertEquals(2, load(investigation, file, PasswordSource.NONE).duplicates() + 1);
                assertEquals(whole, lines(investigation));
            }
        }
        assertTrue(given > 1, given + " times");
    }

    @Test void whatWasLockedIsReadWhenThePasswordComes() throws IOException, WorkbenchException {
        Path file = Files.write(folder.resolve("logs.zip"), Recipe.make("zip(a.ndjson, b.7z=7zpassword(b.ndjson), c.zip=aes(c.ndjson))"));
        try (Investigation investigation = open("a.spoor")) {
            LoadResult first = load(investigation, file, PasswordSource.NONE);
            assertEquals(2, first.refused().size(), first.toString());
            assertTrue(first.refused().getFirst().contains("--password"), first.toString());
            assertEquals(2, investigation.summary().events());
            LoadResult second = load(investigation, file, PasswordSource.of(Recipe.PASSWORD));
            assertEquals(2, second.loaded(), second.toString());
            assertEquals(6, investigation.summary().events());
            assertEquals(0, investigation.summary().damagedSources());
            assertEquals(6, investigation.sources().size());
        }
    }

    @Test void aPasswordIsWrittenNowhere() throws IOException, WorkbenchException {
        Path file = Files.write(folder.resolve("logs.zip"), Recipe.make("aes(a.ndjson)"));
        try (Investigation investigation = open("a.spoor")) {
            load(investigation, file, PasswordSource.of(Recipe.PASSWORD));
        }
        assertFalse(new String(Files.readAllBytes(folder.resolve("a.spoor")), java.nio.charset.StandardCharsets.ISO_8859_1).contains(Recipe.PASSWORD));
    }

    @Test void aCopyOfAnArchiveIsOneDuplicate() throws IOException, WorkbenchException {
        Path file = Files.write(folder.resolve("logs.zip"), Recipe.make(NESTED));
        Path copy = Files.copy(file, folder.resolve("copy.zip"));
        try (Investigation investigation = open("a.spoor")) {
            LoadResult result = investigation.load(List.of(file, copy), LoadOptions.DEFAULT, Job.SILENT);
            assertEquals(1, result.duplicates());
            assertEquals(Optional.of(file.toString()), investigation.sources().getLast().duplicateOf());
            assertEquals(8, investigation.summary().events());
        }
    }

    @Test void entriesStandInTheListOfTheLoad() throws IOException, WorkbenchException {
        Path file = Files.write(folder.resolve("logs.zip"), Recipe.make("zip(a.ndjson, minutes.txt)"));
        List<LoadEvent> told = new ArrayList<>();
        try (Investigation investigation = open("a.spoor")) {
            investigation.load(new LoadRequest(List.of(file), LoadOptions.DEFAULT, Optional.empty()), told::add, Job.SILENT);
        }
        List<String> ends = told.stream().flatMap(event -> switch (event) {
            case LoadEvent.Found(int place, LoadEvent.QueuedFile entry) -> java.util.stream.Stream.of(place + " " + entry.name().substring(folder.toString().length()));
            case LoadEvent.Done(int place, String format, long records, long _) -> java.util.stream.Stream.of(place + " " + format + " " + records);
            case LoadEvent.Refused(int place, String _) -> java.util.stream.Stream.of(place + " refused");
            default -> java.util.stream.Stream.<String>empty();
        }).toList();
        assertEquals(List.of("1 /logs.zip!/a.ndjson", "1 json 2", "2 /logs.zip!/minutes.txt", "2 refused", "0 zip 0"), ends);
    }

    @Test void alertsOnEntriesAreThoseOnTheFilesAndShowTheirRecords() throws IOException, WorkbenchException {
        Path zip = folder.resolve("logs.zip");
        List<Path> logs = new ArrayList<>();
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, byte[]> log : SampleLogs.files().entrySet()) {
                logs.add(Files.write(folder.resolve(log.getKey()), log.getValue()));
                out.putNextEntry(new ZipEntry("logs/" + log.getKey()));
                out.write(log.getValue());
            }
        }
        List<Alert> plain;
        try (Investigation investigation = open("plain.spoor")) {
            investigation.load(logs, LoadOptions.DEFAULT, Job.SILENT);
            plain = investigation.detect(List.of(), Job.SILENT);
        }
        try (Investigation investigation = open("zip.spoor")) {
            load(investigation, zip, PasswordSource.NONE);
            List<Alert> packed = investigation.detect(List.of(), Job.SILENT);
            assertEquals(plain.stream().map(Alert::id).toList(), packed.stream().map(Alert::id).toList());
            for (Alert alert : packed) {
                EventDocument event = investigation.details(alert.id()).events().getFirst();
                assertEquals(zip.toString(), event.path());
                assertTrue(event.entry().startsWith("logs/"), event.entry());
                assertTrue(event.raw().startsWith("<Event") || event.raw().startsWith("{"), event.raw());
            }
        }
    }
}
