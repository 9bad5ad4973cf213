package dev.spoor.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.event.Event;
import dev.spoor.event.Field;
import dev.spoor.event.FieldTable;
import dev.spoor.event.Origin;
import dev.spoor.event.Value;
import dev.spoor.query.expr.Glob;
import dev.spoor.query.expr.ValueTest;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.Column;
import dev.spoor.segment.ColumnCodec;
import dev.spoor.segment.Segment;
import dev.spoor.segment.SegmentBuilder;
import dev.spoor.segment.SegmentFormatException;
import dev.spoor.segment.SegmentLimits;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Columns with much text, which are stored in frames. */
class FramedTextsTest {
    private static final Field MESSAGE = Field.ecs("message");
    private static final int EVENTS = 6_000;

    @Test void aSearchInFramesFindsWhatASearchInAllTextsFinds() throws Exception {
        Column built = column();
        byte[] bytes = ColumnCodec.encode(built);
        for (String sought : List.of("WKS-0042", "image: c:\\win", "\u00e4", "STRA\u017fE", "stra\u00dfe", "kelvin \u212A", "nowhere at all", "\n", "x", "Number 17\r\nuser",
                "o 5999 e")) {
            for (boolean ignoreCase : List.of(true, false)) {
                Column stored = ColumnCodec.decode(bytes, EVENTS);
                assertTrue(stored.dictionary().packed() || stored.dictionary().lines() != null);
                String literal = ignoreCase ? CaseFolding.fold(sought) : sought;
                ValueTest test = new ValueTest.Like(new Glob(List.of(Glob.Wildcard.ANY, new Glob.Literal(sought), Glob.Wildcard.ANY)), ignoreCase);
                Bitmap expected = new Bitmap(built.distinct());
                for (int code = 0; code < built.distinct(); code++) {
                    String text = built.value(code).text();
                    if ((ignoreCase ? CaseFolding.fold(text) : text).contains(literal)) {
                        expected.set(code);
                    }
                }
                CompiledTest compiled = new TestCompiler().compile(test);
                assertEquals(expected, compiled.passing(stored.dictionary()), sought);

                for (int code = 0; code < stored.distinct(); code += 97) {
                    assertEquals(expected.get(code), compiled.passes(stored.dictionary(), code), sought);
                }
            }
        }
    }

    @Test void textsComeBackFromFrames() throws Exception {
        Column built = column();
        Column stored = ColumnCodec.decode(ColumnCodec.encode(built), EVENTS);
        for (int event = EVENTS - 1; event >= 0; event -= 7) {
            assertEquals(built.values(event), stored.values(event));
        }
        assertEquals(new String(built.dictionary().arena()), new String(stored.dictionary().arena()));
        assertEquals(built.dictionary().beyondAscii(), ColumnCodec.decode(ColumnCodec.encode(built), EVENTS).dictionary().beyondAscii());
    }

    @Test void aDamagedFrameIsToldWhenItIsNeeded() throws Exception {
        byte[] bytes = ColumnCodec.encode(column());
        bytes[bytes.length / 2] ^= 4;
        Column stored = ColumnCodec.decode(bytes, EVENTS);
        assertTrue(assertThrows(UncheckedIOException.class, () -> stored.dictionary().arena()).getMessage().contains("damaged"));
    }

    @Test void damageOfWhichTextHasWhichLinesIsTold() throws Exception {
        byte[] bytes = ColumnCodec.encode(column());
        bytes[bytes.length - 20] ^= 4;
        assertTrue(assertThrows(SegmentFormatException.class, () -> ColumnCodec.decode(bytes, EVENTS)).getMessage().contains("lines"));
    }

    @Test void testsThatAreDecidedTogetherFindInLinesWhatTheyFindAlone() throws Exception {
        Column stored = ColumnCodec.decode(ColumnCodec.encode(column()), EVENTS);
        assertTrue(stored.dictionary().lines() != null);
        List<ValueTest> asked = List.of(like("*WKS-0042*"), like("number 17*"), like("*image: c:\\win*7?.exe*"), like("*5999 ends"), like("*kelvin k*"), like("*stra\u017fe*"),
                like("Number 12\r\nuser*"), like("*NWF\\u7*"));
        List<CompiledTest> tests = asked.stream().map(test -> new TestCompiler().compile(test)).filter(TestSet::takes).toList();
        assertTrue(tests.size() >= 5);
        TestSet set = new TestSet(tests);
        Bitmap some = new Bitmap(stored.distinct());
        for (int code = 0; code < stored.distinct(); code += 3) {
            some.set(code);
        }
        for (int test = 0; test < tests.size(); test++) {
            Bitmap expected = new Bitmap(stored.distinct());
            for (int code = 0; code < stored.distinct(); code++) {
                if (tests.get(test).passes(stored.value(code))) {
                    expected.set(code);
                }
            }
            assertEquals(expected, set.decide(stored.dictionary()).codes(test, stored.distinct()));
            expected.and(some);
            assertEquals(expected, set.decide(stored.dictionary(), some).codes(test, stored.distinct()));
        }
    }

    private static ValueTest like(String pattern) {
        List<Glob.Piece> parts = new ArrayList<>();
        for (String piece : pattern.split("(?=[*?])|(?<=[*?])")) {
            parts.add(piece.equals("*") ? Glob.Wildcard.ANY : piece.equals("?") ? Glob.Wildcard.ONE : new Glob.Literal(piece));
        }
        return new ValueTest.Like(new Glob(parts), true);
    }

    private static Column column() {
        FieldTable fields = new FieldTable();
        SegmentBuilder builder = new SegmentBuilder(fields, "test", new SegmentLimits(EVENTS + 1, 1L << 30));
        Random random = new Random(3);
        for (int i = 0; i < EVENTS; i++) {
            Event event = new Event(fields, new Origin(1, "", i, -1));
            event.put(MESSAGE, Value.string("Number " + i + "\r\nUser: NWF\\u" + random.nextInt(100) + "\r\nImage: C:\\Windows\\System32\\" + Long.toHexString(random.nextLong())
                    + ".exe\r\nComputer: wks-" + String.format("%04d", random.nextInt(10_000)) + (i == 4_321 ? "\r\n\u00c4 Stra\u00dfe" : i == 77 ? "\r\nKelvin \u212A" : "")
                    + "\r\nDetails: " + "nothing much happened here, as on most days ".repeat(3) + "\r\nNo " + i + " ends"));
            builder.add(event);
        }
        Segment segment = builder.build();
        return segment.column(MESSAGE).orElseThrow();
    }
}
