package dev.spoor.bench;

import dev.spoor.detect.predicates.SegmentAnswers;
import dev.spoor.detect.predicates.SharedConditions;
import dev.spoor.ecs.FieldType;
import dev.spoor.ecs.FieldTypes;
import dev.spoor.event.Event;
import dev.spoor.event.Field;
import dev.spoor.event.FieldTable;
import dev.spoor.event.Origin;
import dev.spoor.event.Time;
import dev.spoor.event.Value;
import dev.spoor.exec.ConditionMatcher;
import dev.spoor.exec.TestCompiler;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.query.expr.Glob;
import dev.spoor.query.expr.ValueTest;
import dev.spoor.segment.Column;
import dev.spoor.segment.ColumnCodec;
import dev.spoor.segment.OriginCodec;
import dev.spoor.segment.Segment;
import dev.spoor.segment.SegmentBuilder;
import dev.spoor.segment.SegmentFormatException;
import dev.spoor.segment.SegmentLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Builds, encodes, decodes and searches segments of invented Windows events, and prints what it costs. */
public final class SegmentBench {
    private static final FieldTypes TYPES = new FieldTypes() {
        @Override public FieldType type(String path) {
            return FieldType.KEYWORD;
        }

        @Override public Optional<String> nullValue(String path) {
            return Optional.empty();
        }

        @Override public Set<String> paths() {
            return Set.of();
        }

        @Override public Optional<String> nestedParent(String path) {
            return Optional.empty();
        }
    };
    private final Random random = new Random(1);
    private final FieldTable fields = new FieldTable();

    private SegmentBench() {}

    /** Runs three rounds; the first is cold. The argument is the number of events, 200,000 if missing. */
    public static void main(String[] arguments) throws SegmentFormatException {
        int events = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
        for (int round = 0; round < 3; round++) {
            new SegmentBench().run(events);
        }
    }

    private void run(int count) throws SegmentFormatException {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(event(i));
        }
        long start = System.nanoTime();
        List<Segment> segments = build(events);
        report("build", start, count, "events/s");
        start = System.nanoTime();
        List<List<byte[]>> stored = new ArrayList<>();
        long bytes = 0;
        for (Segment segment : segments) {
            List<byte[]> columns = new ArrayList<>();
            for (Field field : segment.fields()) {
                columns.add(ColumnCodec.encode(segment.column(field).orElseThrow()));
                bytes += columns.getLast().length;
            }
            bytes += OriginCodec.encode(segment.provenance()).length;
            stored.add(columns);
        }
        report("encode", start, count, "events/s");
        System.out.printf(Locale.ROOT, "%-28s %,.1f bytes an event%n", "", bytes / (double) count);
        start = System.nanoTime();
        for (int i = 0; i < stored.size(); i++) {
            for (byte[] column : stored.get(i)) {
                ColumnCodec.decode(column, segments.get(i).size());
            }
        }
        report("decode", start, count, "events/s");
        search(segments, "EventID", new ValueTest.Equal("4688", false));
        search(segments, "Image", new ValueTest.Like(new Glob.Builder().any().literal("\\cmd.exe").build(), true));
        search(segments, "CommandLine", new ValueTest.Like(new Glob.Builder().any().literal("-Enc").any().build(), true));
        search(segments, "Message", new ValueTest.Like(new Glob.Builder().any().literal("0xbeef").any().build(), true));
        search(segments, "CommandLine", new ValueTest.Matches("cmd\\.exe.*zzz[0-9]+", false, true, false));
        search(segments, "CommandLine", new ValueTest.Matches("(wget|curl).*http", false, true, false));
        rules(segments, 3_000);
    }

    /** Many rules of an event number and ten substrings of a command line, none of which is there. */
    private void rules(List<Segment> segments, int count) {
        List<Expression> rules = new ArrayList<>();
        FieldRef number = new FieldRef("EventID", List.of(Field.source("EventID"), Field.ecs("event.code")));
        FieldRef line = new FieldRef("CommandLine", List.of(Field.source("CommandLine"), Field.ecs("process.command_line")));
        for (int i = 0; i < count; i++) {
            List<Expression> words = new ArrayList<>();
            for (int j = 0; j < 10; j++) {
                String word = Integer.toString(random.nextInt(1 << 30), 36);
                words.add(new Expression.Test(line, new ValueTest.Like(new Glob.Builder().any().literal(word).any().build(), true)));
            }
            Expression source = new Expression.Test(number, new ValueTest.Equal(Integer.toString(4680 + i % 10), false));
            rules.add(Expression.and(source, new Expression.Or(words)));
        }
        SharedConditions shared = new SharedConditions(rules, new TestCompiler());
        for (int round = 0; round < 2; round++) {
            long start = System.nanoTime();
            int hits = 0;
            for (Segment segment : segments) {
                SegmentAnswers answers = shared.answers(segment, TYPES, (scalar, row) -> false);
                for (int rule = 0; rule < rules.size(); rule++) {
                    hits += answers.events(rule).cardinality();
                }
            }
            System.out.printf(Locale.ROOT, "%-28s %,10.2f ms, %,d hits, %,d segments%n", count + " rules", (System.nanoTime() - start) / 1e6, hits, segments.size());
        }
    }

    private List<Segment> build(List<Event> events) {
        List<Segment> segments = new ArrayList<>();
        SegmentBuilder builder = new SegmentBuilder(fields, "bench", SegmentLimits.DEFAULT);
        for (Event event : events) {
            builder.add(event);
            if (builder.full()) {
                segments.add(builder.build());
                builder = new SegmentBuilder(fields, "bench", SegmentLimits.DEFAULT);
            }
        }
        segments.add(builder.build());
        return segments;
    }

    private void search(List<Segment> segments, String field, ValueTest test) {
        FieldRef ref = new FieldRef(field, List.of(Field.source(field)));
        TestCompiler compiler = new TestCompiler();
        long text = 0;
        for (Segment segment : segments) {
            text += segment.column(Field.source(field)).map(Column::dictionary).map(dictionary -> dictionary.textBytes()).orElse(0);
        }
        long start = System.nanoTime();
        int hits = 0;
        for (Segment segment : segments) {
            hits += new ConditionMatcher(segment, TYPES, (scalar, row) -> false, compiler).matches(new Expression.Test(ref, test)).cardinality();
        }
        double millis = (System.nanoTime() - start) / 1e6;
        System.out.printf(Locale.ROOT, "%-28s %,10.2f ms, %,d hits, %,d bytes of text%n", test.getClass().getSimpleName() + " " + field, millis, hits, text);
    }

    private static void report(String what, long start, int count, String unit) {
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%-28s %,10.0f %s%n", what, count / seconds, unit);
    }

    private Event event(int number) {
        Event event = new Event(fields, new Origin(1, "", number + 1, number * 1_500L));
        long time = 17_145_576_000_000_000L + number * 1_234_567L;
        event.time(time);
        int kind = random.nextInt(10);
        put(event, "@timestamp", Time.iso(time));
        put(event, "EventRecordID", Integer.toString(number));
        put(event, "EventID", Integer.toString(4680 + kind));
        put(event, "Channel", kind < 7 ? "Security" : "Microsoft-Windows-Sysmon/Operational");
        put(event, "Computer", "wks-" + random.nextInt(30) + ".nwf.example");
        put(event, "ProcessId", "0x" + Integer.toHexString(random.nextInt(4_000) * 4));
        String image = "C:\\Windows\\System32\\" + (random.nextInt(50) == 0 ? "cmd" : "program" + random.nextInt(300)) + ".exe";
        put(event, "Image", image);
        String line = image + " /c run -job " + random.nextInt(3_000) + (random.nextInt(500) == 0 ? " -enc AAAA" : "");
        put(event, "CommandLine", line);
        for (int i = 0; i < 15; i++) {
            put(event, "Data" + (kind * 3 + i), i % 3 == 0 ? "S-1-5-21-1-2-3-" + random.nextInt(200) : "constant " + i);
        }
        put(event, "Message", "A new process has been created.\r\n\r\nCreator Subject:\r\n\tSecurity ID:\t\tNWF\\user" + random.nextInt(500) + "\r\n\tLogon ID:\t\t0x"
                + Integer.toHexString(random.nextInt()) + "\r\n\r\nProcess Information:\r\n\tNew Process Name:\t" + image + "\r\n\tProcess Command Line:\t" + line
                + "\r\n\r\nToken Elevation Type indicates the type of token that was assigned to the new process. ".repeat(4));
        return event;
    }

    private static void put(Event event, String name, String value) {
        event.put(Field.source(name), Value.string(value));
    }
}
