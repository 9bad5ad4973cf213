package dev.spoor.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.ingest.Damaged;
import dev.spoor.ingest.DocumentRecord;
import dev.spoor.ingest.WindowsRecord;
import dev.spoor.ingest.WindowsRecord.Attribute;
import dev.spoor.ingest.WindowsRecord.DataItem;
import dev.spoor.ingest.WindowsRecord.Element;
import dev.spoor.ingest.WindowsRecord.SystemData;
import dev.spoor.segment.JsonTexts;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** How {@code records} prints a record: absent values are left out, numbers are numbers. */
final class RecordJson {
    private static final int LONGEST_NUMBER = 18;

    private RecordJson() {}

    static ObjectNode of(WindowsRecord record) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        unsigned(line, "record", record.record());
        unsigned(line, "header_record", record.headerRecord());
        line.put("offset", record.offset());
        system(line, record.system());
        ArrayNode data = line.putArray("event_data");
        record.eventData().forEach(item -> data(data.addArray(), item));
        record.sections().forEach(section -> line.set(snake(section.name()), element(section)));
        return line.put("recovered", record.recovered());
    }

    /** A document: its fields by dotted path, those with several values as lists. */
    static ObjectNode of(DocumentRecord record) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("record", record.record());
        if (record.offset() >= 0) {
            line.put("offset", record.offset());
        }
        ObjectNode fields = line.putObject("fields");
        record.fields().forEach((path, values) -> {
            if (values.size() == 1) {
                fields.set(path, JsonTexts.node(values.first()));
                return;
            }
            ArrayNode list = fields.putArray(path);
            for (int i = 0; i < values.size(); i++) {
                list.add(JsonTexts.node(values.get(i)));
            }
        });
        return line;
    }

    static ObjectNode of(Damaged damaged) {
        return JsonNodeFactory.instance.objectNode().put("problem", damaged.problem()).put("offset", damaged.offset());
    }

    private static void system(ObjectNode line, SystemData system) {
        number(line, "event_id", system.eventId());
        number(line, "qualifiers", system.qualifiers());
        number(line, "version", system.version());
        text(line, "provider", system.provider());
        text(line, "provider_guid", system.providerGuid());
        text(line, "provider_source", system.providerSource());
        text(line, "channel", system.channel());
        text(line, "computer", system.computer());
        number(line, "level", system.level());
        number(line, "task", system.task());
        number(line, "opcode", system.opcode());
        text(line, "keywords", system.keywords());
        text(line, "time", system.time());
        number(line, "process_id", system.processId());
        number(line, "thread_id", system.threadId());
        text(line, "activity_id", system.activityId());
        text(line, "related_activity_id", system.relatedActivityId());
        text(line, "user_id", system.userId());
    }

    private static void data(ArrayNode pair, DataItem item) {
        pair.add(item.name().orElse(null));
        if (item.tree().isPresent()) {
            pair.add(element(item.tree().get()));
        } else {
            pair.add(item.value());
        }
    }

    private static ObjectNode element(Element element) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("name", element.name());
        if (!element.attributes().isEmpty()) {
            ObjectNode attributes = node.putObject("attributes");
            for (Attribute attribute : element.attributes()) {
                attributes.put(attribute.name(), attribute.value());
            }
        }
        element.text().ifPresent(text -> node.put("text", text));
        if (!element.children().isEmpty()) {
            ArrayNode children = node.putArray("children");
            element.children().forEach(child -> children.add(element(child)));
        }
        return node;
    }

    private static void text(ObjectNode line, String name, Optional<String> value) {
        value.ifPresent(text -> line.put(name, text));
    }

    /** A number where the text is one as JSON writes it, else the text; left out where it is empty. */
    private static void number(ObjectNode line, String name, Optional<String> value) {
        String text = value.orElse("");
        if (text.isEmpty()) {
            return;
        }
        if (text.length() <= LONGEST_NUMBER && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            line.put(name, Long.parseLong(text));
        } else {
            line.put(name, text);
        }
    }

    private static void unsigned(ObjectNode line, String name, long value) {
        if (value >= 0) {
            line.put(name, value);
        } else {
            line.put(name, new BigInteger(Long.toUnsignedString(value)));
        }
    }

    /** UserData as user_data. */
    private static String snake(String name) {
        StringBuilder out = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean begins = Character.isUpperCase(c) && i > 0 && !Character.isUpperCase(name.charAt(i - 1));
            out.append(begins ? "_" : "").append(c);
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }
}
