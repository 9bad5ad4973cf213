package dev.spoor.store;

import dev.spoor.event.Event;
import dev.spoor.event.Field;
import dev.spoor.event.FieldTable;
import dev.spoor.event.Origin;
import dev.spoor.event.Time;
import dev.spoor.event.Value;
import dev.spoor.segment.Segment;
import dev.spoor.segment.SegmentBuilder;
import dev.spoor.segment.SegmentLimits;

/** Invented segments: the nth event of a source has record n, and its fields tell both. */
final class Events {
    static final Field HOST = Field.ecs("host.name");
    static final Field COMPUTER = Field.source("System.Computer");
    static final Field RECORD = Field.ecs("event.sequence");
    static final Field RARE = Field.ecs("user.name");

    private Events() {}

    static Segment segment(int source, int firstRecord, int events) {
        FieldTable fields = new FieldTable();
        SegmentBuilder builder = new SegmentBuilder(fields, "windows", SegmentLimits.DEFAULT);
        for (int record = firstRecord; record < firstRecord + events; record++) {
            builder.add(event(fields, source, record));
        }
        return builder.build();
    }

    static Event event(FieldTable fields, int source, int record) {
        Event event = new Event(fields, new Origin(source, "", record, record * 512L));
        event.time(record % 10 == 0 ? Time.NONE : 1_000L * record);
        event.put(HOST, Value.string("a rather long name of the host wks-" + record % 7));
        event.put(COMPUTER, Value.string("a rather long name of the host wks-" + record % 7));
        event.put(RECORD, Value.number(record));
        if (record == 3) {
            event.put(RARE, Value.string("ann"));
        }
        return event;
    }
}
