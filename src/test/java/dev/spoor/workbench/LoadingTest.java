package dev.spoor.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.job.CancelledException;
import dev.spoor.job.Job;
import dev.spoor.sample.SampleLogs;
import dev.spoor.triage.Decision;
import dev.spoor.triage.Reason;
import dev.spoor.triage.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loading that is watched: what is told, alerts that appear meanwhile, and a load that is given up. */
class LoadingTest {
    private static final DetectRequest SHIPPED = new DetectRequest(List.of(), List.of(), Optional.empty());
    @TempDir Path folder;
    private final List<LoadEvent> told = new ArrayList<>();
    private List<Path> logs;

    @BeforeEach void writeLogs() throws IOException {
        logs = new ArrayList<>();
        for (Map.Entry<String, byte[]> log : SampleLogs.files().entrySet()) {
            logs.add(Files.write(folder.resolve(log.getKey()), log.getValue()));
        }
    }

    private Investigation open(String name) throws WorkbenchException {
        return new Workbench().openOrCreate(folder.resolve(name));
    }

    private static LoadRequest request(List<Path> paths, DetectRequest detect) {
        return new LoadRequest(paths, LoadOptions.DEFAULT, Optional.ofNullable(detect));
    }

    private List<String> tables(String name) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(name)); Statement statement = connection.createStatement()) {
            for (String query : List.of("SELECT * FROM alert ORDER BY id", "SELECT * FROM alert_event ORDER BY alert, position",
                    "SELECT run, rule, fidelity, reasons, matches FROM run_rule")) {
                try (ResultSet found = statement.executeQuery(query)) {
                    while (found.next()) {
                        StringBuilder row = new StringBuilder();
                        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                            row.append(found.getString(i)).append('|');
                        }
                        rows.add(row.toString());
                    }
                }
            }
        }
        return rows;
    }

    private int place(Predicate<LoadEvent> wanted) {
        for (int i = 0; i < told.size(); i++) {
            if (wanted.test(told.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Rows with a number in {@code custom.code}; the last ones have a word there, so that the field is no number any more. */
    private List<Path> changingTypes() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 8_300; i++) {
            String code = i > 8_290 ? "\"word\"" : i % 1_000 == 3 ? "10" : "1";
            rows.append("{\"@timestamp\":\"2024-05-02T03:00:00Z\",\"host\":{\"name\":\"ca01\"},\"n\":").append(i).append(",\"custom\":{\"code\":").append(code).append("}}\n");
        }
        return List.of(Files.writeString(folder.resolve("codes.ndjson"), rows));
    }

    private DetectRequest rule(String query) throws IOException {
        Path rule = Files.writeString(folder.resolve("code.toml"), "[metadata]\nmaturity = \"production\"\n[rule]\nauthor = [\"x\"]\ndescription = \"x\"\nlanguage = \"kuery\"\n"
                + "name = \"Code\"\nrisk_score = 50\nrule_id = \"r1\"\nseverity = \"high\"\ntype = \"query\"\nquery = '''" + query + "'''\n");
        return new DetectRequest(List.of(rule), List.of(), Optional.empty());
    }

    @Test void alertsFoundWhileLoadingAreThoseOfARunAfterwards() throws WorkbenchException, SQLException {
        try (Investigation together = open("together.spoor"); Investigation after = open("after.spoor")) {
            together.load(request(logs, SHIPPED), told::add, Job.SILENT);
            after.load(request(logs, null), LoadObserver.SILENT, Job.SILENT);
            after.detect(SHIPPED, Job.SILENT);
        }
        assertEquals(tables("after.spoor"), tables("together.spoor"));
        int first = place(LoadEvent.AlertsSoFar.class::isInstance);
        assertTrue(first >= 0 && first < place(LoadEvent.Detecting.class::isInstance), told.toString());
    }

    @Test void anAlertThatLaterEventsMakeWrongIsWithdrawn() throws WorkbenchException, SQLException, IOException {
        List<Path> rows = changingTypes();
        DetectRequest rule = rule("custom.code > 5");
        try (Investigation together = open("together.spoor"); Investigation after = open("after.spoor")) {
            together.load(request(rows, rule), told::add, Job.SILENT);
            after.load(request(rows, null), LoadObserver.SILENT, Job.SILENT);
            after.detect(rule, Job.SILENT);
        }
        LoadEvent.AlertsSoFar early = (LoadEvent.AlertsSoFar) told.get(place(LoadEvent.AlertsSoFar.class::isInstance));
        assertEquals(9L, early.bySeverity().values().stream().mapToLong(Long::longValue).sum());
        assertEquals(tables("after.spoor"), tables("together.spoor"));
    }

    @Test void anAlertThatWasDecidedWhileLoadingIsKept() throws WorkbenchException, IOException {
        List<Path> rows = changingTypes();
        try (Investigation investigation = open("a.spoor")) {
            AtomicBoolean once = new AtomicBoolean();
            LoadObserver deciding = event -> {
                if (event instanceof LoadEvent.AlertsSoFar && !once.getAndSet(true)) {
                    try {
                        investigation.decide(List.of(investigation.alerts().getFirst().id()), new Decision(Status.CLOSED, Optional.of(Reason.FALSE_POSITIVE), "Backup", List.of()));
                    } catch (WorkbenchException e) {
                        throw new AssertionError(e);
                    }
                }
            };
            investigation.load(request(rows, rule("custom.code > 5")), deciding, Job.SILENT);
            List<dev.spoor.triage.Alert> kept = investigation.alerts().stream().filter(alert -> alert.status() == Status.CLOSED).toList();
            assertEquals(1, kept.size());
            assertFalse(kept.getFirst().reproduced() && investigation.alerts().size() == 9, "nothing was withdrawn");
        }
    }

    @Test void everyFileIsToldWithWhatBecameOfIt() throws WorkbenchException, IOException {
        Path foreign = Files.writeString(folder.resolve("photo.txt"), "no log at all");
        Path copy = Files.copy(logs.getFirst(), folder.resolve("copy.evtx"));
        try (Investigation investigation = open("a.spoor")) {
            LoadResult result = investigation.load(request(List.of(logs.getFirst(), foreign, copy, folder.resolve("nowhere.evtx")), null), told::add, Job.SILENT);
            assertEquals(1, result.loaded());
        }
        assertEquals(3, ((LoadEvent.Queued) told.getFirst()).files().size());
        assertTrue(place(event -> event instanceof LoadEvent.NotFound(String problem) && problem.contains("nowhere.evtx")) > 0);
        assertTrue(place(event -> event instanceof LoadEvent.Done(int file, String format, long records, long _) && file == 0 && format.equals("evtx") && records > 0) > 0);
        assertTrue(place(event -> event instanceof LoadEvent.Refused(int file, String why) && file == 1 && why.contains("no format that is read")) > 0);
        assertTrue(place(event -> event instanceof LoadEvent.Duplicate(int file, String of) && file == 2 && of.equals(logs.getFirst().toString())) > 0);
    }

    @Test void aCancelledLoadKeepsWhatWasReadAndIsCompletedByTheNext() throws WorkbenchException, SQLException {
        AtomicBoolean stop = new AtomicBoolean();
        Job job = new Job() {
            @Override public void report(String what, long done, long total) {}

            @Override public boolean cancelled() {
                return stop.get();
            }
        };
        try (Investigation broken = open("broken.spoor"); Investigation whole = open("whole.spoor")) {
            assertThrows(CancelledException.class, () -> broken.load(request(logs, SHIPPED), event -> stop.set(stop.get() || event instanceof LoadEvent.Done), job));
            assertEquals(1, broken.sources().stream().filter(source -> source.records() > 0).count());
            stop.set(false);
            LoadResult again = broken.load(request(logs, SHIPPED), LoadObserver.SILENT, job);
            assertEquals(1, again.duplicates());
            whole.load(request(logs, SHIPPED), LoadObserver.SILENT, job);
            assertEquals(whole.summary().events(), broken.summary().events());
            assertEquals(whole.alerts().stream().map(alert -> alert.id()).toList(), broken.alerts().stream().map(alert -> alert.id()).toList());
        }
    }
}
