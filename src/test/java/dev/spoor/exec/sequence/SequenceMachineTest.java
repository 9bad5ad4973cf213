package dev.spoor.exec.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.spoor.event.Event;
import dev.spoor.event.Field;
import dev.spoor.event.FieldTable;
import dev.spoor.event.Origin;
import dev.spoor.event.Value;
import dev.spoor.event.ValueList;
import dev.spoor.exec.sequence.SlowSequences.Ask;
import dev.spoor.exec.sequence.SlowSequences.Happening;
import dev.spoor.job.Job;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.query.pipeline.EventPattern;
import dev.spoor.query.pipeline.EventPattern.Condition;
import dev.spoor.query.pipeline.EventPattern.Key;
import dev.spoor.query.pipeline.EventPattern.KeyType;
import dev.spoor.query.pipeline.EventPattern.Kind;
import dev.spoor.query.pipeline.EventPattern.Step;
import dev.spoor.segment.EventRow;
import dev.spoor.segment.Segment;
import dev.spoor.segment.SegmentBuilder;
import dev.spoor.segment.SegmentLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SequenceMachineTest {
    private static final FieldRef KEY = new FieldRef("who", List.of(Field.ecs("who")));
    private static final FieldRef TIME = new FieldRef("@timestamp", List.of());
    private static final int CONDITIONS = 4;
    private final Random random = new Random(7);

    @Test void theMachineAgreesWithASlowSearch() {
        int found = 0;
        for (int round = 0; round < 1_500; round++) {
            List<Happening> stream = stream(random.nextInt(24));
            List<Ask> asks = asks();
            boolean missing = asks.stream().anyMatch(Ask::missing);
            int until = random.nextInt(3) == 0 ? random.nextInt(CONDITIONS) : -1;
            OptionalLong span = missing || random.nextBoolean() ? OptionalLong.of(random.nextInt(12)) : OptionalLong.empty();
            List<String> wanted = new SlowSequences(stream, asks, until, span.orElse(Long.MAX_VALUE)).find();
            assertEquals(wanted, fast(stream, asks, until, span), () -> stream + " " + asks + " until " + until + " span " + span);
            found += wanted.size();
        }
        assertEquals(true, found > 1_500, "the streams hold sequences: " + found);
    }

    @Test void aMillionEventsOfOneKeyTakeTimeInProportion() {
        List<Happening> few = IntStream.range(0, 1_002).mapToObj(i -> new Happening(i, i, Set.of("a"), Set.of(i % 3))).toList();
        Segment segment = segment(few);
        List<Ask> asks = List.of(new Ask(0, false), new Ask(1, false), new Ask(3, true), new Ask(2, false));
        EventPattern pattern = pattern(asks, -1, OptionalLong.of(5));
        List<Candidate<Integer>> many = IntStream.range(0, 1_000_000)
                .mapToObj(i -> new Candidate<>(i, new EventRow(segment, i / 3_000 * 3 + i % 3), pattern, 1L << i % 3)).toList();
        PatternRunner runner = new PatternRunner(PatternLimits.STANDARD, 1);
        PatternResult<Integer> result = assertTimeout(Duration.ofSeconds(20), () -> runner.run(pattern, many, Comparator.naturalOrder(), Job.SILENT));
        assertEquals(List.of(), result.notes());
        assertEquals(334, result.groups().size());
    }

    private List<Happening> stream(int length) {
        List<Happening> stream = new ArrayList<>();
        long time = 0;
        for (int i = 0; i < length; i++) {
            time += random.nextInt(3);
            Set<String> keys = new TreeSet<>();
            for (int k = random.nextInt(8) == 0 ? 0 : random.nextInt(6) == 0 ? 2 : 1; k > 0; k--) {
                keys.add(String.valueOf((char) ('a' + random.nextInt(2))));
            }
            Set<Integer> conditions = IntStream.range(0, CONDITIONS).filter(_ -> random.nextInt(3) == 0).boxed().collect(Collectors.toSet());
            stream.add(new Happening(i, time, keys, conditions));
        }
        return stream;
    }

    private List<Ask> asks() {
        List<Ask> asks = new ArrayList<>();
        int length = 1 + random.nextInt(4);
        boolean missing = random.nextBoolean();
        for (int i = 0; i < length; i++) {
            asks.add(new Ask(random.nextInt(CONDITIONS), missing && random.nextInt(3) == 0));
        }
        asks.set(random.nextInt(length), new Ask(random.nextInt(CONDITIONS), false));
        return asks;
    }

    private static List<String> fast(List<Happening> stream, List<Ask> asks, int until, OptionalLong span) {
        EventPattern pattern = pattern(asks, until, span);
        Segment segment = segment(stream);
        List<Candidate<Integer>> candidates = stream.stream().filter(event -> !event.conditions().isEmpty())
                .map(event -> new Candidate<>(event.number(), new EventRow(segment, event.number()), pattern, bits(event))).toList();
        PatternResult<Integer> result = new PatternRunner(PatternLimits.STANDARD, 1).run(pattern, candidates, Comparator.naturalOrder(), Job.SILENT);
        return result.groups().stream().map(SequenceMachineTest::text).toList();
    }

    private static EventPattern pattern(List<Ask> asks, int until, OptionalLong span) {
        List<Key> keys = List.of(new Key(KEY, KeyType.TEXT, false, Optional.empty()));
        List<Condition> conditions = IntStream.range(0, CONDITIONS).mapToObj(_ -> new Condition(Expression.TRUE, keys)).toList();
        List<Step> steps = asks.stream().map(ask -> new Step(ask.condition(), ask.missing())).toList();
        return new EventPattern(Kind.SEQUENCE, conditions, steps, until < 0 ? OptionalInt.empty() : OptionalInt.of(until), span, List.of(), TIME, Optional.empty());
    }

    private static long bits(Happening event) {
        return event.conditions().stream().mapToLong(condition -> 1L << condition).sum();
    }

    private static String text(PatternResult.Group<Integer> group) {
        return group.keys().getFirst().orElseThrow() + ": " + group.events().stream().map(event -> event.map(String::valueOf).orElse("-")).collect(Collectors.joining(" "));
    }

    private static Segment segment(List<Happening> stream) {
        FieldTable fields = new FieldTable();
        SegmentBuilder builder = new SegmentBuilder(fields, "", SegmentLimits.DEFAULT);
        for (Happening one : stream) {
            Event event = new Event(fields, new Origin(0, "", one.number(), -1));
            event.time(one.time());
            if (!one.keys().isEmpty()) {
                event.put(KEY.candidates().getFirst(), new ValueList(one.keys().stream().map(Value::string).toList()));
            }
            builder.add(event);
        }
        return builder.build();
    }
}
