package dev.spoor.normalize;

import dev.spoor.event.Time;
import dev.spoor.event.Value;
import dev.spoor.event.Values;
import dev.spoor.ingest.EventBlock;
import dev.spoor.ingest.SystemField;
import dev.spoor.ingest.SystemValues;
import dev.spoor.ingest.WindowsRecord;
import dev.spoor.ingest.WindowsRecord.DataItem;
import dev.spoor.ingest.WindowsRecord.Element;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes Windows records again of what programs exported of them. Not thread-safe. */
final class ExportedRecords {
    /** The record number of a record that does not say its own. */
    static final long NO_NUMBER = -1;
    private static final Map<String, SystemField> PLAIN = Map.ofEntries(Map.entry("record", SystemField.RECORD), Map.entry("event_id", SystemField.EVENT_ID),
            Map.entry("version", SystemField.VERSION), Map.entry("qualifiers", SystemField.QUALIFIERS), Map.entry("task", SystemField.TASK),
            Map.entry("opcode", SystemField.OPCODE), Map.entry("process_id", SystemField.PROCESS_ID), Map.entry("thread_id", SystemField.THREAD_ID),
            Map.entry("computer", SystemField.COMPUTER), Map.entry("user_sid", SystemField.USER_ID), Map.entry("activity_id", SystemField.ACTIVITY_ID),
            Map.entry("related_activity_id", SystemField.RELATED_ACTIVITY_ID), Map.entry("channel", SystemField.CHANNEL));
    private final ExportTables tables = ExportTables.shipped();
    private final MessageData messages;
    private final LocalTimes times;
    private final SystemValues system = new SystemValues();
    private final Map<ExportShape, Map<String, String>> known = new EnumMap<>(ExportShape.class);

    ExportedRecords(MappingTables mappings, LocalTimes times) {
        this.messages = new MessageData(tables, mappings);
        this.times = times;
        for (ExportShape shape : ExportShape.values()) {
            known.put(shape, new HashMap<>());
        }
    }

    ExportShape shape(Map<String, Values> fields) {
        return ExportShape.of(fields, tables);
    }

    /** The record that an export of a shape shows; empty where it shows no Windows event, or not enough of it. */
    Optional<WindowsRecord> read(ExportShape shape, Map<String, Values> fields, long offset) {
        return switch (shape) {
            case SPLUNK -> raw(text(fields.get("_raw")), text(fields.get(EventBlock.TIME)), offset);
            case GET_WINEVENT, BLOCK, EVENT_VIEWER -> {
                Map<String, String> items = new HashMap<>();
                fields.forEach((name, values) -> item(shape, name, text(values), items));
                yield build(items, offset);
            }
            case KIBANA, NONE -> Optional.empty();
        };
    }

    /** An event as it was indexed; the time at which it was indexed says more than the one within a block, which names no zone. */
    private Optional<WindowsRecord> raw(String text, String indexed, long offset) {
        String begin = text.stripLeading();
        if (!EventBlock.begins(begin)) {
            return Optional.empty();
        }
        Map<String, String> items = new HashMap<>();
        EventBlock.parse(begin).forEach((name, value) -> item(ExportShape.BLOCK, name, value, items));
        if (LocalTimes.absolute(indexed) != Time.NONE) {
            items.put("utc", indexed);
        }
        return build(items, offset);
    }

    private void item(ExportShape shape, String name, String value, Map<String, String> items) {
        String item = known.get(shape).computeIfAbsent(name, _ -> meaning(shape, name));
        if (!item.isEmpty() && !value.isEmpty() && !tables.has("nothing", value)) {
            items.putIfAbsent(item, value);
        }
    }

    /** What a column holds; empty for what is no part of a record. */
    private String meaning(ExportShape shape, String name) {
        String item = tables.get(shape.kind(), name);
        boolean unnamed = shape == ExportShape.EVENT_VIEWER && name.startsWith("column_");
        return item == null ? unnamed ? "message" : "" : item;
    }

    private Optional<WindowsRecord> build(Map<String, String> items, long offset) {
        String id = items.getOrDefault("event_id", "");
        if (Numbers.decimal(id).isEmpty()) {
            return Optional.empty();
        }
        system.clear();
        PLAIN.forEach((item, field) -> {
            if (items.containsKey(item)) {
                system.set(field, items.get(item));
            }
        });
        List<Element> sections = new ArrayList<>(rendering(items));
        provider(items);
        level(items.getOrDefault("level", ""));
        time(items);
        String channel = system.get(SystemField.CHANNEL).orElse("");
        List<DataItem> data = new ArrayList<>();
        split(messages.read(channel, id, items.getOrDefault("message", "")), data, sections);
        long number = system.record(NO_NUMBER);
        return Optional.of(new WindowsRecord(number, number, offset, system.build(), data, sections, false));
    }

    private void provider(Map<String, String> items) {
        String shown = items.getOrDefault("provider", "");
        String known = tables.get("provider", shown);
        String provider = known == null ? shown : known;
        if (!provider.isEmpty()) {
            system.set(SystemField.PROVIDER, provider);
        }
        String guid = items.getOrDefault("provider_guid", "");
        if (!guid.isEmpty()) {
            system.set(SystemField.PROVIDER_GUID, guid.startsWith("{") ? guid : "{" + guid + "}");
        }
        String channel = tables.get("channel", provider);
        if (!items.containsKey("channel") && channel != null) {
            system.set(SystemField.CHANNEL, channel);
        }
    }

    private void level(String shown) {
        String number = tables.get("level", shown);
        if (number != null || Numbers.decimal(shown).isPresent()) {
            system.set(SystemField.LEVEL, number == null ? shown : number);
        }
    }

    private void time(Map<String, String> items) {
        String utc = items.getOrDefault("utc", "");
        long ticks = utc.isEmpty() ? times.ticks(items.getOrDefault("local_time", "")) : utc(utc);
        if (ticks != Time.NONE) {
            system.set(SystemField.TIME, Time.iso(ticks));
        }
    }

    private static long utc(String text) {
        long absolute = LocalTimes.absolute(text);
        return absolute == Time.NONE ? Time.parse(text) : absolute;
    }

    /** The texts that the export has for numbers, as forwarded events have them. */
    private List<Element> rendering(Map<String, String> items) {
        List<Element> texts = new ArrayList<>();
        rendered(texts, "Message", items.get("message"));
        rendered(texts, "Task", items.get("task_text"));
        rendered(texts, "Opcode", items.get("opcode_text"));
        List<Element> keywords = new ArrayList<>();
        for (String shown : items.getOrDefault("keywords", "").split(",")) {
            String keyword = shown.strip();
            if (keyword.startsWith("0x")) {
                system.set(SystemField.KEYWORDS, keyword);
            } else if (!keyword.isEmpty() && !tables.has("nothing", keyword)) {
                String known = tables.get("keyword", keyword);
                rendered(keywords, "Keyword", known == null ? keyword : known);
            }
        }
        Numbers.decimal(items.getOrDefault("signed_keywords", "")).ifPresent(mask -> system.set(SystemField.KEYWORDS, "0x" + Long.toHexString(mask)));
        if (!keywords.isEmpty()) {
            texts.add(new Element("Keywords", List.of(), Optional.empty(), keywords));
        }
        return texts.isEmpty() ? List.of() : List.of(new Element("RenderingInfo", List.of(), Optional.empty(), texts));
    }

    private static void rendered(List<Element> texts, String name, String text) {
        if (text != null) {
            texts.add(new Element(name, List.of(), Optional.of(text), List.of()));
        }
    }

    /** Sorts what a message shows into event data and user data. */
    private static void split(List<DataItem> shown, List<DataItem> data, List<Element> sections) {
        List<Element> leaves = new ArrayList<>();
        String tag = "";
        for (DataItem item : shown) {
            String name = item.name().orElse("");
            int slash = name.indexOf('/');
            if (slash < 0) {
                data.add(item);
            } else {
                tag = name.substring(0, slash);
                leaves.add(new Element(name.substring(slash + 1), List.of(), Optional.of(item.value()), List.of()));
            }
        }
        if (!leaves.isEmpty()) {
            sections.add(new Element("UserData", List.of(), Optional.empty(), List.of(new Element(tag, List.of(), Optional.empty(), leaves))));
        }
    }

    /** The text of a field; empty where it has none. */
    static String text(Values values) {
        if (values == null || values.first().kind() == Value.Kind.JSON) {
            return "";
        }
        return values.first().text();
    }
}
