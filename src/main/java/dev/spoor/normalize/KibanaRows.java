package dev.spoor.normalize;

import dev.spoor.ecs.EcsCatalogue;
import dev.spoor.ecs.FieldType;
import dev.spoor.event.Time;
import dev.spoor.event.Value;
import dev.spoor.event.ValueList;
import dev.spoor.event.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes documents again of the rows that Kibana's Discover exports: {@code -} and empty cells are no fields, times as Kibana shows them become ISO, numbers lose the
 * commas between their thousands, and fields that the schema knows as lists become lists. Not thread-safe.
 */
final class KibanaRows {
    private static final String NONE = "-";
    private final EcsCatalogue catalogue = EcsCatalogue.shipped();
    private final ExportTables tables = ExportTables.shipped();
    private final LocalTimes times;

    KibanaRows(LocalTimes times) {
        this.times = times;
    }

    Map<String, Values> document(Map<String, Values> row) {
        Map<String, Values> fields = LinkedHashMap.newLinkedHashMap(row.size());
        row.forEach((name, values) -> {
            String text = ExportedRecords.text(values);
            if (!text.isEmpty() && !text.equals(NONE)) {
                fields.put(name, values instanceof ValueList ? values : value(name, values.first(), text));
            }
        });
        return fields;
    }

    private Values value(String name, Value value, String text) {
        if (text.contains(" @ ")) {
            long ticks = times.ticks(text.replace(" @ ", " "));
            return Value.string(ticks == Time.NONE ? text : Time.iso(ticks));
        }
        if (tables.has("array", name)) {
            List<Value> all = new ArrayList<>();
            for (String part : text.split(", ")) {
                all.add(Value.string(part));
            }
            return new ValueList(all);
        }
        FieldType type = catalogue.type(name).orElse(FieldType.UNKNOWN);
        return switch (type) {
            case LONG, DOUBLE -> Value.number(text.replace(",", ""));
            case BOOLEAN -> text.equals("true") || text.equals("false") ? Value.bool(text.equals("true")) : value;
            case UNKNOWN -> value;
            case KEYWORD, WILDCARD, CONSTANT_KEYWORD, TEXT, MATCH_ONLY_TEXT, DATE, IP, VERSION, NESTED, OBJECT, FLATTENED -> Value.string(text);
        };
    }
}
