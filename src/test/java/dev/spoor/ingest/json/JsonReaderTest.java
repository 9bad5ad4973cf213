package dev.spoor.ingest.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import dev.spoor.event.Value;
import dev.spoor.event.Values;
import dev.spoor.ingest.Damaged;
import dev.spoor.ingest.DocumentRecord;
import dev.spoor.ingest.ReadResult;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class JsonReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    @TempDir Path folder;

    @TestFactory Stream<DynamicTest> filesGiveTheRecordsOfTheSpecification() throws Exception {
        try (InputStream in = Objects.requireNonNull(JsonReaderTest.class.getResourceAsStream("/ingest/json/files.jsonl"))) {
            List<JsonNode> cases = new ArrayList<>();
            JSON.readerFor(JsonNode.class).<JsonNode>readValues(in).forEachRemaining(cases::add);
            return cases.stream().map(c -> DynamicTest.dynamicTest(c.get("name").asText(), () -> check(c)));
        }
    }

    @Test void aLineBeyondTheLimitIsDamagedAndTheNextOneIsRead() throws Exception {
        byte[] line = "{\"a\":1}\n".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(line);
        bytes.write(("{\"a\":\"" + "x".repeat(400_000) + "\"}\n").getBytes(StandardCharsets.UTF_8));
        bytes.write(line);
        List<ReadResult> results = read(Files.write(folder.resolve("long"), bytes.toByteArray()), new JsonLimits(200_000, 10, 100));
        assertEquals(3, results.size());
        assertEquals(line.length, assertInstanceOf(Damaged.class, results.get(1)).offset());
        assertEquals(3, assertInstanceOf(DocumentRecord.class, results.get(2)).record());
    }

    @Test void depthAndFieldsHaveLimitsThatAreSaid() throws Exception {
        Path file = Files.writeString(folder.resolve("deep"), "{\"a\":" + "[".repeat(12) + "]".repeat(12) + "}\n{\"a\":1,\"b\":2,\"c\":3}\n{\"a\":1}\n");
        List<ReadResult> results = read(file, new JsonLimits(200_000, 10, 2));
        assertTrue(assertInstanceOf(Damaged.class, results.get(0)).problem().contains("deep"), results.get(0).toString());
        assertTrue(assertInstanceOf(Damaged.class, results.get(1)).problem().contains("limit of 2 fields"), results.get(1).toString());
        assertInstanceOf(DocumentRecord.class, results.get(2));
    }

    @Test void bytesThatAreNoUtf8AreReplacedAndCounted() throws Exception {
        byte[] bytes = "{\"user\":\"m\u00f6\"}\n{\"user\":\"b\"}\n".getBytes(StandardCharsets.ISO_8859_1);
        try (JsonReader reader = JsonReader.open(Files.write(folder.resolve("latin"), bytes), JsonLimits.DEFAULT)) {
            DocumentRecord record = assertInstanceOf(DocumentRecord.class, reader.next().orElseThrow());
            assertEquals(Value.string("m\uFFFD"), record.fields().get("user"));
            assertInstanceOf(DocumentRecord.class, reader.next().orElseThrow());
            assertEquals(1, reader.repaired());
        }
    }

    @Test void utf16IsReadWithItsMarkAndRecordsAreFoundAgain() throws Exception {
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_8)) {
            Path file = Files.write(folder.resolve("utf16"), "\uFEFF{\"a\":\"\u00f6\uD83D\uDE00\"}\r\n{\"b\":2}\r\n".getBytes(charset));
            List<ReadResult> results = read(file, JsonLimits.DEFAULT);
            assertEquals(Value.string("\u00f6\uD83D\uDE00"), assertInstanceOf(DocumentRecord.class, results.get(0)).fields().get("a"));
            DocumentRecord second = assertInstanceOf(DocumentRecord.class, results.get(1));
            assertEquals("{\"b\":2}", JsonReader.rawAt(file, second.offset()));
        }
    }

    private void check(JsonNode spec) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), spec.get("text").asText());
        List<ReadResult> results = read(file, JsonLimits.DEFAULT);
        assertEquals(spec.get("results").size(), results.size(), results::toString);
        for (int i = 0; i < results.size(); i++) {
            JsonNode wanted = spec.get("results").get(i);
            switch (results.get(i)) {
                case Damaged damaged -> {
                    assertTrue(wanted.has("damaged"), damaged::toString);
                    assertEquals(wanted.get("damaged").asLong(), damaged.offset(), damaged::problem);
                }
                case DocumentRecord record -> check(wanted, record, file);
                default -> throw new AssertionError(results.get(i));
            }
        }
    }

    private static void check(JsonNode wanted, DocumentRecord record, Path file) throws Exception {
        assertEquals(wanted.get("record").asLong(), record.record());
        assertEquals(JSON.readTree(JsonReader.rawAt(file, record.offset())).getNodeType(), JsonNodeType.OBJECT);
        List<String> have = new ArrayList<>();
        record.fields().forEach((path, values) -> have.add(path + "=" + text(values)));
        List<String> want = new ArrayList<>();
        wanted.get("fields").forEach(field -> want.add(field.asText()));
        assertEquals(want, have);
    }

    /** A list in brackets, each value with the first letter of its kind. */
    private static String text(Values values) {
        if (values instanceof Value value) {
            return value.kind().name().charAt(0) + ":" + value.text();
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            texts.add(text(values.get(i)));
        }
        return texts.toString();
    }

    private static List<ReadResult> read(Path file, JsonLimits limits) throws Exception {
        List<ReadResult> results = new ArrayList<>();
        try (JsonReader reader = JsonReader.open(file, limits)) {
            for (Optional<ReadResult> next = reader.next(); next.isPresent(); next = reader.next()) {
                results.add(next.get());
            }
        }
        return results;
    }
}
