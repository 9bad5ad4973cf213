package dev.spoor.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.event.Field;
import dev.spoor.event.FieldTable;
import dev.spoor.event.Value;
import dev.spoor.segment.EventRow;
import dev.spoor.segment.Segment;
import dev.spoor.segment.SegmentBuilder;
import dev.spoor.segment.SegmentLimits;
import java.io.BufferedReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentStoreTest {
    @TempDir Path folder;
    private Path path;

    @BeforeEach void create() throws StoreException {
        path = folder.resolve("a.spoor");
        try (CaseFile file = CaseFile.create(path)) {
            file.sources().register(Samples.source("a.evtx", "aa"));
            file.sources().register(Samples.source("b.evtx", "bb"));
        }
    }

    @Test void eventsAreReadAsTheyWereAppended() throws Exception {
        Segment first = Events.segment(1, 1, 100);
        Segment second = Events.segment(2, 1, 25);
        try (CaseFile file = CaseFile.open(path, Access.WRITE)) {
            assertEquals(0, file.segments().events());
            assertEquals(1, file.segments().append(first));
            assertEquals(101, file.segments().append(second));
        }
        try (CaseFile file = CaseFile.open(path, Access.READ)) {
            assertEquals(125, file.segments().events());
            assertEquals(List.of(new SegmentRef(1, 1, 100, "windows", 1_000, 99_000), new SegmentRef(2, 101, 25, "windows", 1_000, 25_000)), file.segments().list());
            assertSame(first, file.segments().open(file.segments().list().getFirst()));
            assertSame(second, file.segments().open(file.segments().list().getLast()));
            assertEquals(first.fields(), file.segments().fields("windows"));
            assertEquals(List.of(), file.segments().list("linux"));
            assertEquals(List.of(100L, 25L), file.sources().list().stream().map(Source::stored).toList());
        }
    }

    private static void assertSame(Segment expected, Segment found) {
        assertEquals(expected.fields(), found.fields());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.time(i), found.time(i));
            assertEquals(expected.origin(i), found.origin(i));
            for (Field field : expected.fields()) {
                assertEquals(new EventRow(expected, i).get(field), new EventRow(found, i).get(field));
            }
        }
    }

    @Test void anEventIsFoundByItsNumber() throws Exception {
        try (CaseFile file = CaseFile.open(path, Access.WRITE)) {
            file.segments().append(Events.segment(1, 1, 100));
            file.segments().append(Events.segment(1, 101, 10));
            SegmentRef found = file.segments().find(103).orElseThrow();
            assertEquals(103, file.segments().open(found).origin(found.index(103)).record());
            assertEquals(Optional.empty(), file.segments().find(111));
            assertEquals(Optional.empty(), file.segments().find(0));
        }
    }

    @Test void equalColumnsAreStoredOnce() throws Exception {
        try (CaseFile file = CaseFile.open(path, Access.WRITE)) {
            file.segments().append(Events.segment(1, 1, 100));
        }
        try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + path)) {
            assertEquals(1, Sql.number(raw, "SELECT count(*) FROM segment_column WHERE same_as IS NOT NULL"));
            assertEquals("source System.Computer -> ecs host.name", Sql.one(raw, """
                    SELECT f.view || ' ' || f.path || ' -> ' || t.view || ' ' || t.path FROM segment_column c JOIN field f ON f.id = c.id >> 32
                    JOIN field t ON t.id = c.same_as >> 32
                    """, row -> row.getString(1)).orElseThrow());
        }
    }

    @Test void aDamagedColumnIsNamed() throws Exception {
        try (CaseFile file = CaseFile.open(path, Access.WRITE)) {
            file.segments().append(Events.segment(1, 1, 100));
        }
        try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + path)) {
            Sql.update(raw, "UPDATE segment_column SET content = x'0102030405' WHERE id >> 32 = (SELECT id FROM field WHERE path = 'event.sequence')");
            Sql.update(raw, "DELETE FROM segment_column WHERE id >> 32 = (SELECT id FROM field WHERE path = 'user.name')");
        }
        try (CaseFile file = CaseFile.open(path, Access.READ)) {
            Segment segment = file.segments().open(file.segments().list().getFirst());
            assertEquals(100, segment.column(Events.COMPUTER).orElseThrow().events());
            for (Field field : List.of(Events.RECORD, Events.RARE)) {
                String message = assertThrows(UncheckedIOException.class, () -> segment.column(field)).getMessage();
                assertTrue(message.contains("is damaged: field " + field.path() + " of segment 1"), message);
            }
        }
    }

    @Test void aSourceThatWasNotRegisteredIsRefusedAndNothingStored() throws Exception {
        try (CaseFile file = CaseFile.open(path, Access.WRITE)) {
            assertThrows(StoreException.class, () -> file.segments().append(Events.segment(9, 1, 10)));
            assertEquals(0, file.segments().events());
            assertEquals(1, file.segments().append(Events.segment(1, 1, 10)));
        }
    }

    @Test void whatWasAcknowledgedSurvivesAKilledProgramAndLoadingGoesOn() throws Exception {
        Process child = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), AppendUntilKilled.class.getName(), path.toString()).redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long acknowledged = 0;
        try (BufferedReader lines = child.inputReader()) {
            for (int i = 0; i < 30; i++) {
                String line = lines.readLine();
                assertTrue(line != null, "the child ended by itself");
                acknowledged = Long.parseLong(line);
            }
            StoreException refused = assertThrows(StoreException.class, () -> CaseFile.open(path, Access.WRITE));
            assertTrue(refused.getMessage().contains("only one can at a time"), refused.getMessage());
            // The handle, because the process closes its output when it is asked itself.
            child.toHandle().destroyForcibly();
            child.waitFor();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                acknowledged = Long.parseLong(line);
            }
        }
        try (CaseFile file = CaseFile.open(path, Access.WRITE)) {
            Source interrupted = file.sources().findBySha256("aa").orElseThrow();
            assertEquals(Source.State.LOADING, interrupted.state());
            assertTrue(interrupted.stored() >= acknowledged, interrupted.stored() + " < " + acknowledged);
            assertEquals(interrupted.stored(), file.segments().events());
            int next = Math.toIntExact(interrupted.stored()) + 1;
            assertEquals(next, file.segments().append(Events.segment(1, next, 5)));
            for (SegmentRef ref : file.segments().list()) {
                assertEquals(ref.firstEvent(), file.segments().open(ref).origin(0).record());
            }
        }
    }

    @Test void threadsReadWhileOneWrites() throws Exception {
        try (CaseFile file = CaseFile.open(path, Access.WRITE); var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Integer>> work = IntStream.range(0, 40).<Callable<Integer>>mapToObj(i -> i % 4 == 0
                    ? () -> (int) file.segments().append(Events.segment(1, i, 20)) : () -> readAll(file)).toList();
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
            assertEquals(200, readAll(file));
        }
    }

    private static int readAll(CaseFile file) throws StoreException {
        int events = 0;
        for (SegmentRef ref : file.segments().list()) {
            Segment segment = file.segments().open(ref);
            events += segment.column(Events.HOST).orElseThrow().present().cardinality();
        }
        return events;
    }

    @Test void fieldsOfFailedTransactionsAreForgotten() throws Exception {
        FieldTable fields = new FieldTable();
        SegmentBuilder builder = new SegmentBuilder(fields, "windows", SegmentLimits.DEFAULT);
        builder.add(Events.event(fields, 1, 3));
        var late = Events.event(fields, 1, 4);
        late.put(Field.ecs("late"), Value.string("x"));
        builder.add(late);
        try (CaseFile file = CaseFile.open(path, Access.WRITE)) {
            assertThrows(StoreException.class, () -> file.transaction(Durability.FAST, () -> {
                file.segments().append(builder.build());
                return file.segments().append(Events.segment(9, 1, 1));
            }));
            assertEquals(List.of(), file.segments().fields("windows"));
            file.segments().append(Events.segment(2, 1, 5));
            SegmentRef ref = file.segments().list().getFirst();
            assertSame(Events.segment(2, 1, 5), file.segments().open(ref));
        }
    }
}
