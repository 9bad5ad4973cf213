package dev.spoor.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.spoor.event.EventBatch;
import dev.spoor.event.Field;
import dev.spoor.event.FieldTable;
import dev.spoor.event.Origin;
import dev.spoor.event.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowersTest {
    private static final int BATCH = 16;
    private static final int EVENTS = 64;
    private final FieldTable fields = new FieldTable();
    private final int name = fields.number(Field.source("Name"));
    private final int copy = fields.number(Field.ecs("name"));
    private final int other = fields.number(Field.ecs("other"));

    /** How the copy differs from the name from an event on: never, by another text, by an equal text, by nothing, or by a value where the name has none. */
    @ParameterizedTest @ValueSource(strings = {"never", "other", "equal", "missing", "more"})
    void aSegmentOfABuilderThatWasUsedBeforeIsThatOfANewOne(String difference) {
        for (int from : List.of(0, 1, BATCH, 3 * BATCH - 1, EVENTS - 1)) {
            SegmentBuilder used = builder();
            fill(used, "never", 0);
            used.build();
            used.clear();
            fill(used, difference, from);
            SegmentBuilder fresh = builder();
            fill(fresh, difference, from);
            same(fresh.build(), used.build());
            used.clear();
            fill(used, "never", 0);
            SegmentBuilder plain = builder();
            fill(plain, "never", 0);
            same(plain.build(), used.build());
        }
    }

    @Test void whatFollowsCountsAsText() {
        SegmentBuilder used = new SegmentBuilder(fields, "d", new SegmentLimits(1_000, 4L * EVENTS));
        fill(used, "never", 0);
        used.clear();
        assertEquals(false, used.full());
        fill(used, "never", 0);
        SegmentBuilder fresh = new SegmentBuilder(fields, "d", new SegmentLimits(1_000, 4L * EVENTS));
        fill(fresh, "never", 0);
        assertEquals(fresh.full(), used.full());
    }

    private SegmentBuilder builder() {
        return new SegmentBuilder(fields, "d", SegmentLimits.DEFAULT);
    }

    private void fill(SegmentBuilder builder, String difference, int from) {
        EventBatch batch = new EventBatch(fields, BATCH);
        for (int event = 0; event < EVENTS; event++) {
            int slot = batch.begin(new Origin(1, "", event + 1, event));
            boolean differs = event >= from && !difference.equals("never");
            Value value = Value.string("n" + event % 9);
            Value copied = !differs ? value : switch (difference) {
                case "other" -> Value.string("other");
                case "missing" -> null;
                default -> Value.string(value.text());
            };
            boolean nameless = differs && difference.equals("more");
            batch.put(slot, name, nameless ? null : value);
            batch.put(slot, copy, copied);
            batch.put(slot, other, event % 3 == 0 ? value : null);
            if (batch.full()) {
                builder.add(batch, 0, BATCH / 2);
                builder.add(batch, BATCH / 2, BATCH);
                batch.clear();
            }
        }
    }

    private static void same(Segment expected, Segment found) {
        assertEquals(expected.fields(), found.fields());
        List<byte[]> one = SegmentCodec.encode(expected);
        List<byte[]> two = SegmentCodec.encode(found);
        for (int i = 0; i < one.size(); i++) {
            assertArrayEquals(one.get(i), two.get(i), expected.fields().get(i).path());
        }
    }
}
