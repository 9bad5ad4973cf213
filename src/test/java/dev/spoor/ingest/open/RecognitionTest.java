package dev.spoor.ingest.open;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spoor.ingest.IngestException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Which texts are taken for which format, in every encoding. */
class RecognitionTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    @TempDir Path folder;

    @TestFactory Stream<DynamicTest> textsAreTakenForWhatTheyAre() throws Exception {
        try (InputStream in = Objects.requireNonNull(RecognitionTest.class.getResourceAsStream("/ingest/csv/recognised.jsonl"))) {
            List<JsonNode> cases = new ArrayList<>();
            JSON.readerFor(JsonNode.class).<JsonNode>readValues(in).forEachRemaining(cases::add);
            return cases.stream().map(c -> DynamicTest.dynamicTest(c.get("name").asText(), () -> check(c)));
        }
    }

    private void check(JsonNode spec) throws Exception {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            String mark = charset == StandardCharsets.UTF_8 ? "" : "\uFEFF";
            Path file = Files.write(folder.resolve("file"), (mark + spec.get("text").asText()).getBytes(charset));
            assertEquals(spec.get("as").asText(), format(file), charset.name());
        }
    }

    private static String format(Path file) throws Exception {
        try {
            OpenedLog log = LogFiles.open(file, OpenOptions.DEFAULT);
            log.reader().close();
            return log.format();
        } catch (IngestException e) {
            return "";
        }
    }
}
