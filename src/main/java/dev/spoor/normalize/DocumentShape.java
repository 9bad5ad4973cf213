package dev.spoor.normalize;

import dev.spoor.event.Values;
import java.util.Map;

/** What a document is, told by the names it has. */
enum DocumentShape {
    /** ECS already, as Beats, Elastic Agent and Elastic Defend ship it. */
    ECS,
    /** A Windows event with its names at the top (NXLog, Logstash, winlogbeat 6). */
    FLAT_WINDOWS,
    /** Anything else. */
    OTHER;

    static DocumentShape of(Map<String, Values> fields) {
        boolean id = fields.containsKey("EventID") || fields.containsKey("event_id") || fields.containsKey("EventId");
        boolean log = fields.containsKey("Channel") || fields.containsKey("log_name");
        boolean provider = fields.containsKey("Provider_Name") || fields.containsKey("SourceName") || fields.containsKey("source_name");
        if (log && (id || provider) || id && provider) {
            return FLAT_WINDOWS;
        }
        return isEcs(fields) ? ECS : OTHER;
    }

    private static boolean isEcs(Map<String, Values> fields) {
        return fields.containsKey("ecs.version") || fields.containsKey("event.category") || fields.containsKey("event.kind") || fields.containsKey("event.code")
                || fields.containsKey("event.action") || fields.containsKey("winlog.event_id") || fields.containsKey("winlog.channel");
    }
}
