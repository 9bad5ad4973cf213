package dev.spoor.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.spoor.ingest.Damaged;
import dev.spoor.ingest.WindowsRecord;
import dev.spoor.ingest.WindowsRecord.Attribute;
import dev.spoor.ingest.WindowsRecord.DataItem;
import dev.spoor.ingest.WindowsRecord.Element;
import dev.spoor.ingest.WindowsRecord.SystemData;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Optional;

/** Writes Windows records as JSON lines, one object a record; absent values are left out. Not thread-safe. */
final class RecordLines implements Closeable {
    private static final int LONGEST_NUMBER = 18;

    private final JsonGenerator json;

    RecordLines(Writer to) throws IOException {
        json = new JsonFactory().createGenerator(to);
        json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    }

    /** Writes a record. */
    void write(WindowsRecord record) throws IOException {
        json.writeStartObject();
        unsigned("record", record.record());
        unsigned("header_record", record.headerRecord());
        json.writeNumberField("offset", record.offset());
        system(record.system());
        json.writeArrayFieldStart("event_data");
        for (DataItem item : record.eventData()) {
            data(item);
        }
        json.writeEndArray();
        for (Element section : record.sections()) {
            json.writeFieldName(snake(section.name()));
            element(section);
        }
        json.writeBooleanField("recovered", record.recovered());
        json.writeEndObject();
    }

    /** Writes a damaged place. */
    void write(Damaged damaged) throws IOException {
        json.writeStartObject();
        json.writeStringField("problem", damaged.problem());
        json.writeNumberField("offset", damaged.offset());
        json.writeEndObject();
    }

    /** Ends the last line and the output. */
    @Override public void close() throws IOException {
        if (json.getOutputContext().getEntryCount() > 0) {
            json.writeRaw('\n');
        }
        json.close();
    }

    private void system(SystemData system) throws IOException {
        number("event_id", system.eventId());
        number("qualifiers", system.qualifiers());
        number("version", system.version());
        text("provider", system.provider());
        text("provider_guid", system.providerGuid());
        text("provider_source", system.providerSource());
        text("channel", system.channel());
        text("computer", system.computer());
        number("level", system.level());
        number("task", system.task());
        number("opcode", system.opcode());
        text("keywords", system.keywords());
        text("time", system.time());
        number("process_id", system.processId());
        number("thread_id", system.threadId());
        text("activity_id", system.activityId());
        text("related_activity_id", system.relatedActivityId());
        text("user_id", system.userId());
    }

    private void data(DataItem item) throws IOException {
        json.writeStartArray();
        if (item.name().isPresent()) {
            json.writeString(item.name().get());
        } else {
            json.writeNull();
        }
        if (item.tree().isPresent()) {
            element(item.tree().get());
        } else {
            json.writeString(item.value());
        }
        json.writeEndArray();
    }

    private void element(Element element) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", element.name());
        if (!element.attributes().isEmpty()) {
            json.writeObjectFieldStart("attributes");
            for (Attribute attribute : element.attributes()) {
                json.writeStringField(attribute.name(), attribute.value());
            }
            json.writeEndObject();
        }
        if (element.text().isPresent()) {
            json.writeStringField("text", element.text().get());
        }
        if (!element.children().isEmpty()) {
            json.writeArrayFieldStart("children");
            for (Element child : element.children()) {
                element(child);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void text(String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        }
    }

    /** A number where the text is one as JSON writes it, else the text; left out where it is empty. */
    private void number(String name, Optional<String> value) throws IOException {
        String text = value.orElse("");
        if (text.isEmpty()) {
            return;
        }
        if (text.length() <= LONGEST_NUMBER && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            json.writeNumberField(name, Long.parseLong(text));
        } else {
            json.writeStringField(name, text);
        }
    }

    private void unsigned(String name, long value) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(Long.toUnsignedString(value));
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
