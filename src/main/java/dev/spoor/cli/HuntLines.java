package dev.spoor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.event.Time;
import dev.spoor.query.text.Diagnostic;
import dev.spoor.workbench.HuntAnswer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Hunts' answers as JSON. */
final class HuntLines {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private HuntLines() {}

    /** An event line, with all of its document or only the named fields. */
    static ObjectNode event(HuntAnswer.FoundEvent event, List<String> fields) {
        ObjectNode line = NODES.objectNode();
        line.set("event", fields.isEmpty() ? event.document() : only(event.document(), fields));
        line.put("id", event.id());
        line.put("source", event.source());
        if (!event.entry().isEmpty()) {
            line.put("entry", event.entry());
        }
        line.put("record", event.record());
        return line;
    }

    /** The line of a sequence or sample; null stands for a missing event. */
    static ObjectNode group(HuntAnswer.EventGroup group, List<String> fields) {
        ObjectNode line = NODES.objectNode();
        ArrayNode keys = line.putArray("keys");
        group.keys().forEach(key -> keys.add(key.orElse(null)));
        ArrayNode events = line.putArray("events");
        group.events().forEach(event -> events.add(event.<JsonNode>map(found -> event(found, fields)).orElse(NODES.nullNode())));
        return line;
    }

    /** The line of a group that did what a correlation asks for. */
    static ObjectNode correlation(HuntAnswer.CorrelatedEvents correlated, List<String> fields) {
        ObjectNode line = NODES.objectNode();
        line.set("group", keys(correlated.group()));
        ArrayNode events = line.putArray("events");
        correlated.events().forEach(event -> events.add(event(event, fields)));
        return line;
    }

    private static ObjectNode keys(Map<String, String> group) {
        ObjectNode keys = NODES.objectNode();
        group.forEach(keys::put);
        return keys;
    }

    /** A row line. */
    static ObjectNode row(List<HuntAnswer.Column> columns, List<Object> cells) {
        ObjectNode line = NODES.objectNode();
        ObjectNode row = line.putObject("row");
        for (int i = 0; i < columns.size(); i++) {
            row.set(columns.get(i).name(), cell(cells.get(i)));
        }
        return line;
    }

    /** The line of {@code search --batch}. */
    static ObjectNode answer(JsonNode id, HuntAnswer answer, List<String> fields) {
        ObjectNode line = NODES.objectNode();
        line.set("id", id);
        switch (answer) {
            case HuntAnswer.Events events -> {
                ArrayNode list = line.putArray("events");
                events.events().forEach(event -> list.add(event(event, fields)));
            }
            case HuntAnswer.Groups groups -> {
                ArrayNode list = line.putArray("sequences");
                groups.groups().forEach(group -> list.add(group(group, fields)));
            }
            case HuntAnswer.Correlations correlations -> {
                ArrayNode list = line.putArray("groups");
                correlations.correlations().stream().map(HuntAnswer.CorrelatedEvents::group).distinct().forEach(group -> list.add(keys(group)));
            }
            case HuntAnswer.Rows rows -> {
                ArrayNode columns = line.putArray("columns");
                rows.columns().forEach(column -> columns.addObject().put("name", column.name()).put("type", column.type()));
                ArrayNode list = line.putArray("rows");
                for (List<Object> row : rows.rows()) {
                    ArrayNode cells = list.addArray();
                    row.forEach(value -> cells.add(cell(value)));
                }
            }
            case HuntAnswer.Parsed _ -> line.put("parsed", true);
            case HuntAnswer.Failed failed -> line.set("error", error(failed.diagnostics().getFirst()));
        }
        return line;
    }

    static ObjectNode error(Diagnostic diagnostic) {
        ObjectNode error = NODES.objectNode();
        error.put("kind", diagnostic.kind().name().toLowerCase(Locale.ROOT));
        error.put("message", diagnostic.message());
        error.put("line", diagnostic.line());
        error.put("column", diagnostic.column());
        return error;
    }

    private static JsonNode cell(Object value) {
        return switch (value) {
            case null -> NODES.nullNode();
            case String text -> NODES.textNode(text);
            case Long number -> NODES.numberNode(number);
            case Integer number -> NODES.numberNode(number);
            case Double number when number.isNaN() || number.isInfinite() -> NODES.textNode(number.toString());
            case Double number -> NODES.numberNode(number);
            case BigDecimal number -> NODES.numberNode(number);
            case Boolean bool -> NODES.booleanNode(bool);
            case Instant instant -> NODES.textNode(Time.iso(Time.of(instant)));
            case List<?> list -> {
                ArrayNode array = NODES.arrayNode();
                list.forEach(one -> array.add(cell(one)));
                yield array;
            }
            default -> NODES.textNode(value.toString());
        };
    }

    private static ObjectNode only(ObjectNode document, List<String> fields) {
        ObjectNode out = NODES.objectNode();
        for (String field : fields) {
            JsonNode value = document.get(field);
            if (value == null) {
                value = document;
                for (String part : field.split("\\.")) {
                    value = value.path(part);
                }
            }
            if (!value.isMissingNode()) {
                put(out, field, value);
            }
        }
        return out;
    }

    private static void put(ObjectNode out, String field, JsonNode value) {
        String[] parts = field.split("\\.");
        ObjectNode at = out;
        for (int i = 0; i < parts.length - 1; i++) {
            JsonNode next = at.get(parts[i]);
            at = next instanceof ObjectNode object ? object : at.putObject(parts[i]);
        }
        at.set(parts[parts.length - 1], value);
    }
}
