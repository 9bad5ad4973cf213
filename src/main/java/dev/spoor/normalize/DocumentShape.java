package dev.spoor.normalize;

import dev.spoor.event.Value;
import dev.spoor.event.Values;
import java.util.Map;

/** What a document is, told by the names it has. */
enum DocumentShape {
    /** ECS already, as Beats, Elastic Agent and Elastic Defend ship it. */
    ECS,
    /** A Windows event of winlogbeat 7 or 8, or of Elastic Agent, that no pipeline has mapped: {@code winlog} fields and no category. */
    WINLOG,
    /** A Windows event with its names at the top (NXLog, Logstash, winlogbeat 6, field by field exports of Splunk). */
    FLAT_WINDOWS,
    /** A Windows event in the shape of its XML: evtx_dump and converters like it. */
    EVENT_TREE,
    /** A row of EvtxECmd, with the event's data as JSON in {@code Payload}. */
    EVTX_ECMD,
    /** The XML of a Windows event in {@code _raw}, as Splunk exports it. */
    RAW_XML,
    /** Anything else. */
    OTHER;

    static DocumentShape of(Map<String, Values> fields) {
        if (rawXml(fields.get("_raw"))) {
            return RAW_XML;
        }
        return ofNames(fields);
    }

    /** What the names say, whatever text {@code _raw} holds. */
    static DocumentShape ofNames(Map<String, Values> fields) {
        boolean ecmd = fields.containsKey("EventId");
        if (ecmd && fields.containsKey("Payload") && fields.containsKey("Channel") && fields.containsKey("Provider")) {
            return EVTX_ECMD;
        }
        boolean id = ecmd || fields.containsKey("EventID") || fields.containsKey("event_id") || fields.containsKey("EventCode");
        boolean log = fields.containsKey("Channel") || fields.containsKey("log_name") || fields.containsKey("LogName");
        boolean provider = fields.containsKey("Provider_Name") || fields.containsKey("SourceName") || fields.containsKey("source_name");
        if (log && (id || provider) || id && provider) {
            return FLAT_WINDOWS;
        }
        if (fields.containsKey("winlog.channel")) {
            return unmapped(fields) ? WINLOG : ECS;
        }
        if (isEcs(fields)) {
            return ECS;
        }
        return EventTrees.recognises(fields) ? EVENT_TREE : OTHER;
    }

    private static boolean rawXml(Values raw) {
        return raw instanceof Value value && value.kind() == Value.Kind.STRING && EventTexts.looksLikeXml(value.text());
    }

    /** Whether all is there that Beats themselves write, and nothing that a pipeline adds. */
    private static boolean unmapped(Map<String, Values> fields) {
        boolean beats = fields.containsKey("winlog.event_id") && fields.containsKey("winlog.provider_name") && fields.containsKey("winlog.record_id");
        return beats && !fields.containsKey("event.category") && !fields.containsKey("event.type") && !fields.containsKey("event.module");
    }

    private static boolean isEcs(Map<String, Values> fields) {
        return fields.containsKey("ecs.version") || fields.containsKey("event.category") || fields.containsKey("event.kind") || fields.containsKey("event.code")
                || fields.containsKey("event.action") || fields.containsKey("winlog.event_id");
    }
}
