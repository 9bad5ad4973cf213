package dev.spoor.workbench;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.ingest.archive.PasswordSource;
import dev.spoor.ingest.archive.Recipe;
import dev.spoor.job.Job;
import dev.spoor.report.ReportOptions;
import dev.spoor.rule.exceptions.ExceptionDraft;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.exceptions.ValueList;
import dev.spoor.rule.Severity;
import dev.spoor.sample.SampleLogs;
import dev.spoor.triage.Alert;
import dev.spoor.triage.CriticalAsset;
import dev.spoor.triage.Decision;
import dev.spoor.triage.GivenSeverity;
import dev.spoor.triage.HostQuery;
import dev.spoor.triage.Reason;
import dev.spoor.triage.Status;
import dev.spoor.triage.StepAnswer;
import dev.spoor.workbench.Difference.Check;
import dev.spoor.workbench.Difference.Result;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Checking a case: a worked sample holds, and one change in each table or file is found and named. */
class VerifyTest {
    @TempDir static Path folder;
    private static Path worked;
    private static String head;
    private static final List<Path> LOGS = new ArrayList<>();

    /** What a check told. */
    private record Told(Verification verification, List<Difference> differences) {
        String text() {
            StringBuilder text = new StringBuilder();
            differences.forEach(one -> text.append(one.result()).append(' ').append(one.check()).append(' ').append(one.subject()).append(": ").append(one.text()).append('\n'));
            return text.toString();
        }
    }

    @BeforeAll static void work() throws IOException, WorkbenchException {
        Path logs = Files.createDirectory(folder.resolve("logs"));
        for (Map.Entry<String, byte[]> log : SampleLogs.files().entrySet()) {
            LOGS.add(Files.write(logs.resolve(log.getKey()), log.getValue()));
        }
        LOGS.add(Files.write(logs.resolve("more.zip"), Recipe.make("zip(a.ndjson, deep.tar.gz=gz(tar(b.ndjson, c.ndjson)), minutes.txt)")));
        LOGS.add(Files.copy(LOGS.getFirst(), logs.resolve("copy-of-first")));
        worked = folder.resolve("worked.spoor");
        try (Investigation investigation = new Workbench().openOrCreate(worked)) {
            investigation.load(LOGS, LoadOptions.DEFAULT.embedding(true), Job.SILENT);
            List<Alert> alerts = investigation.detect(List.of(), Job.SILENT);
            investigation.saveValueList(new ValueList("admins", ValueList.Type.KEYWORD, List.of("a.adm", "b.adm"), investigation.analyst(), Clock.now()));
            ExceptionDraft draft = investigation.suggestException(alerts.getFirst().id());
            investigation.addException(new ExceptionItem("ex-1", alerts.getFirst().rule().id(), "Backup", draft.entries(), "ticket 17", investigation.analyst(), Clock.now(),
                    Optional.empty(), true));
            investigation.detect(List.of(), Job.SILENT);
            List<Alert> left = investigation.alerts().stream().filter(Alert::reproduced).toList();
            investigation.decide(List.of(left.get(0).id()), new Decision(Status.CLOSED, Optional.of(Reason.TRUE_POSITIVE), "seen; tags: on ca01", List.of("case-7", "vip")));
            investigation.decide(List.of(left.get(1).id()), new Decision(Status.ACKNOWLEDGED, Optional.empty(), "", List.of()));
            investigation.restore(List.of(left.get(1)));
            AlertGuide guide = investigation.guides().guide(left.getFirst().id());
            investigation.guides().answer(guide.answer(guide.toAnswer().getFirst().key()).with(StepAnswer.State.FINDING).noted("from Public")
                    .pinned(List.of(new StepAnswer.Pinned(1, "it"))));
            investigation.guides().collect(new HostQuery("q1", "wks-114", "Processes", "SELECT 1", left.getFirst().rule().id(), left.getFirst().id(), "", 0));
            investigation.entities().mark(new CriticalAsset(CriticalAsset.Kind.HOST, "ca01", "the authority", "", 0));
            investigation.entities().ruleType(left.getFirst().rule().id(), "ttp");
            Alert rated = left.get(2);
            GivenSeverity wanted = new GivenSeverity(GivenSeverity.Scope.ALERT, rated.id(), Optional.of(Severity.LOW), "a drill", "", 0);
            investigation.severities().restore(investigation.severities().give(List.of(wanted)));
            investigation.severities().give(List.of(wanted));
            investigation.severities().give(GivenSeverity.toVariants(List.of(left.get(3)), Optional.of(Severity.CRITICAL), "the crown jewels"));
            investigation.previewReport(folder.resolve("preview.html"), ReportOptions.ALL);
            investigation.report(folder.resolve("report.json"), Job.SILENT);
            head = investigation.journal().getLast().hash();
        }
    }

    private static Told verify(Path file, VerifyRequest request) throws WorkbenchException {
        List<Difference> differences = new ArrayList<>();
        try (Investigation investigation = new Workbench().openToRead(file)) {
            return new Told(investigation.verify(request, differences::add, Job.SILENT), differences);
        }
    }

    private static Path copy() throws IOException {
        return Files.copy(worked, folder.resolve("changed.spoor"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path changed(String... sql) throws IOException, SQLException {
        Path file = copy();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file); Statement statement = connection.createStatement()) {
            for (String one : sql) {
                assertTrue(statement.executeUpdate(one) > 0, one);
            }
        }
        return file;
    }

    @Test void aWorkedCaseHolds() throws WorkbenchException, IOException {
        byte[] before = Files.readAllBytes(worked);
        Told told = verify(worked, new VerifyRequest(List.of(head), PasswordSource.NONE, 2));
        assertEquals("", told.text());
        assertTrue(told.verification().holds());
        assertEquals(head, told.verification().head());
        assertTrue(told.verification().events() > 20, told.verification().toString());
        assertTrue(told.verification().alerts() > 10, told.verification().toString());
        assertEquals(LOGS.size() + 5, told.verification().sources());
        assertEquals(3, told.verification().decisions());
        assertTrue(Arrays.equals(before, Files.readAllBytes(worked)), "checking changed the case");
    }

    private static Stream<Arguments> changes() throws IOException {
        try (InputStream in = VerifyTest.class.getResourceAsStream("verify-changes.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\n\n"))
                    .map(group -> Arguments.of(group.lines().filter(line -> !line.startsWith("#")).map(line -> List.of(line.split(" ~ "))).toList()));
        }
    }

    @ParameterizedTest @MethodSource("changes")
    void oneChangedCellIsFound(List<List<String>> changes) throws IOException, SQLException, WorkbenchException {
        Told told = verify(changed(changes.stream().map(List::getFirst).toArray(String[]::new)), VerifyRequest.DEFAULT);
        assertFalse(told.verification().holds());
        assertAll(changes.stream().map(change -> (Executable) () -> assertTrue(told.differences().stream().anyMatch(one -> one.result() == Result.DIFFERS
                && one.check() == Check.valueOf(change.get(1)) && (one.subject() + ": " + one.text()).contains(change.get(2))), change + "\n" + told.text())));
        assertTrue(told.differences().size() < 1_000, told.text());
    }

    @ParameterizedTest(name = "{0}") @CsvSource({"segment, origin, the origins of the events of segment 1 cannot be read",
            "segment_column, content, cannot be read (the checksum is wrong)", "raw_frame, content, embedded records of events 1 to"})
    void oneFlippedByteInABlobIsFound(String table, String column, String part) throws IOException, SQLException, WorkbenchException {
        Path file = copy();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file); Statement statement = connection.createStatement()) {
            long row;
            byte[] bytes;
            try (ResultSet result = statement.executeQuery("SELECT rowid, " + column + " FROM " + table + " WHERE length(" + column + ") > 40 ORDER BY rowid LIMIT 1")) {
                row = result.getLong(1);
                bytes = result.getBytes(2);
            }
            bytes[30] ^= 4;
            try (var update = connection.prepareStatement("UPDATE " + table + " SET " + column + " = ? WHERE rowid = ?")) {
                update.setBytes(1, bytes);
                update.setLong(2, row);
                update.executeUpdate();
            }
        }
        Told told = verify(file, VerifyRequest.DEFAULT);
        assertTrue(told.text().contains(part) && told.text().contains("DIFFERS EVENT"), told.text());
    }

    @Test void aChangedValueWithARightChecksumIsFound() throws IOException, SQLException, WorkbenchException {
        String host = "(SELECT id FROM segment_column WHERE id >> 32 = (SELECT id FROM field WHERE path = 'user.name' AND view = 'ecs') LIMIT 1)";
        String other = "(SELECT content FROM segment_column WHERE content IS NOT NULL AND id >> 32 = (SELECT id FROM field WHERE path = 'process.name' AND view = 'ecs') LIMIT 1)";
        Told told = verify(changed("UPDATE segment_column SET same_as = NULL, content = " + other + " WHERE id = " + host), VerifyRequest.DEFAULT);
        assertTrue(told.text().contains("field user.name (ecs) is "), told.text());
    }

    @Test void oneFlippedByteOfEvidenceIsFound() throws IOException, WorkbenchException {
        for (Path log : List.of(LOGS.get(1), LOGS.get(LOGS.size() - 2))) {
            byte[] bytes = Files.readAllBytes(log);
            bytes[bytes.length / 2] ^= 1;
            Files.write(log, bytes);
            try {
                Told told = verify(worked, VerifyRequest.DEFAULT);
                assertTrue(told.text().contains("DIFFERS EVIDENCE " + log + ": its SHA-256 is "), told.text());
            } finally {
                bytes[bytes.length / 2] ^= 1;
                Files.write(log, bytes);
            }
        }
    }

    @Test void evidenceThatIsGoneIsFound() throws IOException, WorkbenchException {
        Path log = LOGS.get(1);
        Path away = Files.move(log, log.resolveSibling("away"));
        try {
            assertEquals("DIFFERS EVIDENCE " + log + ": the file is not where it was when it was loaded\n", verify(worked, VerifyRequest.DEFAULT).text());
        } finally {
            Files.move(away, log);
        }
    }

    @Test void aJournalCutOffEverywhereIsFoundByTheHeadOfAReport() throws IOException, SQLException, WorkbenchException {
        Path file = changed("DELETE FROM journal WHERE action = 'report'",
                "UPDATE journal_head SET (sequence, hash) = (SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1)");
        assertTrue(verify(file, VerifyRequest.DEFAULT).verification().holds());
        Told told = verify(file, new VerifyRequest(List.of(head), PasswordSource.NONE, 1));
        assertTrue(told.text().contains("no line has the given hash " + head), told.text());
    }

    @Test void whatCameAfterARunIsANoteAndNoDifference() throws IOException, WorkbenchException {
        Path file = copy();
        Path logs = Files.createDirectory(folder.resolve("later"));
        try (Investigation investigation = new Workbench().open(file)) {
            investigation.enableException("ex-1", false);
            Path more = Files.writeString(logs.resolve("more.ndjson"), Files.readString(LOGS.stream().filter(log -> log.toString().endsWith(".ndjson")).findFirst().orElseThrow())
                    .replace("2026", "2025"));
            investigation.load(List.of(more), LoadOptions.DEFAULT, Job.SILENT);
        }
        Told told = verify(file, VerifyRequest.DEFAULT);
        assertTrue(told.verification().holds(), told.text());
        assertTrue(told.text().contains("evidence was loaded since") || told.text().contains("exceptions were changed since"), told.text());
    }

    @Test void whatIsLockedIsNotCheckedWithoutThePassword() throws IOException, WorkbenchException {
        Path zip = Files.write(folder.resolve("locked.zip"), Recipe.make("aes(a.ndjson)"));
        Path file = folder.resolve("locked.spoor");
        try (Investigation investigation = new Workbench().openOrCreate(file)) {
            investigation.load(new LoadRequest(List.of(zip), LoadOptions.DEFAULT, Optional.empty(), PasswordSource.of(Recipe.PASSWORD)), LoadObserver.SILENT, Job.SILENT);
        }
        Told told = verify(file, VerifyRequest.DEFAULT);
        assertTrue(told.verification().holds(), told.text());
        assertEquals(Map.of(Check.EVIDENCE, 1L), told.verification().unchecked());
        assertEquals(Map.of(), verify(file, new VerifyRequest(List.of(), PasswordSource.of(Recipe.PASSWORD), 1)).verification().unchecked());
    }
}
