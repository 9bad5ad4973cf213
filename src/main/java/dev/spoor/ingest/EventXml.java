package dev.spoor.ingest;

import dev.spoor.ingest.WindowsRecord.Attribute;
import dev.spoor.ingest.WindowsRecord.DataItem;
import dev.spoor.ingest.WindowsRecord.Element;
import dev.spoor.ingest.WindowsRecord.SystemData;
import java.util.Arrays;
import java.util.Optional;

/**
 * Writes a record as event XML, indented as the Event Viewer shows it. Everything that came from the log is escaped; characters that XML
 * forbids become U+FFFD. What a {@link WindowsRecord} does not keep (namespaces, text beside elements) is not written.
 */
public final class EventXml {
    private static final String NAMESPACE = "http://schemas.microsoft.com/win/2004/08/events/event";

    private final StringBuilder out = new StringBuilder(2_048);

    private EventXml() {}

    /** The XML of a record, lines separated by a line feed. */
    public static String of(WindowsRecord record) {
        EventXml xml = new EventXml();
        xml.out.append("<Event xmlns=\"").append(NAMESPACE).append("\">\n");
        xml.system(record.system(), Long.toUnsignedString(record.record()));
        if (!record.eventData().isEmpty()) {
            xml.out.append("  <EventData>\n");
            record.eventData().forEach(xml::data);
            xml.out.append("  </EventData>\n");
        }
        record.sections().forEach(section -> xml.element(section, 1));
        return xml.out.append("</Event>\n").toString();
    }

    private void system(SystemData system, String number) {
        out.append("  <System>\n");
        bare("Provider", named("Name", system.provider()), named("Guid", system.providerGuid()),
                named("EventSourceName", system.providerSource()));
        system.eventId().ifPresent(id -> {
            open("EventID");
            attribute("Qualifiers", system.qualifiers());
            close("EventID", id);
        });
        text("Version", system.version());
        text("Level", system.level());
        text("Task", system.task());
        text("Opcode", system.opcode());
        text("Keywords", system.keywords());
        bare("TimeCreated", named("SystemTime", system.time()));
        text("EventRecordID", Optional.of(number));
        bare("Correlation", named("ActivityID", system.activityId()), named("RelatedActivityID", system.relatedActivityId()));
        bare("Execution", named("ProcessID", system.processId()), named("ThreadID", system.threadId()));
        text("Channel", system.channel());
        text("Computer", system.computer());
        bare("Security", named("UserID", system.userId()));
        out.append("  </System>\n");
    }

    private void data(DataItem item) {
        String name = item.name().orElse("");
        String tag = name.startsWith("#") && item.name().isPresent() ? name(name.substring(1)) : "Data";
        if (item.tree().isPresent()) {
            element(item.tree().get(), 2);
            return;
        }
        open(tag);
        if (tag.equals("Data")) {
            attribute("Name", item.name());
        }
        close(tag, item.value());
    }

    private void element(Element element, int depth) {
        String tag = name(element.name());
        out.append("  ".repeat(depth)).append('<').append(tag);
        for (Attribute attribute : element.attributes()) {
            attribute(name(attribute.name()), Optional.of(attribute.value()));
        }
        if (element.children().isEmpty()) {
            close(tag, element.text().orElse(""));
            return;
        }
        out.append(">\n");
        element.children().forEach(child -> element(child, depth + 1));
        out.append("  ".repeat(depth)).append("</").append(tag).append(">\n");
    }

    private void text(String tag, Optional<String> value) {
        value.ifPresent(text -> {
            open(tag);
            close(tag, text);
        });
    }

    /** An element without text; left out where it has no attribute either. */
    private void bare(String tag, Named... attributes) {
        if (Arrays.stream(attributes).anyMatch(attribute -> attribute.value.isPresent())) {
            open(tag);
            for (Named attribute : attributes) {
                attribute(attribute.name, attribute.value);
            }
            out.append(" />\n");
        }
    }

    private static Named named(String name, Optional<String> value) {
        return new Named(name, value);
    }

    private void open(String tag) {
        out.append("    <").append(tag);
    }

    private void close(String tag, String value) {
        if (value.isEmpty()) {
            out.append(" />\n");
            return;
        }
        out.append('>');
        escape(value, false);
        out.append("</").append(tag).append(">\n");
    }

    private void attribute(String name, Optional<String> value) {
        value.ifPresent(text -> {
            out.append(' ').append(name).append("=\"");
            escape(text, true);
            out.append('"');
        });
    }

    private void escape(String value, boolean quoted) {
        int i = 0;
        while (i < value.length()) {
            int c = value.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(quoted ? "&quot;" : "\"");
                case '\r' -> out.append("&#xD;");
                case '\n', '\t' -> {
                    if (quoted) {
                        out.append("&#x").append(c == '\n' ? 'A' : '9').append(';');
                    } else {
                        out.append((char) c);
                    }
                }
                default -> out.appendCodePoint(allowed(c) ? c : 0xFFFD);
            }
        }
    }

    private static boolean allowed(int c) {
        return c >= ' ' && c < 0xD800 || c >= 0xE000 && c < 0xFFFE || c >= 0x10000;
    }

    /** A name that XML takes; a damaged log may hold any. */
    private static String name(String name) {
        StringBuilder fit = new StringBuilder(name);
        for (int i = 0; i < fit.length(); i++) {
            char c = fit.charAt(i);
            boolean letter = Character.isLetter(c) || c == '_';
            if (!letter && !(i > 0 && (Character.isDigit(c) || c == '-' || c == '.'))) {
                fit.setCharAt(i, '_');
            }
        }
        return fit.isEmpty() ? "_" : fit.toString();
    }

    private record Named(String name, Optional<String> value) {}
}
