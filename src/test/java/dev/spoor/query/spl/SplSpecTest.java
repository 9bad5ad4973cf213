package dev.spoor.query.spl;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spoor.exec.run.PipelineResult;
import dev.spoor.exec.run.ResultTable;
import dev.spoor.query.text.Diagnostic;
import dev.spoor.query.text.QueryException;
import dev.spoor.segment.EventRow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the specs beside {@code query/spl/README.md}. */
class SplSpecTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final SplLanguage spl = new SplLanguage();

    static Stream<String> parse() {
        return lines("parse.txt");
    }

    static Stream<String> errors() {
        return lines("errors.jsonl");
    }

    static Stream<String> rows() {
        return Stream.of("rows.jsonl", "commands.jsonl", "functions.jsonl").flatMap(SplSpecTest::lines);
    }

    @ParameterizedTest @MethodSource("parse")
    void aSearchParsesExactlyWhenTheSpecSaysSo(String line) {
        if (line.startsWith("!")) {
            assertThrows(QueryException.class, () -> spl.parse(line.substring(1)));
        } else {
            assertDoesNotThrow(() -> spl.parse(line));
        }
    }

    @ParameterizedTest @MethodSource("errors")
    void aWrongSearchIsToldWithItsPlace(String line) throws IOException {
        JsonNode spec = JSON.readTree(line);
        QueryException thrown = assertThrows(QueryException.class, () -> spl.compile(spec.get("query").asText(), SplData.web().context()));
        Diagnostic first = thrown.diagnostics().getFirst();
        assertEquals(spec.get("kind").asText() + " " + spec.get("line").asInt() + ":" + spec.get("column").asInt(),
                first.kind() + " " + first.line() + ":" + first.column(), first.message());
        assertTrue(first.message().contains(spec.get("says").asText()), first.message());
    }

    @ParameterizedTest @MethodSource("rows")
    void aSearchAnswersTheEventsOrRowsOfTheSpec(String line) throws Exception {
        JsonNode spec = JSON.readTree(line);
        SplData data = switch (spec.get("on").asText()) {
            case "web" -> SplData.web();
            case "models" -> SplData.models();
            default -> SplData.windows();
        };
        switch (data.run(spl, spec.get("query").asText())) {
            case PipelineResult.Events(List<EventRow> events) -> assertEquals(spec.get("events").toString(),
                    events.stream().map(event -> event.index() + 1).toList().toString().replace(" ", ""));
            case PipelineResult.Table(ResultTable table) -> {
                assertEquals(spec.get("columns").toString(), JSON.writeValueAsString(table.columns().stream().map(ResultTable.Column::name).toList()));
                List<Object> rows = new ArrayList<>(table.rows().stream().map(ResultTable.ResultRow::values).toList());
                assertEquals(spec.get("rows").toString(), JSON.writeValueAsString(rows));
            }
        }
    }

    static Stream<String> lines(String name) {
        try (InputStream in = SplSpecTest.class.getResourceAsStream("/query/spl/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).toList().stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
