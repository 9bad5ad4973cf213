package dev.spoor.exec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spoor.event.Event;
import dev.spoor.event.Field;
import dev.spoor.event.FieldTable;
import dev.spoor.event.Origin;
import dev.spoor.event.Value.Kind;
import dev.spoor.query.expr.Expression;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.Column;
import dev.spoor.segment.JsonTexts;
import dev.spoor.segment.Segment;
import dev.spoor.segment.SegmentBuilder;
import dev.spoor.segment.SegmentLimits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The elements of the arrays of objects at one path, as a segment of their own in which each element is an event whose fields have their
 * full paths. The arrays are read once per distinct value. An event without an array that has fields below the path (a single object) is its own
 * only element.
 */
final class NestedElements {
    private static final Origin NOWHERE = new Origin(0, "", 0, -1);
    private final Segment whole;
    private final String prefix;
    private final Optional<Column> arrays;
    private Segment elements;
    /** The code of the array that each element is from. */
    private int[] owners = new int[64];
    private Segment below;

    NestedElements(Segment whole, String path) {
        this.whole = whole;
        this.prefix = path + ".";
        this.arrays = whole.column(Field.ecs(path)).or(() -> whole.column(Field.source(path)));
    }

    /** The events with an element that satisfies the condition. A new bitmap. */
    Bitmap matches(Expression condition, Function<Segment, ConditionMatcher> matcher) {
        Bitmap single = matcher.apply(below()).matches(condition, singles());
        if (arrays.isPresent()) {
            Bitmap hits = matcher.apply(elements(arrays.get())).matches(condition);
            Bitmap codes = new Bitmap(arrays.get().distinct());
            for (int element = hits.next(0); element >= 0; element = hits.next(element + 1)) {
                codes.set(owners[element]);
            }
            single.or(arrays.get().having(codes));
        }
        return single;
    }

    /** The segment without the fields beside the path. */
    private Segment below() {
        if (below == null) {
            List<Field> fields = whole.fields().stream().filter(field -> field.path().startsWith(prefix)).toList();
            below = new Segment(whole.dataset(), fields, whole::column, whole.provenance());
        }
        return below;
    }

    /** The events that have fields below the path and no array at it. */
    private Bitmap singles() {
        Bitmap result = new Bitmap(whole.size());
        for (Field field : below().fields()) {
            whole.column(field).ifPresent(column -> result.or(column.present()));
        }
        arrays.ifPresent(column -> result.andNot(column.occupied()));
        return result;
    }

    private Segment elements(Column column) {
        if (elements == null) {
            FieldTable fields = new FieldTable();
            SegmentBuilder builder = new SegmentBuilder(fields, whole.dataset(), SegmentLimits.DEFAULT);
            for (int code = 0; code < column.distinct(); code++) {
                if (column.dictionary().kind(code) == Kind.JSON) {
                    for (JsonNode object : objects(column.value(code).text())) {
                        add(object, code, fields, builder);
                    }
                }
            }
            elements = builder.build();
        }
        return elements;
    }

    private static List<JsonNode> objects(String json) {
        List<JsonNode> objects = new ArrayList<>();
        JsonTexts.parse(json).ifPresent(node -> {
            if (node.isObject()) {
                objects.add(node);
            } else if (node.isArray()) {
                node.forEach(element -> {
                    if (element.isObject()) {
                        objects.add(element);
                    }
                });
            }
        });
        return objects;
    }

    private void add(JsonNode object, int code, FieldTable fields, SegmentBuilder builder) {
        Event event = new Event(fields, NOWHERE);
        new JsonFields(event).addMembers(prefix, object);
        if (builder.size() == owners.length) {
            owners = Arrays.copyOf(owners, owners.length * 2);
        }
        owners[builder.size()] = code;
        builder.add(event);
    }
}
