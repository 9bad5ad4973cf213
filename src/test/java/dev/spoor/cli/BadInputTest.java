package dev.spoor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.sample.SampleLogs;
import dev.spoor.workbench.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line says about bad input: a plain message, an exit status, and the case unharmed. */
class BadInputTest {
    @TempDir Path folder;
    private Path caseFile;

    @BeforeEach void nameTheCase() {
        caseFile = folder.resolve("case.spoor");
    }

    private static Spoor.Outcome spoor(Object... arguments) {
        return Spoor.run(arguments);
    }

    private Path sample() throws IOException {
        return Files.write(folder.resolve("mac.ndjson"), SampleLogs.files().get("mac-017-endpoint.ndjson"));
    }

    @Test void aMissingFileMakesNoCase() {
        spoor("load", caseFile, folder.resolve("nowhere.evtx")).says(3, "no such file");
        assertFalse(Files.exists(caseFile));
    }

    @Test void anEmptyFileIsSaidToBeEmpty() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.evtx"));
        spoor("load", caseFile, empty).says(3, "is empty");
        spoor("records", empty).says(3, "");
    }

    @Test void aForeignFileIsNamedAndRegistered() throws IOException {
        Path picture = Files.write(folder.resolve("picture.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});
        spoor("load", caseFile, picture, sample()).says(0, "of no format that is read");
        assertTrue(spoor("sources", caseFile).out().contains("not read"));
    }

    @Test void aTruncatedLogGivesWhatItHolds() throws IOException {
        byte[] whole = SampleLogs.files().get("dc01-Security.evtx");
        Path cut = Files.write(folder.resolve("cut.evtx"), Arrays.copyOf(whole, whole.length / 2 + 1234));
        spoor("load", caseFile, cut).says(0, "1 with damage");
    }

    @Test void aBrokenLineIsAProblemAndTheOthersAreRead() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.ndjson"), "{\"a\":1}\n{\"a\":\n{\"a\":3}\n");
        assertEquals(0, spoor("load", caseFile, broken).status());
        Spoor.Outcome sources = spoor("sources", caseFile);
        assertTrue(sources.out().contains("\"records\":2,\"damaged\":1"), sources.out());
    }

    @Test void aWrongQueryIsToldByLineAndColumn() throws IOException {
        spoor("load", caseFile, sample());
        spoor("search", caseFile, "--language", "kql", "process.name: (kcc or").says(3, "line 1, column");
        spoor("search", caseFile, "--language", "kql", "proces.name: kcc").says(3, "process.name");
        spoor("search", caseFile, "--language", "klingon", "x").says(3, "There is no query language");
    }

    @Test void aBrokenRuleIsAProblemWithItsPlace() throws IOException {
        spoor("load", caseFile, sample());
        Path rules = Files.createDirectory(folder.resolve("rules"));
        Files.writeString(rules.resolve("broken.toml"), "[rule]\nname = \"x\nquery = 1\n");
        Files.writeString(rules.resolve("wrong.toml"), """
                [metadata]
                maturity = "production"
                [rule]
                rule_id = "7f3a2f5e-5d0f-4a7b-9a0c-111111111111"
                name = "Wrong"
                description = "A query that ends too early."
                type = "query"
                language = "kuery"
                risk_score = 21
                severity = "low"
                query = "process.name: (kcc or"
                """);
        Spoor.Outcome check = spoor("rules", "check", rules);
        assertTrue(check.out().contains("\"status\":\"invalid\"") && check.out().contains("line 1, column"), check.out());
        assertTrue(check.err().contains("broken.toml:2"), check.err());
        spoor("detect", caseFile, "--rules", rules).says(0, "1 rules could not run");
    }

    @Test void whatIsNoCaseIsRefused() throws IOException {
        Files.writeString(caseFile, "not a case");
        spoor("alerts", caseFile).says(3, "case");
        assertEquals("not a case", Files.readString(caseFile));
        spoor("alerts", folder.resolve("missing.spoor")).says(3, "no case");
    }

    @Test void aCaseOfANewerVersionIsRefused() throws IOException, SQLException {
        spoor("load", caseFile, sample());
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + caseFile)) {
            connection.createStatement().execute("PRAGMA user_version = 999");
        }
        spoor("detect", caseFile).says(3, "newer");
    }

    @Test void aSecondWriterIsRefusedAndTheFirstGoesOn() throws Exception {
        spoor("load", caseFile, sample());
        try (var first = new Workbench().open(caseFile)) {
            spoor("load", caseFile, folder).says(3, "open for writing");
            assertEquals(421, first.summary().events());
        }
    }

    @Test void wrongUsageIsStatusTwo() {
        assertEquals(2, spoor("detect").status());
        assertEquals(2, spoor("fly", caseFile).status());
        assertEquals(2, spoor("load", caseFile, "x", "--timezone", "Mars/Olympus").status());
        assertEquals(0, spoor("load", "--help").status());
    }

    @Test void withoutAScreenOpenSaysSo() throws IOException {
        spoor("load", caseFile, sample());
        spoor("open", caseFile).says(3, "no screen");
    }

    @Test void aBatchLineThatFailsHarmsNoOther() throws IOException {
        spoor("load", caseFile, sample());
        Path batch = Files.writeString(folder.resolve("batch.jsonl"), """
                {"id":"a","language":"kql","query":"process.name: kcc and process.args: copy_cred_cache"}
                no json
                {"id":"b","language":"kql","query":"((("}
                {"id":"c","language":"kql","query":"x: 1","events":[{"x":1},{"x":2}]}
                {"id":"d","language":"spl","query":"x=2 | table x","events":[{"x":1},{"x":2}]}
                """);
        String[] lines = spoor("search", caseFile, "--batch", batch).out().split("\n");
        assertEquals(5, lines.length);
        assertTrue(lines[0].startsWith("{\"id\":\"a\",\"events\":[{\"event\":"), lines[0]);
        assertTrue(lines[1].contains("\"kind\":\"syntax\""), lines[1]);
        assertTrue(lines[2].startsWith("{\"id\":\"b\",\"error\":{\"kind\":\"syntax\""), lines[2]);
        assertTrue(lines[3].contains("\"x\":1") && !lines[3].contains("\"x\":2"), lines[3]);
        assertTrue(lines[4].contains("\"rows\":[[2]]"), lines[4]);
    }
}
