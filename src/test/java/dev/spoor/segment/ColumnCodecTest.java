package dev.spoor.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.event.Event;
import dev.spoor.event.Field;
import dev.spoor.event.FieldTable;
import dev.spoor.event.Origin;
import dev.spoor.event.Time;
import dev.spoor.event.Value;
import dev.spoor.event.Value.Kind;
import dev.spoor.event.ValueList;
import dev.spoor.event.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnCodecTest {
    private static final Field FIELD = Field.ecs("f");

    @ParameterizedTest @ValueSource(
            strings = {"0", "-1", "-0", "007", "1.0", "+1", "999999999999999999", "-99999999999999999", "1000000000000000000", "9223372036854775808", "", " 1",
                    "2024-05-01T10:00:00Z", "2024-05-01T10:00:00", "2024-05-01 10:00:00.123", "2024-05-01T10:00:00.123456700Z", "2024-02-30T10:00:00Z", "2024-05-01T24:00:00Z",
                    "2024-05-01T10:00:60Z", "2024-05-01T10:00:00.", "2024-05-01T10:00:00.Z", "1969-12-31T23:59:59Z", "9999-12-31T23:59:59.999999999Z", "2024-05-01t10:00:00z",
                    "2222-12-31T23:59:59.999999999Z", "2000-02-29 00:00:00", "2024-05-01T10:00:00+00:00", "2024-05-01T10:00:00.1234567890Z", "\uD83D", "x\uDE00\uD83D?", "\u0000"})
    void aTextIsGivenBackAsItWas(String text) throws SegmentFormatException {
        for (Kind kind : Kind.values()) {
            check(List.of(Optional.of(new Value(kind, text))));
            check(List.of(Optional.of(new Value(kind, text)), Optional.of(Value.string("2024-05-01T10:00:01Z")), Optional.of(Value.string("12"))));
        }
    }

    @Test void eachShapeOfValuesIsGivenBack() throws SegmentFormatException {
        Value x = Value.string("x");
        check(List.of(Optional.empty(), Optional.of(x), Optional.of(new ValueList(List.of(x))), Optional.of(new ValueList(List.of(x, x, Value.number(1)))),
                Optional.of(Value.json("[]")), Optional.empty()));
        check(List.of(Optional.empty()));
    }

    @Test void randomColumnsAreGivenBack() throws SegmentFormatException {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            check(randomValues(random, 1 + random.nextInt(300)));
        }
    }

    @Test void columnsWithManyDistinctValuesAreGivenBack() throws SegmentFormatException {
        List<Optional<Values>> values = new ArrayList<>();
        Random random = new Random(8);
        for (int i = 0; i < 70_000; i++) {
            values.add(Optional.of(Value.string("v" + random.nextInt(100_000))));
        }
        check(values);
    }

    @Test void equalColumnsGiveEqualBytes() {
        List<Optional<Values>> values = randomValues(new Random(9), 500);
        assertArrayEquals(ColumnCodec.encode(column(values)), ColumnCodec.encode(column(values)));
    }

    @Test void aDamagedColumnIsRecognised() {
        Random random = new Random(10);
        for (int round = 0; round < 3_000; round++) {
            List<Optional<Values>> values = randomValues(random, 1 + random.nextInt(200));
            byte[] bytes = ColumnCodec.encode(column(values));
            flip(bytes, random, 0);
            assertThrows(SegmentFormatException.class, () -> ColumnCodec.decode(bytes, values.size()));
        }
    }

    @Test void aColumnMadeToDeceiveGivesAProblemOrAColumnButNeverAnotherFailure() {
        Random random = new Random(11);
        int refused = 0;
        for (int round = 0; round < 10_000; round++) {
            List<Optional<Values>> values = randomValues(random, 1 + random.nextInt(30));
            byte[] bytes = ColumnCodec.encode(column(values));
            flip(bytes, random, 6);
            rightChecksum(bytes);
            try {
                Column column = ColumnCodec.decode(bytes, values.size());
                for (int event = 0; event < values.size(); event++) {
                    column.values(event);
                }
            } catch (SegmentFormatException e) {
                refused++;
            }
        }
        assertTrue(refused > 1_000, refused + " were refused");
    }

    @Test void aColumnOfAnotherSegmentIsRecognised() {
        byte[] bytes = ColumnCodec.encode(column(randomValues(new Random(12), 20)));
        assertThrows(SegmentFormatException.class, () -> ColumnCodec.decode(bytes, 21));
        assertThrows(SegmentFormatException.class, () -> OriginCodec.decode(bytes));
    }

    @Test void timesAndOriginsAreGivenBack() throws SegmentFormatException {
        Provenance.Builder builder = new Provenance.Builder();
        Random random = new Random(13);
        for (int i = 0; i < 1_000; i++) {
            long time = random.nextInt(10) == 0 ? Time.NONE : random.nextLong();
            builder.add(time, new Origin(random.nextInt(5), random.nextBoolean() ? "" : "logs/\u00E4.evtx", random.nextLong(), random.nextInt(3) - 1L));
        }
        Provenance before = builder.build();
        byte[] bytes = OriginCodec.encode(before);
        Provenance after = OriginCodec.decode(bytes);
        for (int i = 0; i < before.size(); i++) {
            assertEquals(before.time(i), after.time(i));
            assertEquals(before.origin(i), after.origin(i));
        }
        flip(bytes, random, 0);
        assertThrows(SegmentFormatException.class, () -> OriginCodec.decode(bytes));
    }

    private static void check(List<Optional<Values>> values) throws SegmentFormatException {
        Column column = column(values);
        byte[] bytes = ColumnCodec.encode(column);
        Column again = ColumnCodec.decode(bytes, values.size());
        for (int event = 0; event < values.size(); event++) {
            assertEquals(values.get(event), column.values(event));
            assertEquals(values.get(event), again.values(event));
            assertEquals(values.get(event).filter(v -> !(v instanceof Value)).isPresent(), again.list(event));
        }
        assertEquals(column.present(), again.present());
        assertArrayEquals(bytes, ColumnCodec.encode(again));
    }

    private static Column column(List<Optional<Values>> values) {
        FieldTable fields = new FieldTable();
        SegmentBuilder builder = new SegmentBuilder(fields, "test", new SegmentLimits(100_000, 1L << 30));
        for (Optional<Values> held : values) {
            Event event = new Event(fields, new Origin(1, "", 1, -1));
            held.ifPresent(value -> event.put(FIELD, value));
            builder.add(event);
        }
        return builder.build().column(FIELD).orElseGet(() -> new ColumnBuilder().build(values.size(), new TextPacker()));
    }

    private static List<Optional<Values>> randomValues(Random random, int events) {
        int style = random.nextInt(5);
        int variety = 1 + random.nextInt(random.nextBoolean() ? 3 : 1_000);
        boolean full = random.nextBoolean();
        List<Optional<Values>> values = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            if (!full && random.nextInt(3) == 0) {
                values.add(Optional.empty());
            } else if (style == 4 && random.nextBoolean()) {
                int n = variety;
                values.add(Optional.of(new ValueList(random.ints(1 + random.nextInt(4)).mapToObj(x -> value(x & 3, random, n)).toList())));
            } else {
                values.add(Optional.of(value(style, random, variety)));
            }
        }
        return values;
    }

    private static Value value(int style, Random random, int variety) {
        int n = random.nextInt(variety);
        return switch (style) {
            case 0 -> Value.number(n * 7L - 50);
            case 1 -> Value.string(Time.iso(17_000_000_000_000_000L + n * 10_000L));
            case 2 -> Value.string("C:\\Windows\\System32\\program" + n + ".exe \u00E4\uD83D\uDE00".substring(0, random.nextInt(3)));
            default -> random.nextInt(20) == 0 ? Value.json("null") : Value.string("text " + n);
        };
    }

    private static void flip(byte[] bytes, Random random, int from) {
        bytes[from + random.nextInt(bytes.length - from)] ^= (byte) (1 + random.nextInt(255));
    }

    private static void rightChecksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 6, bytes.length - 6);
        for (int i = 0; i < 4; i++) {
            bytes[2 + i] = (byte) (crc.getValue() >>> 24 - 8 * i);
        }
    }
}
