package dev.spoor.exec.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.spoor.ecs.FieldType;
import dev.spoor.ecs.FieldTypes;
import dev.spoor.event.Event;
import dev.spoor.event.Field;
import dev.spoor.event.FieldTable;
import dev.spoor.event.Origin;
import dev.spoor.event.Time;
import dev.spoor.event.Value;
import dev.spoor.event.ValueList;
import dev.spoor.event.Values;
import dev.spoor.exec.Contributors;
import dev.spoor.exec.Row;
import dev.spoor.exec.aggregate.Accumulators;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.job.Job;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.query.expr.Scalar;
import dev.spoor.query.pipeline.Assignment;
import dev.spoor.query.pipeline.Measure;
import dev.spoor.query.pipeline.Pipeline;
import dev.spoor.query.pipeline.Stage;
import dev.spoor.query.text.Span;
import dev.spoor.segment.EventRow;
import dev.spoor.segment.Segment;
import dev.spoor.segment.SegmentBuilder;
import dev.spoor.segment.SegmentLimits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

class AggregateStepTest {
    private static final List<String> FUNCTIONS = List.of("spl.count", "spl.distinct_count", "spl.min", "spl.max", "spl.sum", "spl.avg", "spl.values", "spl.list", "spl.latest",
            "spl.earliest", "spl.first", "spl.last", "spl.earliest_time", "spl.mode", "spl.median", "spl.stdev");
    private static final Scalar HOST = name("host", Field.source("host"), Field.ecs("host.name"));
    private static final Scalar USER = name("user", Field.source("user"));
    private static final Scalar PORT = name("port", Field.source("port"));
    private static final List<Scalar> SCALARS = List.of(HOST, USER, PORT, call("spl.lower", HOST), call("spl.coalesce", USER, PORT, new Scalar.Literal(Optional.of("none"))),
            new Scalar.Literal(Optional.of(7L)), call("spl.time", name("_time")), name("nowhere", Field.source("nowhere")), call("spl.if",
                    new Scalar.Condition(new Expression.Exists(new FieldRef("user", List.of(Field.source("user"))))), PORT, new Scalar.Literal(Optional.empty())));
    private static final FieldTypes TYPES = new FieldTypes() {
        @Override public FieldType type(String path) {
            return FieldType.KEYWORD;
        }

        @Override public Optional<String> nullValue(String path) {
            return Optional.empty();
        }

        @Override public Optional<String> nestedParent(String path) {
            return Optional.empty();
        }

        @Override public Set<String> paths() {
            return Set.of();
        }
    };

    private static Scalar name(String name, Field... fields) {
        return new Scalar.Name(new FieldRef(name, List.of(fields)));
    }

    private static Scalar call(String function, Scalar... arguments) {
        return new Scalar.Call(function, List.of(arguments), Span.NONE);
    }

    @ParameterizedTest @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void groupsByCodesAreThoseByRows(long seed) throws Exception {
        Random random = new Random(seed);
        List<EventRow> events = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            Segment segment = segment(random);
            IntStream.range(0, segment.size()).forEach(event -> events.add(new EventRow(segment, event)));
        }
        if (random.nextBoolean()) {
            Collections.shuffle(events, random);
        }
        Map<EventRow, Long> ids = new LinkedHashMap<>();
        events.forEach(event -> ids.put(event, (long) ids.size()));
        List<Stage> before = random.nextInt(3) > 0 ? List.of() : List.of(new Stage.Extend(List.of(new Assignment(random.nextBoolean() ? "host" : "port", USER))));
        for (int round = 0; round < 20; round++) {
            Stage.Aggregate aggregate = aggregate(random);
            List<Stage> stages = new ArrayList<>(before);
            stages.add(aggregate);
            ScalarEvaluator evaluator = new ScalarEvaluator(TYPES);
            PipelineResult.Table found = (PipelineResult.Table) new PipelineRunner(evaluator).run(new Pipeline(Expression.TRUE, stages), events, ids::get, RunLimits.STANDARD,
                    Job.SILENT);
            List<Row> expected = byRows(aggregate, before, events, ids, evaluator);
            List<ResultTable.ResultRow> rows = found.table().rows();
            assertEquals(expected.stream().map(row -> List.copyOf(row.columns().entrySet().stream().map(Object::toString).toList())).toList(),
                    rows.stream().map(row -> found.table().values(row).entrySet().stream().map(Object::toString).toList()).toList(), aggregate.toString());
            for (int i = 0; i < rows.size(); i++) {
                assertEquals(List.copyOf(classes(expected.get(i).columns().values())), List.copyOf(classes(rows.get(i).values())));
                assertArrayEquals(expected.get(i).contributors().ids(), rows.get(i).contributors().ids());
            }
        }
    }

    @Test void moreGroupsThanAllowedAreSaid() {
        Segment segment = segment(new Random(4));
        List<EventRow> events = IntStream.range(0, segment.size()).mapToObj(event -> new EventRow(segment, event)).toList();
        Stage.Aggregate aggregate = new Stage.Aggregate(List.of(new Measure("spl.count", Optional.empty(), List.of(), "count")), List.of(new Assignment("port", PORT)), false);
        PipelineRunner runner = new PipelineRunner(new ScalarEvaluator(TYPES));
        RunLimitException said = assertThrows(RunLimitException.class, () -> runner.run(new Pipeline(Expression.TRUE, List.of(aggregate)), events, EventIds.UNTOLD,
                new RunLimits(3, 100), Job.SILENT));
        assertEquals("an aggregation has more than 3 groups", said.getMessage());
    }

    private static List<String> classes(Iterable<Object> values) {
        List<String> classes = new ArrayList<>();
        values.forEach(value -> classes.add(value == null ? "null" : value instanceof List<?> list ? "list" + list.size() : value.getClass().getSimpleName()));
        return classes;
    }

    private static Stage.Aggregate aggregate(Random random) {
        List<Measure> measures = new ArrayList<>();
        measures.add(new Measure("spl.count", Optional.empty(), List.of(), "count"));
        for (int i = 0; i < random.nextInt(4); i++) {
            measures.add(new Measure(FUNCTIONS.get(random.nextInt(FUNCTIONS.size())), Optional.of(SCALARS.get(random.nextInt(SCALARS.size()))), List.of(), "m" + i));
        }
        List<Assignment> groups = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            groups.add(new Assignment("g" + i, SCALARS.get(random.nextInt(SCALARS.size()))));
        }
        return new Stage.Aggregate(measures, groups, random.nextBoolean());
    }

    /** Row after row, every scalar computed for each. */
    private static List<Row> byRows(Stage.Aggregate stage, List<Stage> before, List<EventRow> events, Map<EventRow, Long> ids, ScalarEvaluator evaluator) {
        List<Scalar> keys = stage.groups().stream().map(Assignment::value).toList();
        Map<List<String>, List<Row>> groups = new LinkedHashMap<>();
        Map<List<String>, List<Object>> firsts = new LinkedHashMap<>();
        for (EventRow event : events) {
            Row row = new Row(Optional.of(event), Contributors.of(ids.get(event)));
            before.forEach(extend -> ((Stage.Extend) extend).assignments().forEach(one -> row.set(one.column(), evaluator.value(one.value(), row))));
            for (List<Object> values : Keys.combinations(keys, row, evaluator)) {
                if (stage.nullGroups() || !values.contains(null)) {
                    firsts.putIfAbsent(Keys.texts(values), values);
                    groups.computeIfAbsent(Keys.texts(values), _ -> new ArrayList<>()).add(row);
                }
            }
        }
        if (keys.isEmpty() && groups.isEmpty()) {
            firsts.put(List.of(), List.of());
            groups.put(List.of(), List.of());
        }
        List<List<String>> ordered = new ArrayList<>(groups.keySet());
        ordered.sort((left, right) -> compare(firsts.get(left), firsts.get(right)));
        return ordered.stream().map(key -> row(stage, firsts.get(key), groups.get(key), evaluator)).toList();
    }

    private static int compare(List<Object> left, List<Object> right) {
        for (int i = 0; i < left.size(); i++) {
            Object a = left.get(i);
            Object b = right.get(i);
            int order = a == null || b == null ? Boolean.compare(a == null, b == null) : PivotRows.ORDER.compare(a, b);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static Row row(Stage.Aggregate stage, List<Object> values, List<Row> rows, ScalarEvaluator evaluator) {
        Contributors contributors = Contributors.none();
        rows.forEach(row -> contributors.add(row.contributors()));
        Row result = new Row(Optional.empty(), contributors);
        for (int i = 0; i < values.size(); i++) {
            result.set(stage.groups().get(i).column(), values.get(i));
        }
        for (Measure measure : stage.measures()) {
            dev.spoor.exec.aggregate.Accumulator accumulator = Accumulators.of(measure);
            rows.forEach(row -> accumulator.add(measure.argument().map(argument -> evaluator.value(argument, row)).orElse(measure.argument().isPresent() ? null : Boolean.TRUE),
                    Measures.time(row)));
            result.set(measure.column(), accumulator.result());
        }
        return result;
    }

    private static Segment segment(Random random) {
        FieldTable table = new FieldTable();
        SegmentBuilder builder = new SegmentBuilder(table, "invented", SegmentLimits.DEFAULT);
        int size = 1 + random.nextInt(120);
        for (int i = 0; i < size; i++) {
            Event event = new Event(table, new Origin(1, "", i, -1));
            if (random.nextInt(5) > 0) {
                event.time((1_700_000_000L + random.nextInt(50)) * Time.SECOND);
            }
            put(event, Field.source("host"), random, "wks-" + random.nextInt(4), 3);
            put(event, Field.ecs("host.name"), random, "WKS-" + random.nextInt(3), 2);
            put(event, Field.source("user"), random, "u" + random.nextInt(6), 2);
            put(event, Field.source("port"), random, random.nextInt(4) == 0 ? random.nextInt(9) + ".5" : String.valueOf(random.nextInt(9)), 2);
            builder.add(event);
        }
        return builder.build();
    }

    /** A value, several, one as a list, or none; numbers as numbers or as texts. */
    private static void put(Event event, Field field, Random random, String text, int rarity) {
        if (random.nextInt(rarity) > 0 || rarity == 2) {
            Value value = Character.isDigit(text.charAt(0)) && random.nextInt(3) > 0 ? Value.number(text) : Value.string(text);
            Values values = switch (random.nextInt(12)) {
                case 0 -> new ValueList(List.of(value, Value.string("x")));
                case 1 -> new ValueList(List.of(value));
                case 2 -> new ValueList(List.of(value, value));
                default -> value;
            };
            if (random.nextInt(8) > 0) {
                event.put(field, values);
            }
        }
    }
}
