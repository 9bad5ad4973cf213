package dev.spoor.exec;

import dev.spoor.event.Event;
import dev.spoor.event.FieldTable;
import dev.spoor.event.Origin;
import dev.spoor.segment.JsonTexts;
import dev.spoor.segment.Segment;
import dev.spoor.segment.SegmentBuilder;
import dev.spoor.segment.SegmentLimits;
import java.util.List;

/** Makes segments of JSON documents, for tests of other packages too. */
public final class Documents {
    private Documents() {}

    /** A segment of the ECS view of documents, one event each. */
    public static Segment segment(List<String> documents) {
        FieldTable fields = new FieldTable();
        SegmentBuilder builder = new SegmentBuilder(fields, "test", SegmentLimits.DEFAULT);
        for (String document : documents) {
            Event event = new Event(fields, new Origin(1, "", builder.size() + 1, -1));
            new JsonFields(event).addMembers("", JsonTexts.parse(document).orElseThrow());
            builder.add(event);
        }
        return builder.build();
    }
}
