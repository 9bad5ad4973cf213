package dev.spoor.normalize;

import dev.spoor.event.Time;
import dev.spoor.event.Value;
import dev.spoor.event.Values;
import dev.spoor.ingest.DocumentRecord;
import dev.spoor.ingest.SystemField;
import java.util.HashMap;
import java.util.Map;

/** Documents that stay as they are: the ECS view is the document. Those with {@code winlog} fields get source names as well. Not thread-safe. */
final class Documents {
    private static final Map<String, SystemField> SYSTEM = Map.ofEntries(Map.entry("winlog.event_id", SystemField.EVENT_ID),
            Map.entry("winlog.channel", SystemField.CHANNEL), Map.entry("winlog.computer_name", SystemField.COMPUTER),
            Map.entry("winlog.provider_name", SystemField.PROVIDER), Map.entry("winlog.provider_guid", SystemField.PROVIDER_GUID),
            Map.entry("winlog.record_id", SystemField.RECORD), Map.entry("winlog.version", SystemField.VERSION),
            Map.entry("winlog.process.pid", SystemField.PROCESS_ID), Map.entry("winlog.process.thread.id", SystemField.THREAD_ID),
            Map.entry("winlog.activity_id", SystemField.ACTIVITY_ID), Map.entry("winlog.related_activity_id", SystemField.RELATED_ACTIVITY_ID),
            Map.entry("winlog.user.identifier", SystemField.USER_ID));
    private static final String DATA = "winlog.event_data.";
    private static final String USER_DATA = "winlog.user_data.";
    private static final int NO_FIELD = -1;
    private final Names names;
    private final Map<String, Integer> sourceFields = new HashMap<>();

    Documents(Names names) {
        this.names = names;
    }

    /** Fills the draft with a document; returns its time: {@code @timestamp}, or none. */
    long fill(DocumentRecord record, Draft draft, boolean windows) {
        for (Map.Entry<String, Values> field : record.fields().entrySet()) {
            draft.put(names.ecs(field.getKey()), field.getValue());
            int source = windows ? sourceField(field.getKey()) : NO_FIELD;
            if (source != NO_FIELD) {
                draft.put(source, field.getValue());
            }
        }
        return time(record.fields().get("@timestamp"));
    }

    /** The item of the System element that a {@code winlog} field keeps, or null. */
    static SystemField systemField(String path) {
        return SYSTEM.get(path);
    }

    private int sourceField(String path) {
        Integer known = sourceFields.get(path);
        if (known == null) {
            SystemField field = SYSTEM.get(path);
            String name = field == null ? null : WindowsRecords.sourceName(field);
            if (path.startsWith(DATA)) {
                name = "EventData." + path.substring(DATA.length());
            } else if (path.startsWith(USER_DATA)) {
                name = "UserData." + path.substring(USER_DATA.length());
            }
            known = name == null ? NO_FIELD : names.source(name);
            sourceFields.put(path, known);
        }
        return known;
    }

    /** The time of a value: ISO, or milliseconds since 1970 as Elasticsearch reads bare numbers. */
    private static long time(Values values) {
        if (values == null) {
            return Time.NONE;
        }
        Value value = values.first();
        if (value.kind() == Value.Kind.NUMBER) {
            var millis = Numbers.decimal(value.text());
            boolean fits = millis.isPresent() && Math.abs(millis.getAsLong()) < Long.MAX_VALUE / 20_000;
            return fits ? millis.getAsLong() * (Time.SECOND / 1000) : Time.NONE;
        }
        return value.kind() == Value.Kind.STRING ? Time.parse(value.text()) : Time.NONE;
    }
}
