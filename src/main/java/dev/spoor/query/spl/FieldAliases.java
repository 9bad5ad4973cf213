package dev.spoor.query.spl;

import dev.spoor.event.Field;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.query.expr.Scalar;
import dev.spoor.query.expr.ValueTest;
import dev.spoor.query.parse.ResourceTable;
import dev.spoor.query.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names that Splunk's add-ons give to fields ({@code fields.tsv}). Immutable. */
final class FieldAliases {
    static final FieldRef CHANNEL = new FieldRef("Channel", List.of(Field.source("System.Channel"), Field.source("Channel"), Field.source("LogName"),
            Field.ecs("winlog.channel")));
    static final FieldRef EVENT_ID = new FieldRef("EventCode", List.of(Field.source("System.EventID"), Field.source("EventID"), Field.source("EventCode"),
            Field.ecs("winlog.event_id"), Field.ecs("event.code")));
    /** What stands for a value that only a Splunk installation knows. */
    static final String UNKNOWN = "unknown";
    /** Windows renders fractions of a second with nine digits; readers keep the seven that a time has. */
    private static final String SEVEN_DIGITS = "([.][0-9]{7})Z$";
    private static final FieldAliases STANDARD = new FieldAliases();
    private final Map<String, List<Row>> rows = new HashMap<>();
    private final Set<String> eventData = new HashSet<>();

    private record Row(String channel, Set<String> ids, String transform, String sources) {}

    private FieldAliases() {
        for (List<String> cells : ResourceTable.read(FieldAliases.class, "event_data_names.txt", 1)) {
            eventData.add(cells.getFirst());
            eventData.add(cells.getFirst().replace(' ', '_'));
        }
        for (List<String> cells : ResourceTable.read(FieldAliases.class, "fields.tsv", 5)) {
            Set<String> ids = cells.get(2).isEmpty() ? Set.of() : Set.of(cells.get(2).split(","));
            rows.computeIfAbsent(cells.get(0), _ -> new ArrayList<>()).add(new Row(cells.get(1), ids, cells.get(3), cells.get(4)));
        }
    }

    /** Whether events of Windows are known to give a name to their data. */
    boolean isEventData(String name) {
        return eventData.contains(name);
    }

    static FieldAliases standard() {
        return STANDARD;
    }

    Set<String> names() {
        return rows.keySet();
    }

    /** Whether a name stands for what only the lookups of a Splunk installation know. */
    boolean isLookup(String name) {
        return rows.getOrDefault(name, List.of()).stream().anyMatch(row -> row.sources().equals("?"));
    }

    SplField resolve(String name) {
        Set<Field> own = new LinkedHashSet<>(own(name));
        List<Row> found = rows.getOrDefault(name, List.of());
        List<SplField.Way> ways = new ArrayList<>();
        if (found.size() == 1 && plain(found.getFirst())) {
            own.addAll(fields(found.getFirst().sources()));
            found = List.of();
        }
        Field ecs = Field.ecs(path(name));
        if (found.isEmpty()) {
            own.add(ecs);
            return new SplField(new FieldRef(name, List.copyOf(own)), ways);
        }
        found.forEach(row -> ways.add(way(name, row)));
        ways.add(new SplField.Way(Optional.empty(), Optional.of(new FieldRef(name, List.of(ecs))), new Scalar.Name(new FieldRef(name, List.of(ecs)))));
        return new SplField(new FieldRef(name, List.copyOf(own)), ways);
    }

    private static boolean plain(Row row) {
        return row.channel().isEmpty() && row.ids().isEmpty() && row.transform().isEmpty() && !row.sources().startsWith("=");
    }

    private static SplField.Way way(String name, Row row) {
        return way(name, condition(row), row.transform(), row.sources());
    }

    /** One thing that may stand for a name, as a table's line says it. */
    static SplField.Way way(String name, Optional<Expression> condition, String transform, String sources) {
        if (sources.startsWith("=") || sources.equals("?")) {
            String text = sources.equals("?") ? UNKNOWN : sources.substring(1);
            return new SplField.Way(condition, Optional.empty(), new Scalar.Literal(Optional.of(text)));
        }
        if (transform.equals("title")) {
            return new SplField.Way(condition, Optional.empty(),
                    new Scalar.Call("windows.title", List.of(new Scalar.Name(CHANNEL), new Scalar.Name(EVENT_ID)), Span.NONE));
        }
        FieldRef ref = new FieldRef(name, fields(sources));
        Scalar value = new Scalar.Name(ref);
        if (transform.isEmpty()) {
            return new SplField.Way(condition, Optional.of(ref), value);
        }
        return new SplField.Way(condition, Optional.empty(), transformed(transform, value));
    }

    private static Scalar transformed(String transform, Scalar value) {
        if (transform.startsWith("prefix ")) {
            return new Scalar.Call("spl.concat", List.of(literal(transform.substring(7)), value), Span.NONE);
        }
        if (transform.equals("nine")) {
            return new Scalar.Call("spl.replace", List.of(value, literal(SEVEN_DIGITS), literal("\\100Z")), Span.NONE);
        }
        if (transform.equals("length")) {
            return new Scalar.Call("spl.len", List.of(value), Span.NONE);
        }
        return new Scalar.Call(transform.equals("lower") ? "spl.lower" : "windows." + transform, List.of(value), Span.NONE);
    }

    private static Scalar literal(String text) {
        return new Scalar.Literal(Optional.of(text));
    }

    private static Optional<Expression> condition(Row row) {
        List<Expression> terms = new ArrayList<>();
        if (row.channel().equals("*")) {
            terms.add(new Expression.Exists(CHANNEL));
        } else if (!row.channel().isEmpty()) {
            Set<String> channels = Set.of(row.channel().split(","));
            terms.add(new Expression.Test(CHANNEL, channels.size() == 1 ? new ValueTest.Equal(row.channel(), true) : new ValueTest.OneOf(channels, true)));
        }
        if (!row.ids().isEmpty()) {
            terms.add(new Expression.Test(EVENT_ID, new ValueTest.OneOf(row.ids(), false)));
        }
        return terms.isEmpty() ? Optional.empty() : Optional.of(terms.size() == 1 ? terms.getFirst() : new Expression.And(terms));
    }

    static List<Field> fields(String sources) {
        List<Field> fields = new ArrayList<>();
        for (String source : Arrays.stream(sources.split("\\|")).filter(part -> !part.isEmpty()).toList()) {
            if (source.startsWith("ecs:")) {
                fields.add(Field.ecs(source.substring(4)));
            } else if (source.startsWith("System.")) {
                fields.add(Field.source(source));
            } else {
                fields.addAll(own(source));
            }
        }
        return fields.stream().distinct().toList();
    }

    /** The fields of the source view that have a name: a flat document's, EventData's, UserData's. */
    static List<Field> own(String name) {
        String path = path(name);
        List<Field> fields = new ArrayList<>(List.of(Field.source(name)));
        if (!path.equals(name)) {
            fields.add(Field.source(path));
        }
        fields.add(Field.source("EventData." + name));
        fields.add(Field.source("UserData." + name));
        return fields;
    }

    /** {@code a{}.b}, as Splunk names what lies in arrays, without the braces. */
    private static String path(String name) {
        String path = name.replace("{}", "");
        return path.isEmpty() ? name : path;
    }
}
