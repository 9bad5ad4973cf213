package dev.spoor.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spoor.ecs.DatasetTypes;
import dev.spoor.ecs.EcsCatalogue;
import dev.spoor.ecs.ElasticMapping;
import dev.spoor.ecs.MappingException;
import dev.spoor.ecs.SeenKinds;
import dev.spoor.event.Event;
import dev.spoor.event.Field;
import dev.spoor.event.FieldTable;
import dev.spoor.event.Origin;
import dev.spoor.event.Time;
import dev.spoor.event.Value;
import dev.spoor.exec.ConditionMatcher;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.parse.QueryContext;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.Segment;
import dev.spoor.segment.SegmentBuilder;
import dev.spoor.segment.SegmentLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A few events of a spec file, to match queries on. Lines {@code mapping {...}} (an Elasticsearch mapping) and {@code event {...}} (a document whose number is
 * its place, from 1).
 */
public final class TinyEvents {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final FieldTable fields = new FieldTable();
    private final SegmentBuilder builder = new SegmentBuilder(fields, "tiny", SegmentLimits.DEFAULT);
    private final Map<String, Integer> seen = new HashMap<>();
    private Optional<ElasticMapping> mapping = Optional.empty();
    private final Segment segment;
    private final DatasetTypes types;

    public TinyEvents(String file) {
        int number = 0;
        try {
            for (String line : SpecFile.lines(file)) {
                if (line.startsWith("mapping ")) {
                    mapping = Optional.of(ElasticMapping.parse(line.substring(8)));
                } else if (line.startsWith("event ")) {
                    add(JSON.readTree(line.substring(6)), ++number);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MappingException e) {
            throw new IllegalArgumentException(e);
        }
        segment = builder.build();
        types = new DatasetTypes(EcsCatalogue.shipped(), mapping, seen);
    }

    /** What a front end is told: now is noon of 2024-05-10, UTC. */
    public QueryContext context(QueryContext.Purpose purpose) {
        return new QueryContext(types, Set.of("Legacy Name"), Instant.parse("2024-05-10T12:00:00Z"), ZoneOffset.UTC, purpose, Map.of());
    }

    /** The numbers of the events that satisfy a condition. */
    public List<Integer> matches(Expression condition) {
        Bitmap hits = new ConditionMatcher(segment, types, new ScalarEvaluator(types)).matches(condition);
        List<Integer> numbers = new ArrayList<>();
        for (int i = hits.next(0); i >= 0; i = hits.next(i + 1)) {
            numbers.add(i + 1);
        }
        return numbers;
    }

    /** The events themselves. */
    public Segment segment() {
        return segment;
    }

    /** Their types. */
    public DatasetTypes types() {
        return types;
    }

    private void add(JsonNode document, int number) {
        Event event = new Event(fields, new Origin(1, "", number, -1));
        event.time(Time.NONE);
        document.properties().forEach(member -> add(event, member.getKey(), member.getValue()));
        for (int place = 0; place < event.size(); place++) {
            seen.merge(fields.field(event.fieldAt(place)).path(), SeenKinds.of(event.valuesAt(place)), (a, b) -> a | b);
        }
        builder.add(event);
    }

    private void add(Event event, String path, JsonNode node) {
        if (path.equals("Legacy Name")) {
            event.put(Field.source(path), Value.string(node.asText()));
        } else if (node.isObject() && !node.isEmpty()) {
            node.properties().forEach(member -> add(event, path + "." + member.getKey(), member.getValue()));
        } else if (node.isArray() && !node.isEmpty()) {
            if (node.get(0).isObject()) {
                event.add(fields.number(Field.ecs(path)), Value.json(node.toString()));
            }
            node.forEach(element -> add(event, path, element));
        } else {
            event.add(fields.number(Field.ecs(path)), leaf(node));
        }
    }

    private static Value leaf(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> Value.string(node.textValue());
            case NUMBER -> Value.number(node.asText());
            case BOOLEAN -> Value.bool(node.booleanValue());
            default -> Value.json(node.toString());
        };
    }
}
