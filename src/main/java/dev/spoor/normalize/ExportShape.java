package dev.spoor.normalize;

import dev.spoor.event.Values;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which program's export a document is, told by the names it has; what {@link DocumentShape} knows by itself is none. */
enum ExportShape {
    /** Splunk, with the event as it was indexed under {@code _raw}, which is no XML. */
    SPLUNK(""),
    /** {@code Get-WinEvent} of PowerShell. */
    GET_WINEVENT("get_winevent"),
    /** Splunk's text of a Windows event. */
    BLOCK("block"),
    /** The Event Viewer, in one of several languages. */
    EVENT_VIEWER("event_viewer"),
    /** A table of Kibana's Discover. */
    KIBANA(""),
    /** None of these. */
    NONE("");

    private static final int MAX_COLUMNS = 32;
    private static final Set<String> SPLUNK_NAMES = Set.of("_time", "sourcetype", "source", "host", "_serial", "index");
    private final String kind;

    ExportShape(String kind) {
        this.kind = kind;
    }

    /** The kind of rows in {@code exports.csv} that says what its columns hold; empty for none. */
    String kind() {
        return kind;
    }

    static ExportShape of(Map<String, Values> fields, ExportTables tables) {
        if (fields.containsKey("_raw") && SPLUNK_NAMES.stream().anyMatch(fields::containsKey)) {
            return SPLUNK;
        }
        if (fields.containsKey("EventCode") && fields.containsKey("LogName")) {
            return BLOCK;
        }
        if (fields.containsKey("ProviderName") && fields.containsKey("LogName") && fields.containsKey("Id") && fields.containsKey("TimeCreated")) {
            return GET_WINEVENT;
        }
        Values time = fields.get("@timestamp");
        if (time != null) {
            return time.first().text().contains(" @ ") ? KIBANA : NONE;
        }
        boolean words = fields.size() <= MAX_COLUMNS && fields.keySet().stream().anyMatch(name -> name.indexOf(' ') > 0);
        return words && viewer(fields, tables) ? EVENT_VIEWER : NONE;
    }

    private static boolean viewer(Map<String, Values> fields, ExportTables tables) {
        Set<String> items = new HashSet<>();
        for (String name : fields.keySet()) {
            String item = tables.get(EVENT_VIEWER.kind, name);
            if (item != null) {
                items.add(item);
            }
        }
        return items.contains("event_id") && items.contains("local_time") && items.contains("provider");
    }
}
