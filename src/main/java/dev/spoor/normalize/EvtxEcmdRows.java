package dev.spoor.normalize;

import dev.spoor.event.Values;
import dev.spoor.ingest.DocumentRecord;
import dev.spoor.ingest.SystemField;
import dev.spoor.ingest.SystemValues;
import dev.spoor.ingest.WindowsRecord;
import dev.spoor.ingest.WindowsRecord.DataItem;
import dev.spoor.ingest.WindowsRecord.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads rows of EvtxECmd (JSON or CSV) back into records. {@code Payload} holds the data as JSON; what EvtxECmd's maps made of them ({@code PayloadData1},
 * {@code MapDescription}, …) stays under its own names. Not thread-safe.
 */
final class EvtxEcmdRows {
    private static final Map<String, SystemField> SYSTEM = Map.ofEntries(Map.entry("EventId", SystemField.EVENT_ID), Map.entry("Channel", SystemField.CHANNEL),
            Map.entry("Provider", SystemField.PROVIDER), Map.entry("Computer", SystemField.COMPUTER), Map.entry("EventRecordId", SystemField.RECORD),
            Map.entry("ProcessId", SystemField.PROCESS_ID), Map.entry("ThreadId", SystemField.THREAD_ID), Map.entry("Level", SystemField.LEVEL),
            Map.entry("TimeCreated", SystemField.TIME), Map.entry("UserId", SystemField.USER_ID));
    private static final String AUDIT = "audit ";
    private final SystemValues system = new SystemValues();

    /** The record of a row, and what the row holds beside it. */
    EventTrees.Read read(DocumentRecord row) {
        system.clear();
        List<DataItem> data = new ArrayList<>();
        List<Element> sections = new ArrayList<>();
        Map<String, Values> others = new LinkedHashMap<>();
        for (Map.Entry<String, Values> field : row.fields().entrySet()) {
            String text = EventTexts.text(field.getValue().first());
            SystemField item = SYSTEM.get(field.getKey());
            if (item != null) {
                if (!text.isEmpty()) {
                    system.set(item, EventTexts.system(item, text));
                }
            } else if (field.getKey().equals("Keywords")) {
                keywords(text, sections);
            } else if (!field.getKey().equals("Payload") || !payload(text, data, sections)) {
                others.put(field.getKey(), field.getValue());
            }
        }
        long number = system.record(row.record());
        return new EventTrees.Read(new WindowsRecord(number, number, row.offset(), system.build(), data, sections, false), others);
    }

    /** A mask, or the words for it, which say the outcome of an audit. */
    private void keywords(String text, List<Element> sections) {
        if (text.startsWith("0x")) {
            system.set(SystemField.KEYWORDS, EventTexts.system(SystemField.KEYWORDS, text));
        } else if (!text.isEmpty()) {
            boolean audit = text.regionMatches(true, 0, AUDIT, 0, AUDIT.length()) && text.length() > AUDIT.length();
            String spelt = audit ? "Audit " + Character.toUpperCase(text.charAt(AUDIT.length())) + text.substring(AUDIT.length() + 1) : text;
            Element keyword = new Element("Keyword", List.of(), Optional.of(spelt), List.of());
            sections.add(new Element("RenderingInfo", List.of(), Optional.empty(),
                    List.of(new Element("Keywords", List.of(), Optional.empty(), List.of(keyword)))));
        }
    }

    /** Adds what a payload holds; false, and nothing added, where it is no JSON or holds nothing. */
    private static boolean payload(String text, List<DataItem> data, List<Element> sections) {
        EvtxPayload.Parts parts = EvtxPayload.read(text);
        data.addAll(parts.data());
        sections.addAll(parts.sections());
        return !parts.data().isEmpty() || !parts.sections().isEmpty();
    }
}
