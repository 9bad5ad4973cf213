package dev.spoor.ingest;

import java.util.HashMap;
import java.util.Map;

/**
 * The elements and attributes of System that a {@link WindowsRecord} keeps. Names are those of the event schema
 * ({@code http://schemas.microsoft.com/win/2004/08/events/event}).
 */
public enum SystemField {
    PROVIDER("Provider", "Name"), PROVIDER_GUID("Provider", "Guid"), PROVIDER_SOURCE("Provider", "EventSourceName"),
    EVENT_ID("EventID", ""), QUALIFIERS("EventID", "Qualifiers"), VERSION("Version", ""), LEVEL("Level", ""), TASK("Task", ""),
    OPCODE("Opcode", ""), KEYWORDS("Keywords", ""), TIME("TimeCreated", "SystemTime"), RECORD("EventRecordID", ""),
    ACTIVITY_ID("Correlation", "ActivityID"), RELATED_ACTIVITY_ID("Correlation", "RelatedActivityID"),
    PROCESS_ID("Execution", "ProcessID"), THREAD_ID("Execution", "ThreadID"), CHANNEL("Channel", ""), COMPUTER("Computer", ""),
    USER_ID("Security", "UserID"),
    /** Anything else below System. */
    OTHER("", "");

    private static final Map<String, SystemField> BY_NAME = byName();

    private final String element;
    private final String attribute;

    SystemField(String element, String attribute) {
        this.element = element;
        this.attribute = attribute;
    }

    /** Tag of the element. */
    public String element() {
        return element;
    }

    /** Name of the attribute, or empty where it is the element's text. */
    public String attribute() {
        return attribute;
    }

    /**
     * The field of an element's text or attribute.
     *
     * @param element   tag without prefix
     * @param attribute name of the attribute, or empty for the text
     */
    public static SystemField of(String element, String attribute) {
        return BY_NAME.getOrDefault(element + '@' + attribute, OTHER);
    }

    private static Map<String, SystemField> byName() {
        Map<String, SystemField> all = new HashMap<>();
        for (SystemField field : values()) {
            all.put(field.element + '@' + field.attribute, field);
        }
        all.put("Security@UserId", USER_ID); // as Sysmon for Linux writes it
        return Map.copyOf(all);
    }
}
