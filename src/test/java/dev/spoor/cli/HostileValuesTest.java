package dev.spoor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values that were made to harm whoever looks at them, from the file through search and detection to every way in which they are printed. */
class HostileValuesTest {
    private static final List<String> VALUES = List.of("<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>", "${7*7}<#assign x=1>", "[a](javascript:alert(1))",
            "\u001b[31mred\u001b]0;title\u0007\u009b2J", "svc\u202egpj.exe\u2066x\u2069", "nul\u0000inside", "\ud800 half \udc00", "=HYPERLINK(\"http://nwf.example\",\"x\")",
            "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "a,\"b\"\r\nc", "\u2028line\u2029", "{\"json\":1}", "' OR 1=1 --", "%s%n%d", "\ufeffmark\u200b", "😀 \ud83d\ude00",
            "x".repeat(1 << 20));
    private final ObjectMapper json = new ObjectMapper();
    @TempDir Path folder;
    private Path caseFile;
    private Path rules;

    @BeforeEach void writeRule() throws IOException {
        caseFile = folder.resolve("case.spoor");
        rules = Files.createDirectory(folder.resolve("rules"));
        Files.writeString(rules.resolve("hostile.toml"), """
                [rule]
                rule_id = "9d3a2f5e-5d0f-4a7b-9a0c-444444444444"
                name = "Rule <b>bold</b> \\u001B[31m \\u202E [x](javascript:alert(1))"
                description = "<script>alert(1)</script>"
                type = "query"
                language = "kuery"
                risk_score = 47
                severity = "medium"
                references = ["javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "https://nwf.example/\\u202Egpj.exe"]
                false_positives = ["<iframe src='https://nwf.example'></iframe>"]
                note = \"\"\"## Triage <script>alert(1)</script>

                [click](javascript:alert(1)) ![x](file:///etc/passwd) <img src=x onerror=alert(1)> \\u001B[2J
                \"\"\"
                query = "event.code: 7777"
                """);
    }

    private Path log() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String value : VALUES) {
            ObjectNode line = json.createObjectNode().put("@timestamp", "2024-05-02T10:00:00Z");
            line.putObject("event").put("code", "7777").put("action", value);
            line.putObject("host").put("name", value);
            line.putObject("user").put("name", value);
            line.put(value.length() > 1_000 ? "long" : "key " + value.replace('.', '_'), value);
            lines.add(json.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(line));
        }
        lines.add("{\"@timestamp\":\"1601-01-01T00:00:00Z\",\"event\":{\"code\":\"7777\"}}");
        lines.add("{\"@timestamp\":\"30828-09-14T02:48:05Z\",\"event\":{\"code\":\"7777\"}}");
        lines.add("{\"@timestamp\":\"9999-12-31T23:59:59.999999999Z\",\"event\":{\"code\":\"7777\",\"code\":\"7777\"},\"a\":1,\"a\":2}");
        lines.add("{\"event\":{\"code\":\"7777\"},\"deep\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}");
        lines.add("{\"event\":{\"code\":\"7777\"},\"deep\":" + "{\"a\":".repeat(90) + "1" + "}".repeat(90) + "}");
        return Files.write(folder.resolve("hostile.ndjson"), lines, StandardCharsets.UTF_8);
    }

    private Spoor.Outcome done(Object... arguments) {
        Spoor.Outcome outcome = Spoor.run(arguments);
        assertEquals(0, outcome.status(), outcome.err());
        assertHarmless(outcome.out());
        assertHarmless(outcome.err());
        return outcome;
    }

    /** Nothing that a terminal obeys, that turns the direction of writing or that hides. */
    private static void assertHarmless(String text) {
        text.codePoints().filter(c -> c != '\n').forEach(c -> assertFalse(Character.isISOControl(c) || c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069 || c == 0x200b
                || c == 0xfeff, () -> "U+" + Integer.toHexString(c)));
    }

    @Test void everyOutputOfACaseIsHarmlessAndComplete() throws IOException {
        Path log = log();
        done("load", caseFile, log);
        List<JsonNode> alerts = done("detect", caseFile, "--rules", rules).json();
        assertTrue(alerts.size() >= VALUES.size() + 3, "alerts: " + alerts.size());
        Set<String> hosts = new TreeSet<>();
        alerts.forEach(alert -> hosts.add(alert.path("host").asText()));
        VALUES.stream().filter(value -> value.indexOf('\ud800') < 0).forEach(value -> assertTrue(hosts.contains(value), value.length() > 99 ? "the long one" : value));
        List<JsonNode> found = done("search", caseFile, "event.code: 7777", "--language", "kql").json();
        assertEquals(alerts.size(), found.size());
        for (String format : List.of("table", "csv", "jsonl")) {
            for (List<Object> command : List.<List<Object>>of(List.of("alerts", caseFile), List.of("sources", caseFile), List.of("rules", "list", "--rules", rules),
                    List.of("search", caseFile, "event.code: 7777", "--language", "kql", "--fields", "host.name,event.action"))) {
                List<Object> arguments = new ArrayList<>(command);
                arguments.addAll(List.of("--format", format));
                Spoor.Outcome outcome = done(arguments.toArray());
                if (format.equals("table")) {
                    outcome.out().lines().forEach(line -> assertTrue(line.length() < 1_000, "a line of " + line.length()));
                } else if (format.equals("csv")) {
                    outcome.out().lines().forEach(HostileValuesTest::assertNoFormula);
                }
            }
        }
        reports();
    }

    private static void assertNoFormula(String line) {
        for (String cell : line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
            String text = cell.startsWith("\"") ? cell.substring(1) : cell;
            assertFalse(!text.isBlank() && "=+-@".indexOf(text.strip().charAt(0)) >= 0 && !text.startsWith("@timestamp"), () -> "formula: " + text.substring(0, 9));
        }
    }

    private void reports() throws IOException {
        done("report", caseFile, "--out", folder.resolve("report.html"));
        done("report", caseFile, "--out", folder.resolve("report.json"));
        String page = Files.readString(folder.resolve("report.html"));
        assertHarmless(page.replace("\t", " ").replace("\r", " "));
        for (String markup : List.of("<img", "<script", "<iframe", "<b>bold", "href=\"javascript", "href=\"data", "href=\"file")) {
            assertFalse(page.toLowerCase(java.util.Locale.ROOT).contains(markup), markup);
        }
        assertTrue(page.contains("&lt;img src=x onerror=alert(1)&gt;") && page.contains("${7*7}"));
        assertTrue(page.length() < 40 << 20, "page of " + page.length());
        assertTrue(json.readTree(Files.readAllBytes(folder.resolve("report.json"))).path("alerts").size() > VALUES.size());
    }

    @Test void anEventOfTenThousandFieldsIsFoundAndAlerts() throws IOException {
        ObjectNode wide = json.createObjectNode().put("@timestamp", "2024-05-02T10:00:00Z");
        wide.putObject("event").put("code", "7777");
        for (int i = 0; i < 10_000; i++) {
            wide.put("field" + i, i);
        }
        done("load", caseFile, Files.writeString(folder.resolve("wide.ndjson"), wide.toString()), "--detect", "--rules", rules);
        assertEquals(10_002, done("search", caseFile, "field9999: 9999", "--language", "kql").json().getFirst().path("event").size());
        done("report", caseFile, "--out", folder.resolve("report.html"));
    }

    @Test void aHostileRuleIsShownAsText() throws IOException {
        JsonNode shown = done("rules", "show", "9d3a2f5e-5d0f-4a7b-9a0c-444444444444", "--rules", rules).json().getFirst();
        assertTrue(shown.toString().contains("javascript:alert(1)"), "a rule is shown as it is");
        done("rules", "check", rules);
        done("rules", "show", "9d3a2f5e-5d0f-4a7b-9a0c-444444444444", "--rules", rules, "--format", "table");
    }

    @Test void aFileNameCannotSteerTheTerminal() throws IOException {
        Path log = Files.writeString(folder.resolve("a\u001b[31m\u202eb.bin"), "no log");
        Spoor.Outcome outcome = Spoor.run("load", caseFile, log);
        assertEquals(3, outcome.status());
        assertHarmless(outcome.err());
    }
}
