package dev.spoor.query.spl;

import dev.spoor.event.Field;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.query.expr.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A data set of a data model: some events, and names for what they say. Where an event has no value for a name, it is {@link FieldAliases#UNKNOWN}. Immutable.
 *
 * @param name       of the model
 * @param dataset    of the data set, which stands before the names of fields
 * @param parts      names of its parts, which may stand there, too
 * @param events     which events it holds
 * @param conditions searches on the fields, by model and part
 * @param fields     what the fields hold
 * @param differs    how this differs from Splunk, as the rest of a sentence that begins with the name
 */
record DataModel(String name, String dataset, Set<String> parts, Expression events, Map<String, String> conditions, Map<String, List<Line>> fields, String differs) {
    /** A source of a field: for which events, what is done with the value, where it is. */
    record Line(String events, String transform, String sources) {
        boolean plain() {
            return events.isEmpty() && transform.isEmpty() && !sources.startsWith("=");
        }
    }

    /** What differs, as a sentence. */
    String note() {
        return "data model " + name + "." + dataset + " " + differs;
    }

    /** The data set with the condition of one of its parts. */
    DataModel part(String part) {
        return parts.contains(part) ? new DataModel(name, dataset, parts, events, Map.of("", conditions.getOrDefault(name + "." + part, "")), fields, differs) : this;
    }

    /** The search that tells the events of the part that is asked for. */
    String condition() {
        return conditions.getOrDefault("", "");
    }

    /** A field's name without the names of data sets before it; empty for a name that is none of this data set's. */
    Optional<String> own(String field) {
        String rest = field;
        boolean found = false;
        for (int dot = rest.indexOf('.'); dot > 0 && (rest.substring(0, dot).equals(dataset) || parts.contains(rest.substring(0, dot))); dot = rest.indexOf('.')) {
            rest = rest.substring(dot + 1);
            found = true;
        }
        return found ? Optional.of(rest) : Optional.empty();
    }

    /** Whether anything can give a field's value. */
    boolean knows(String own) {
        return fields.containsKey(own) || FieldAliases.standard().names().contains(own);
    }

    /**
     * What a field stands for.
     *
     * @param written how the query names it
     */
    SplField field(String written, String own) {
        List<Line> lines = fields.getOrDefault(own, List.of());
        if (!lines.isEmpty() && lines.stream().allMatch(Line::plain)) {
            Set<Field> all = new LinkedHashSet<>();
            lines.forEach(line -> all.addAll(FieldAliases.fields(line.sources())));
            all.add(Field.source(own));
            return new SplField(new FieldRef(written, List.copyOf(all)), List.of(), true);
        }
        List<SplField.Way> ways = new ArrayList<>();
        lines.forEach(line -> ways.add(way(written, line)));
        SplField alias = FieldAliases.standard().resolve(own);
        FieldRef named = new FieldRef(written, alias.own().candidates());
        ways.add(new SplField.Way(Optional.empty(), Optional.of(named), new Scalar.Name(named)));
        alias.ways().stream().map(way -> renamed(written, way)).forEach(ways::add);
        return new SplField(new FieldRef(written, List.of()), ways, true);
    }

    private static SplField.Way renamed(String written, SplField.Way way) {
        return way.plain().map(ref -> new FieldRef(written, ref.candidates())).map(ref -> new SplField.Way(way.condition(), Optional.of(ref), new Scalar.Name(ref))).orElse(way);
    }

    private static SplField.Way way(String written, Line line) {
        Optional<Expression> condition = line.events().isEmpty() ? Optional.empty() : Optional.of(EventKinds.condition(line.events()));
        return FieldAliases.way(written, condition, line.transform(), line.sources());
    }
}
