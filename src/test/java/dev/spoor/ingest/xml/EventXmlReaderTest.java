package dev.spoor.ingest.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spoor.ingest.Damaged;
import dev.spoor.ingest.DocumentRecord;
import dev.spoor.ingest.EventXml;
import dev.spoor.ingest.IngestException;
import dev.spoor.ingest.ReadResult;
import dev.spoor.ingest.ShapedRecord;
import dev.spoor.ingest.WindowsRecord;
import dev.spoor.ingest.WindowsRecord.DataItem;
import dev.spoor.ingest.WindowsRecord.Element;
import dev.spoor.ingest.WindowsRecord.SystemData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases are in cases.json: a file's text and what is read from it. */
class EventXmlReaderTest {
    @TempDir Path folder;

    static Stream<Arguments> cases() throws IOException {
        try (InputStream in = EventXmlReaderTest.class.getResourceAsStream("cases.json")) {
            List<Arguments> all = new ArrayList<>();
            for (JsonNode node : new ObjectMapper().readTree(in)) {
                List<String> expected = new ArrayList<>();
                node.get("read").forEach(line -> expected.add(line.asText()));
                all.add(Arguments.of(node.get("case").asText(), node.path("charset").asText("UTF-8"), node.get("text").asText(), expected));
            }
            return all.stream();
        }
    }

    @ParameterizedTest(name = "{0}") @MethodSource("cases")
    void reads(String name, String charset, String text, List<String> expected) throws Exception {
        byte[] file = text.getBytes(Charset.forName(charset));
        List<String> found = read(file).stream().map(EventXmlReaderTest::line).toList();
        assertEquals(expected.size(), found.size(), found.toString());
        for (int i = 0; i < expected.size(); i++) {
            assertTrue(found.get(i).startsWith(expected.get(i)), found.get(i) + " begins with " + expected.get(i));
        }
    }

    private static String line(ReadResult result) {
        return switch (result) {
            case WindowsRecord record -> record.record() + " " + record.system().eventId().orElse("-") + " "
                    + record.eventData().stream().map(item -> item.name().orElse("-") + '=' + item.value()).toList()
                    + record.sections().stream().map(Element::name).toList();
            case Damaged damaged -> "damaged " + damaged.offset() + " " + damaged.problem();
            case ShapedRecord _, DocumentRecord _ -> throw new AssertionError();
        };
    }

    private static List<ReadResult> read(byte[] file) throws IOException, IngestException {
        List<ReadResult> results = new ArrayList<>();
        try (EventXmlReader reader = EventXmlReader.open(Channels.newChannel(new ByteArrayInputStream(file)), new EventXmlLimits(200_000, 64))) {
            for (Optional<ReadResult> next = reader.next(); next.isPresent(); next = reader.next()) {
                results.add(next.get());
            }
        }
        return results;
    }

    private static WindowsRecord record(long number, String hostile) {
        Optional<String> none = Optional.empty();
        var system = new SystemData(Optional.of("Press Feeder"), none, none, Optional.of("7"), Optional.of("1"), Optional.of("0"), Optional.of("4"),
                Optional.of("0"), Optional.of("0"), Optional.of("0x80000000000000"), Optional.of("2026-03-02T08:00:00.1234567Z"), none, none,
                Optional.of("4"), Optional.of("8"), Optional.of("Application"), Optional.of("wks-114.nwf.example"), Optional.of("S-1-5-18"));
        var deep = new Element("Request", List.of(new WindowsRecord.Attribute("a", hostile)), Optional.empty(),
                List.of(new Element("Leaf", List.of(), Optional.of(hostile), List.of())));
        return new WindowsRecord(number, number, 0, system, List.of(new DataItem(Optional.of("Name"), hostile, Optional.empty()),
                new DataItem(none, "", Optional.empty()), new DataItem(Optional.of("#Binary"), "4D5A", Optional.empty()),
                new DataItem(Optional.of("#Request"), "", Optional.of(deep))),
                List.of(new Element("UserData", List.of(), Optional.empty(), List.of(deep))), false);
    }

    @Test void readsWhatEventXmlWrites() throws Exception {
        WindowsRecord record = record(4711, "a<b>&amp;\"c'\r\n\t ]]> é 起 🦌</Event>");
        assertEquals(List.of(record), read(EventXml.of(record).getBytes(StandardCharsets.UTF_8)));
    }

    @Test void writesForbiddenCharactersAsReplacement() throws Exception {
        String xml = EventXml.of(record(1, "a\u0000b\u0008c\ud800d"));
        assertTrue(xml.contains("a\uFFFDb\uFFFDc\uFFFDd"), xml);
        assertInstanceOf(WindowsRecord.class, read(xml.getBytes(StandardCharsets.UTF_8)).getFirst());
    }

    @Test void readsOneEventAgainByItsOffset() throws Exception {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            StringBuilder text = new StringBuilder("\uFEFF<Events>\n");
            for (int i = 1; i <= 300; i++) {
                text.append(EventXml.of(record(i, "ż" + i)));
            }
            Path file = Files.write(folder.resolve("log.xml"), text.append("</Events>").toString().getBytes(charset));
            List<ReadResult> all = read(Files.readAllBytes(file));
            assertEquals(300, all.size());
            for (ReadResult result : all.subList(290, 300)) {
                WindowsRecord record = assertInstanceOf(WindowsRecord.class, result);
                assertEquals(record, EventXmlReader.readAt(file, record.offset()));
            }
            assertInstanceOf(Damaged.class, EventXmlReader.readAt(file, 4));
            assertInstanceOf(Damaged.class, EventXmlReader.readAt(file, 1L << 40));
        }
    }

    @Test void refusesAnEventThatIsTooLongAndReadsOn() throws Exception {
        String text = EventXml.of(record(1, "x".repeat(300_000))) + EventXml.of(record(2, "y"));
        List<ReadResult> results = read(text.getBytes(StandardCharsets.UTF_8));
        assertTrue(line(results.getFirst()).startsWith("damaged 0 an event of more than 200000 bytes"));
        assertTrue(line(results.getLast()).startsWith("2 7"));
    }

    @Test void neverFailsNorHangsOnFlippedBytes() throws Exception {
        byte[] file = ("<Events>" + EventXml.of(record(1, "a<b")) + EventXml.of(record(2, "y")) + "</Events>").getBytes(StandardCharsets.UTF_8);
        Random random = new Random(20_260_302);
        for (int round = 0; round < 2_000; round++) {
            byte[] broken = file.clone();
            for (int i = random.nextInt(8); i >= 0; i--) {
                broken[random.nextInt(broken.length)] = (byte) (random.nextBoolean() ? random.nextInt(256) : "<>&\"'/![]-?".charAt(random.nextInt(11)));
            }
            assertTrue(read(broken).size() < 20);
        }
    }

    @Test void takesTimeInProportionToAFileOfOpenTags() throws Exception {
        byte[] file = "<Event ><!--<![CDATA[".repeat(50_000).getBytes(StandardCharsets.UTF_8);
        assertFalse(read(file).isEmpty());
        assertFalse(read("<Event><System>".repeat(50_000).getBytes(StandardCharsets.UTF_8)).isEmpty());
    }

    @Test void knowsEventXmlByItsFirstBytes() {
        assertTrue(EventXmlReader.recognises("<Event xmlns='urn:x'>".getBytes(StandardCharsets.UTF_8)));
        assertTrue(EventXmlReader.recognises("\uFEFF<?xml version=\"1.0\"?>\r\n<Events>".getBytes(StandardCharsets.UTF_16LE)));
        assertFalse(EventXmlReader.recognises("{\"a\":\"<Event>\"}".getBytes(StandardCharsets.UTF_8)));
        assertFalse(EventXmlReader.recognises("<Eventual>".getBytes(StandardCharsets.UTF_8)));
        assertFalse(EventXmlReader.recognises(new byte[0]));
    }
}
