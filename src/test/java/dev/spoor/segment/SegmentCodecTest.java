package dev.spoor.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.event.Event;
import dev.spoor.event.Field;
import dev.spoor.event.FieldTable;
import dev.spoor.event.Origin;
import dev.spoor.event.Value;
import dev.spoor.event.ValueList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Columns that are stored by their likeness to others. */
class SegmentCodecTest {
    private static final int EVENTS = 6_000;
    private static final Field HASHES = Field.source("Hashes");
    private static final Field RELATED = Field.ecs("related.hash");
    private static final Field MESSAGE = Field.ecs("message");

    @Test void eachColumnComesBackAsItWas() throws SegmentFormatException {
        for (int seed = 0; seed < 3; seed++) {
            Segment segment = segment(seed);
            Map<Field, byte[]> stored = stored(segment);
            for (Field field : segment.fields()) {
                Column built = segment.column(field).orElseThrow();
                Column read = ColumnCodec.decode(stored.get(field), EVENTS, stored::get);
                assertEquals(built.occupied(), read.occupied());
                for (int event = 0; event < EVENTS; event++) {
                    assertEquals(built.values(event), read.values(event), field.path());
                }
                assertArrayEquals(ColumnCodec.encode(built), ColumnCodec.encode(read), field.path());
            }
        }
    }

    @Test void whatResemblesABiggerColumnIsSmall() {
        Segment segment = segment(1);
        Map<Field, byte[]> stored = stored(segment);
        for (Field field : List.of(RELATED, Field.ecs("registry.key"), Field.ecs("upper"), MESSAGE)) {
            int alone = ColumnCodec.encode(segment.column(field).orElseThrow()).length;
            assertTrue(stored.get(field).length < alone * 3 / 4, field.path() + ": " + stored.get(field).length + " of " + alone);
        }
    }

    @Test void theSameSegmentGivesTheSameBytes() {
        List<byte[]> first = SegmentCodec.encode(segment(2));
        List<byte[]> second = SegmentCodec.encode(segment(2));
        for (int i = 0; i < first.size(); i++) {
            assertArrayEquals(first.get(i), second.get(i));
        }
    }

    @Test void aColumnWithoutTheOneItResemblesIsDamaged() {
        Map<Field, byte[]> stored = stored(segment(1));
        assertThrows(SegmentFormatException.class, () -> ColumnCodec.decode(stored.get(RELATED), EVENTS));
        assertThrows(SegmentFormatException.class, () -> ColumnCodec.decode(stored.get(RELATED), EVENTS, field -> stored.get(RELATED)));
        assertThrows(SegmentFormatException.class, () -> ColumnCodec.decode(stored.get(RELATED), EVENTS, field -> new byte[0]));
    }

    @Test void damagedBytesAreRecognised() {
        Map<Field, byte[]> stored = stored(segment(1));
        Random random = new Random(4);
        for (int round = 0; round < 500; round++) {
            byte[] bytes = stored.get(RELATED).clone();
            int place = random.nextInt(bytes.length);
            bytes[place] ^= (byte) (1 << random.nextInt(8));
            assertThrows(SegmentFormatException.class, () -> ColumnCodec.decode(bytes, EVENTS, field -> {
                if (!stored.containsKey(field)) {
                    throw new SegmentFormatException("no such field");
                }
                return stored.get(field);
            }), "byte " + place);
        }
    }

    private static Map<Field, byte[]> stored(Segment segment) {
        Map<Field, byte[]> stored = new HashMap<>();
        List<byte[]> encoded = SegmentCodec.encode(segment);
        for (int i = 0; i < encoded.size(); i++) {
            stored.put(segment.fields().get(i), encoded.get(i));
        }
        return stored;
    }

    private static Segment segment(int seed) {
        FieldTable fields = new FieldTable();
        SegmentBuilder builder = new SegmentBuilder(fields, "test", SegmentLimits.DEFAULT);
        Random random = new Random(seed);
        for (int i = 0; i < EVENTS; i++) {
            Event event = new Event(fields, new Origin(1, "", i, i));
            if (random.nextInt(4) > 0) {
                String sha256 = hex(random, 64);
                String md5 = hex(random, 32);
                event.put(HASHES, Value.string(("MD5=" + md5 + ",SHA256=" + sha256).toUpperCase(Locale.ROOT)));
                event.put(RELATED, new ValueList(List.of(Value.string(md5), Value.string(sha256))));
                event.put(Field.ecs("upper"), Value.string(sha256.toUpperCase(Locale.ROOT)));
                event.put(MESSAGE, Value.string("Image loaded:\r\nHashes: " + event.get(HASHES).orElseThrow().first().text() + "\r\nUser: NWF\\anna"
                        + " and some more text that makes the message of this event a long one, as messages are, with the number " + i + " in it\r\n"));
            } else {
                String path = "HKLM\\Software\\Northwind\\" + hex(random, 12) + "\\v\u00e4lue" + random.nextInt(100);
                event.put(Field.ecs("registry.path"), Value.string(path));
                event.put(Field.ecs("registry.key"), Value.string(path.substring(0, path.lastIndexOf('\\'))));
            }
            event.put(Field.ecs("process.pid"), Value.number(random.nextInt(5_000)));
            builder.add(event);
        }
        return builder.build();
    }

    private static String hex(Random random, int digits) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < digits; i++) {
            out.append(Character.forDigit(random.nextInt(16), 16));
        }
        return out.toString();
    }
}
