package dev.spoor.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.event.Event;
import dev.spoor.event.Field;
import dev.spoor.event.FieldTable;
import dev.spoor.event.Origin;
import dev.spoor.event.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SegmentTest {
    private static final Field NAME = Field.ecs("process.name");
    private static final Field IMAGE = Field.source("EventData.Image");
    private final FieldTable fields = new FieldTable();

    @Test void eventsKeepTheirOrderTimeAndOrigin() {
        SegmentBuilder builder = builder(SegmentLimits.DEFAULT);
        for (int i = 0; i < 200; i++) {
            Event event = new Event(fields, new Origin(i % 3, i % 2 == 0 ? "" : "a.evtx", i * 7L, i * 100L));
            event.time(i * 1_000L);
            builder.add(event);
        }
        Segment segment = builder.build();
        assertEquals(200, segment.size());
        assertEquals(new Origin(1, "a.evtx", 49, 700), segment.origin(7));
        assertEquals(199_000L, segment.time(199));
        assertEquals(List.of(), segment.fields());
    }

    @Test void fieldsAreSortedByViewAndPath() {
        SegmentBuilder builder = builder(SegmentLimits.DEFAULT);
        builder.add(event(IMAGE, Value.string("x")));
        builder.add(event(NAME, Value.string("y")));
        builder.add(event(Field.ecs("event.code"), Value.string("1")));
        assertEquals(List.of(Field.ecs("event.code"), NAME, IMAGE), builder.build().fields());
    }

    @Test void aSegmentIsFullByEventsOrByDistinctText() {
        SegmentBuilder byEvents = builder(new SegmentLimits(2, 1_000));
        byEvents.add(event(NAME, Value.string("x")));
        assertFalse(byEvents.full());
        byEvents.add(event(NAME, Value.string("x")));
        assertTrue(byEvents.full());
        SegmentBuilder byText = builder(new SegmentLimits(100, 10));
        byText.add(event(NAME, Value.string("123456789")));
        byText.add(event(NAME, Value.string("123456789")));
        assertFalse(byText.full());
        byText.add(event(NAME, Value.string("1")));
        assertTrue(byText.full());
    }

    @Test void aColumnIsLoadedOnceAndOnlyIfTheSegmentHasTheField() {
        List<Field> loads = new ArrayList<>();
        Provenance.Builder provenance = new Provenance.Builder();
        provenance.add(0, new Origin(0, "", 1, -1));
        Segment segment = new Segment("test", List.of(NAME), field -> {
            loads.add(field);
            return Optional.of(new ColumnBuilder().build(1, new TextPacker()));
        }, provenance.build());
        segment.column(NAME);
        segment.column(NAME);
        segment.column(IMAGE);
        assertEquals(List.of(NAME), loads);
    }

    @Test void theFirstCandidateWithAValueStands() {
        SegmentBuilder builder = builder(SegmentLimits.DEFAULT);
        Event both = event(NAME, Value.string("ecs"));
        both.put(IMAGE, Value.string("source"));
        Event none = event(NAME, Value.json("null"));
        none.put(IMAGE, Value.string("source"));
        builder.add(both);
        builder.add(none);
        Segment segment = builder.build();
        assertEquals(Optional.of(Value.string("ecs")), new EventRow(segment, 0).get(List.of(NAME, IMAGE)));
        assertEquals(Optional.of(Value.string("source")), new EventRow(segment, 1).get(List.of(NAME, IMAGE)));
        assertEquals(Optional.of(Value.json("null")), new EventRow(segment, 1).get(NAME));
    }

    private SegmentBuilder builder(SegmentLimits limits) {
        return new SegmentBuilder(fields, "test", limits);
    }

    private Event event(Field field, Value value) {
        Event event = new Event(fields, new Origin(1, "", 1, -1));
        event.put(field, value);
        return event;
    }
}
