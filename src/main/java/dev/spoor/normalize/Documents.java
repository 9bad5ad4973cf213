package dev.spoor.normalize;

import dev.spoor.event.Time;
import dev.spoor.event.Value;
import dev.spoor.event.Values;
import dev.spoor.ingest.DocumentRecord;
import java.util.HashMap;
import java.util.Map;

/** Documents that stay as they are: the ECS view is the document. Those with {@code winlog} fields get source names as well. Not thread-safe. */
final class Documents {
    private static final Map<String, String> SYSTEM = Map.ofEntries(Map.entry("winlog.event_id", "System.EventID"), Map.entry("winlog.channel", "System.Channel"),
            Map.entry("winlog.computer_name", "System.Computer"), Map.entry("winlog.provider_name", "System.Provider_Name"),
            Map.entry("winlog.provider_guid", "System.Provider_Guid"), Map.entry("winlog.record_id", "System.EventRecordID"),
            Map.entry("winlog.version", "System.Version"), Map.entry("winlog.process.pid", "System.Execution_ProcessID"),
            Map.entry("winlog.process.thread.id", "System.Execution_ThreadID"), Map.entry("winlog.activity_id", "System.ActivityID"),
            Map.entry("winlog.related_activity_id", "System.RelatedActivityID"), Map.entry("winlog.user.identifier", "System.UserID"));
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

    /** The source name of a {@code winlog} field that an item of the System element is kept in, or null. */
    static String sourceName(String path) {
        return SYSTEM.get(path);
    }

    private int sourceField(String path) {
        Integer known = sourceFields.get(path);
        if (known == null) {
            String name = SYSTEM.get(path);
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
