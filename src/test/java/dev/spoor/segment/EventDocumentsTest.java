package dev.spoor.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.spoor.event.Event;
import dev.spoor.event.Field;
import dev.spoor.event.FieldTable;
import dev.spoor.event.Origin;
import dev.spoor.event.Value;
import dev.spoor.exec.Documents;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventDocumentsTest {
    @ParameterizedTest @MethodSource("lines")
    void aDocumentIsWrittenAsItWas(String line) {
        String[] sides = line.split(" => ", 2);
        Segment segment = Documents.segment(List.of(sides[0]));
        assertEquals(sides[sides.length - 1], EventDocuments.ecs(new EventRow(segment, 0)).toString());
    }

    @Test void sourceNamesOfAFlatDocumentStandBesideTheEcsNamesUnlessTheyCollide() {
        Event event = event();
        event.put(Field.ecs("event.code"), Value.string("1"));
        event.put(Field.ecs("Image"), Value.string("ecs"));
        event.put(Field.source("EventID"), Value.number(1));
        event.put(Field.source("Image"), Value.string("source"));
        event.put(Field.source("event"), Value.string("collides with the object"));
        assertEquals("{\"EventID\":1,\"Image\":\"ecs\",\"event\":{\"code\":\"1\"}}", document(event));
    }

    @Test void sourceNamesOfAWindowsRecordAreLeftOut() {
        Event event = event();
        event.put(Field.ecs("event.code"), Value.string("1"));
        event.put(Field.source("System.EventID"), Value.number(1));
        event.put(Field.source("EventData.Image"), Value.string("x"));
        assertEquals("{\"event\":{\"code\":\"1\"}}", document(event));
    }

    @Test void aPathOfVeryManyPartsStaysOneName() {
        String path = "a.".repeat(100_000) + "a";
        Event event = event();
        event.put(Field.ecs(path), Value.bool(true));
        assertEquals("{\"" + path + "\":true}", document(event));
    }

    static Stream<String> lines() throws IOException {
        try (InputStream in = EventDocumentsTest.class.getResourceAsStream("documents.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList().stream();
        }
    }

    private static Event event() {
        return new Event(new FieldTable(), new Origin(1, "", 1, -1));
    }

    private static String document(Event event) {
        SegmentBuilder builder = new SegmentBuilder(event.fields(), "test", SegmentLimits.DEFAULT);
        builder.add(event);
        return EventDocuments.ecs(new EventRow(builder.build(), 0)).toString();
    }
}
