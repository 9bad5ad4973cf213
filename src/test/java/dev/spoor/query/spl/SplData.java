package dev.spoor.query.spl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import dev.spoor.event.View;
import dev.spoor.exec.ConditionMatcher;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.exec.run.PipelineResult;
import dev.spoor.exec.run.PipelineRunner;
import dev.spoor.exec.run.RunLimits;
import dev.spoor.job.Job;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.parse.Query;
import dev.spoor.query.parse.QueryContext;
import dev.spoor.query.pipeline.LookupTable;
import dev.spoor.query.pipeline.Pipeline;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.EventRow;
import dev.spoor.segment.Segment;
import dev.spoor.segment.SegmentBuilder;
import dev.spoor.segment.SegmentLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A small data set of documents whose keys are fields of the source view. */
final class SplData {
    private static final Map<String, String> MACROS = Map.of("turn_a", "search `turn_b`", "turn_b", "search `turn_a`", "share(2)", "round($2$ / $1$, 1)");
    private static final Map<String, LookupTable> LOOKUPS = Map.of(
            "assets", table(Map.of(), true, 0, 1, Optional.empty(), List.of("host", "owner", "site"), List.of("web01", "mira", "north"), List.of("web02", "jon", "south")),
            "paths",
            table(Map.of("path", LookupTable.Agreement.WILDCARD), false, 1, 1, Optional.of("other"), List.of("path", "kind"), List.of("/admin*", "admin"), List.of("/api", "api")),
            "nets", table(Map.of("net", LookupTable.Agreement.SUBNET), true, 0, 10, Optional.empty(), List.of("net", "zone"), List.of("192.0.2.0/24", "lab"),
                    List.of("192.0.2.64/26", "dmz")));
    private final Segment segment;
    private final Set<String> paths = new TreeSet<>();

    private SplData(String name) {
        FieldTable table = new FieldTable();
        SegmentBuilder builder = new SegmentBuilder(table, name, SegmentLimits.DEFAULT);
        try (InputStream in = SplData.class.getResourceAsStream("/query/spl/" + name + ".ndjson")) {
            long record = 0;
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                builder.add(event(table, new ObjectMapper().readTree(line), ++record));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        segment = builder.build();
    }

    private SplData(FieldTable table, Event event) {
        SegmentBuilder builder = new SegmentBuilder(table, "one", SegmentLimits.DEFAULT);
        builder.add(event);
        segment = builder.build();
        segment.fields().stream().filter(field -> field.view() == View.SOURCE).forEach(field -> paths.add(field.path()));
    }

    /** One event. */
    static SplData of(FieldTable table, Event event) {
        return new SplData(table, event);
    }

    static SplData web() {
        return new SplData("web");
    }

    static SplData models() {
        return new SplData("models");
    }

    static SplData windows() {
        return new SplData("windows");
    }

    @SafeVarargs
    private static LookupTable table(Map<String, LookupTable.Agreement> agreements, boolean caseSensitive, int least, int most, Optional<String> otherwise,
            List<String> columns, List<String>... rows) {
        return new LookupTable(new LookupTable.Definition("invented", agreements, caseSensitive, least, most, otherwise, Optional.empty()), columns, List.of(rows));
    }

    private Event event(FieldTable table, JsonNode document, long record) {
        Event event = new Event(table, new Origin(1, "", record, -1));
        for (Map.Entry<String, JsonNode> entry : document.properties()) {
            if (entry.getKey().equals("time")) {
                event.time(Time.parse(entry.getValue().asText()));
                continue;
            }
            if (entry.getKey().equals("_time")) {
                event.time(entry.getValue().asLong() * Time.SECOND);
            }
            if (entry.getKey().startsWith("ecs:")) {
                event.put(Field.ecs(entry.getKey().substring(4)), values(entry.getValue()));
                continue;
            }
            paths.add(entry.getKey());
            event.put(Field.source(entry.getKey()), values(entry.getValue()));
        }
        return event;
    }

    private static Values values(JsonNode node) {
        if (node.isArray()) {
            List<Value> values = new ArrayList<>();
            node.forEach(one -> values.add((Value) values(one)));
            return new ValueList(values);
        }
        return node.isNumber() ? Value.number(node.asText()) : Value.string(node.asText());
    }

    QueryContext context() {
        return new QueryContext(TYPES, paths, Instant.parse("2024-05-02T00:00:00Z"), ZoneOffset.UTC, QueryContext.Purpose.RULE, MACROS).with(LOOKUPS);
    }

    PipelineResult run(SplLanguage spl, String search) throws Exception {
        Pipeline pipeline = switch (spl.compile(search, context())) {
            case Query.Events(Expression filter, Set<String> _, List<String> _) -> new Pipeline(filter, List.of());
            case Query.Rows(Pipeline rows, Set<String> _, List<String> _) -> rows;
            case Query.Patterns _, Query.Correlations _ -> throw new AssertionError("SPL has no sequences");
        };
        ScalarEvaluator evaluator = new ScalarEvaluator(TYPES);
        Bitmap found = new ConditionMatcher(segment, TYPES, evaluator).matches(pipeline.filter());
        List<EventRow> events = new ArrayList<>();
        for (int i = found.next(0); i >= 0; i = found.next(i + 1)) {
            events.add(new EventRow(segment, i));
        }
        return new PipelineRunner(evaluator).run(pipeline, events, EventRow::index, RunLimits.STANDARD, Job.SILENT);
    }

    private static final FieldTypes TYPES = new FieldTypes() {
        @Override public FieldType type(String path) {
            return path.equals("bytes") ? FieldType.DOUBLE : FieldType.KEYWORD;
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
}
