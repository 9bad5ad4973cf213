package dev.spoor.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.store.JournalLine.Act;
import dev.spoor.store.StoreException.Kind;
import dev.spoor.triage.AlertView;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseFileTest {
    private static final Act ACT = new Act(1, "ann", "load", "a.evtx", "1 file");

    @TempDir Path folder;

    @Test void aClosedCaseIsOneFileAndItsCopyIsTheCase() throws Exception {
        Path file = folder.resolve("odd ?name&mode=ro#1 %41 é.spoor");
        try (CaseFile made = CaseFile.create(file)) {
            made.journal().append(ACT);
        }
        assertEquals(Set.of(file.getFileName().toString()), names());
        Path copy = Files.copy(file, folder.resolve("copy.spoor"));
        try (CaseFile opened = CaseFile.open(copy, Access.READ)) {
            assertEquals(List.of(ACT), opened.journal().list().stream().map(JournalLine::act).toList());
        }
        assertEquals(Set.of(file.getFileName().toString(), "copy.spoor"), names());
    }

    @Test void aCaseSaysWhatItIs() throws Exception {
        Path file = made();
        try (Connection raw = raw(file)) {
            assertEquals(0x53504f52, Sql.number(raw, "PRAGMA application_id"));
            assertEquals(Migrations.CURRENT.version(), Sql.number(raw, "PRAGMA user_version"));
            assertEquals(2_048, Sql.number(raw, "PRAGMA page_size"));
            assertEquals("wal", Sql.one(raw, "PRAGMA journal_mode", row -> row.getString(1)).orElseThrow());
            assertEquals(0, Sql.number(raw, "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%' AND strict = 0"));
        }
    }

    @Test void aMissingCaseIsNamedAndNotMade() throws Exception {
        Path file = folder.resolve("none.spoor");
        for (Access access : Access.values()) {
            assertFailure(Kind.MISSING, "There is no case", () -> CaseFile.open(file, access));
        }
        assertFailure(Kind.MISSING, "There is no case", () -> CaseFile.openOrCreate(file, Access.READ));
        assertEquals(Set.of(), names());
    }

    @Test void foreignFilesAreRefusedAndUntouched() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.txt"), "these are notes, not a case, and they are long enough to look at");
        Path empty = Files.createFile(folder.resolve("empty"));
        Path other = folder.resolve("other.db");
        try (Connection raw = raw(other)) {
            Sql.execute(raw, "CREATE TABLE t (a)");
        }
        for (Path file : List.of(text, empty, other)) {
            byte[] before = Files.readAllBytes(file);
            assertFailure(Kind.FOREIGN, "is not a case", () -> CaseFile.openOrCreate(file, Access.WRITE));
            assertFailure(Kind.FOREIGN, "is not a case", () -> CaseFile.open(file, Access.READ));
            assertArrayEquals(before, Files.readAllBytes(file));
        }
        assertFailure(Kind.EXISTS, "There is a file", () -> CaseFile.create(text));
        assertFailure(Kind.FOREIGN, "found a folder or a device", () -> CaseFile.open(folder, Access.READ));
        assertEquals(Set.of("notes.txt", "empty", "other.db"), names());
    }

    @Test void aCaseOfANewerSpoorIsRefused() throws Exception {
        Path file = made();
        try (Connection raw = raw(file)) {
            Sql.execute(raw, "PRAGMA user_version = 99");
        }
        assertFailure(Kind.NEWER, "found version 99, this Spoor knows up to " + Migrations.CURRENT.version(), () -> CaseFile.open(file, Access.WRITE));
        assertFailure(Kind.NEWER, "newer Spoor", () -> CaseFile.open(file, Access.READ));
    }

    /** The steps of a newer version, of which only the last was not run. */
    private static Migrations after(String step) {
        List<String> steps = new ArrayList<>(Collections.nCopies(Migrations.CURRENT.version(), "never run"));
        steps.add(step);
        return new Migrations(steps);
    }

    @Test void anOlderCaseGetsTheMissingSteps() throws Exception {
        Path file = made();
        Migrations newer = after("CREATE TABLE added (a INTEGER) STRICT; INSERT INTO added VALUES (7);");
        try (Connection raw = raw(file)) {
            assertTrue(newer.pending(raw));
            newer.run(raw);
            assertEquals(7, Sql.number(raw, "SELECT a FROM added"));
            assertEquals(Migrations.CURRENT.version() + 1, Sql.number(raw, "PRAGMA user_version"));
        }
    }

    @Test void aFailingStepLeavesTheCaseAsItWas() throws Exception {
        Path file = made();
        Migrations broken = after("CREATE TABLE added (a INTEGER) STRICT; INSERT INTO nowhere VALUES (7);");
        try (Connection raw = raw(file)) {
            assertThrows(SQLException.class, () -> broken.run(raw));
            assertEquals(0, Sql.number(raw, "SELECT count(*) FROM sqlite_schema WHERE name = 'added'"));
            assertEquals(Migrations.CURRENT.version(), Sql.number(raw, "PRAGMA user_version"));
        }
    }

    @Test void savedViewsAreKeptAndOnesWithANameAreInTheJournal() throws Exception {
        Path file = made();
        AlertView view = new AlertView("Hosts", List.of(new AlertView.Condition("host", true, List.of("wks-203"))), "host", List.of("severity", "rule"), "time", true);
        try (CaseFile opened = CaseFile.open(file, Access.WRITE)) {
            opened.views().save(view, "m.okafor", 7);
            opened.views().save(view.named(""), "m.okafor", 8);
            assertEquals(List.of(view.named(""), view), opened.views().list());
            opened.views().delete("Hosts", "m.okafor", 9);
            assertEquals(List.of(view.named("")), opened.views().list());
            assertEquals(2, opened.journal().list().stream().filter(line -> line.act().action().equals("view")).count());
        }
    }

    @Test void oneWriterAtATimeWhileOthersRead() throws Exception {
        Path file = made();
        try (CaseFile writing = CaseFile.open(file, Access.WRITE)) {
            for (int i = 0; i < 3; i++) {
                assertFailure(Kind.IN_USE, "only one can at a time", () -> CaseFile.open(file, Access.WRITE));
                assertFailure(Kind.IN_USE, "only one can at a time", () -> CaseFile.create(file));
            }
            writing.journal().append(ACT);
            try (CaseFile reading = CaseFile.open(file, Access.READ)) {
                assertEquals(1, reading.journal().list().size());
                assertFailure(Kind.READ_ONLY, "opened for reading only", () -> reading.journal().append(ACT));
            }
            writing.journal().append(ACT);
        }
        assertEquals(Set.of("a.spoor"), names());
        try (CaseFile writing = CaseFile.open(file, Access.WRITE)) {
            assertEquals(2, writing.journal().list().size());
        }
    }

    @Test void aReadOnlyCaseIsReadAndNotWritten() throws Exception {
        Path file = made();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        boolean enforced = !Files.isWritable(file);
        if (enforced) {
            assertFailure(Kind.READ_ONLY, "can only be read", () -> CaseFile.open(file, Access.WRITE));
        }
        try (CaseFile reading = CaseFile.open(file, Access.READ)) {
            assertEquals(List.of(), reading.journal().list());
        }
        assertEquals(Set.of("a.spoor"), names());
    }

    @Test void aCaseWhereNothingMayBeWrittenIsReadAsItLies() throws Exception {
        Path file = made();
        try (CaseFile opened = CaseFile.open(file, Access.WRITE)) {
            opened.journal().append(ACT);
            assertFailure(Kind.READ_ONLY, "was not closed properly (found a.spoor-wal beside it)", () -> new Connector(file).untouched());
        }
        try (Connection lying = new Connector(file).untouched()) {
            assertEquals(1, Sql.number(lying, "SELECT count(*) FROM journal"));
            assertEquals(Set.of("a.spoor"), names());
            assertThrows(SQLException.class, () -> Sql.update(lying, "DELETE FROM journal"));
        }
    }

    @Test void aCaseInAFolderThatIsNotThereIsNotMade() {
        assertFailure(Kind.MISSING, "There is no folder", () -> CaseFile.create(folder.resolve("none/a.spoor")));
    }

    @Test void aFullDiskLosesOnlyWhatWasBeingWritten() throws Exception {
        Path file = made();
        try (CaseFile opened = CaseFile.open(file, Access.WRITE)) {
            opened.journal().append(ACT);
            opened.transaction(Durability.FAST, () -> opened.limitPages(1));
            Act big = new Act(2, "ann", "load", "b.evtx", "x".repeat(1_000_000));
            assertFailure(Kind.FULL, "The disk is full", () -> opened.journal().append(big));
            opened.transaction(Durability.FAST, () -> opened.limitPages(1_000_000));
            opened.journal().append(ACT);
            assertEquals(2, opened.journal().list().size());
        }
    }

    @Test void aDamagedCaseIsNamedAsSuch() throws Exception {
        Path file = made();
        try (CaseFile opened = CaseFile.open(file, Access.WRITE)) {
            opened.journal().append(ACT);
        }
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            for (long at = 2_048; at < bytes.length(); at += 2_048) {
                bytes.seek(at);
                bytes.write("all of this is wrong now".getBytes(StandardCharsets.US_ASCII));
            }
        }
        assertFailure(Kind.DAMAGED, "is damaged", () -> {
            try (CaseFile opened = CaseFile.open(file, Access.READ)) {
                return opened.journal().list();
            }
        });
    }

    @Test void aFailedTransactionChangesNothing() throws Exception {
        try (CaseFile opened = CaseFile.create(folder.resolve("a.spoor"))) {
            assertFailure(Kind.UNKNOWN, "no source number 7", () -> opened.transaction(Durability.SAFE, () -> {
                opened.journal().append(ACT);
                assertEquals(1, opened.journal().list().size());
                opened.sources().finish(7, new Source.Result(0, 0, 0, 0, 0, List.of()));
                return null;
            }));
            assertEquals(List.of(), opened.journal().list());
        }
    }

    private Path made() throws StoreException {
        Path file = folder.resolve("a.spoor");
        CaseFile.create(file).close();
        return file;
    }

    private Set<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return new TreeSet<>(files.map(file -> file.getFileName().toString()).toList());
        }
    }

    private static Connection raw(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    private interface Action {
        Object run() throws StoreException;
    }

    private static void assertFailure(Kind kind, String words, Action action) {
        StoreException failure = assertThrows(StoreException.class, action::run);
        assertEquals(kind, failure.kind(), failure.getMessage());
        assertTrue(failure.getMessage().contains(words), failure.getMessage());
    }
}
