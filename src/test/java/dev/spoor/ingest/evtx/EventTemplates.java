package dev.spoor.ingest.evtx;

import dev.spoor.ingest.WindowsRecord.Attribute;
import dev.spoor.ingest.WindowsRecord.Element;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** The two templates of an event: System around, EventData or UserData within. */
final class EventTemplates {
    private static final String NAMESPACE = "http://schemas.microsoft.com/win/2004/08/events/event";

    private EventTemplates() {}

    static void write(EventDescription event, BinXmlWriter to) {
        List<Datum> values = new ArrayList<>();
        values.add(Datum.string("", event.provider()));
        values.add(orNull(ValueType.GUID, event.providerGuid()));
        values.add(Datum.of("", ValueType.UINT16, Integer.toString(event.eventId())));
        values.add(Datum.of("", ValueType.UINT8, Integer.toString(event.version())));
        values.add(Datum.of("", ValueType.UINT8, Integer.toString(event.level())));
        values.add(Datum.of("", ValueType.UINT16, Integer.toString(event.task())));
        values.add(Datum.of("", ValueType.UINT8, Integer.toString(event.opcode())));
        values.add(Datum.of("", ValueType.HEX64, event.keywords()));
        values.add(Datum.of("", ValueType.FILETIME, event.time()));
        values.add(Datum.of("", ValueType.UINT64, Long.toString(event.recordId())));
        values.add(Datum.of("", ValueType.UINT32, Integer.toString(event.processId())));
        values.add(Datum.of("", ValueType.UINT32, Integer.toString(event.threadId())));
        values.add(Datum.string("", event.channel()));
        values.add(Datum.string("", event.computer()));
        values.add(orNull(ValueType.SID, event.userId()));
        to.header().instance("System", guid("System"), EventTemplates::around, values, nested -> inner(event, nested)).end();
    }

    private static Datum orNull(int type, String text) {
        return text.isEmpty() ? Datum.none("") : Datum.of("", type, text);
    }

    private static byte[] guid(String key) {
        UUID id = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).array();
    }

    private static void around(BinXmlWriter to) {
        to.template().header().open("Event", a -> a.attribute("xmlns", false).text(NAMESPACE)).content().open("System").content();
        to.open("Provider", a -> a.attribute("Name", true).slot(0, ValueType.STRING, false).attribute("Guid", false).slot(1, ValueType.GUID, true)).closeEmpty();
        element(to, "EventID", 2, ValueType.UINT16);
        element(to, "Version", 3, ValueType.UINT8);
        element(to, "Level", 4, ValueType.UINT8);
        element(to, "Task", 5, ValueType.UINT16);
        element(to, "Opcode", 6, ValueType.UINT8);
        element(to, "Keywords", 7, ValueType.HEX64);
        to.open("TimeCreated", a -> a.attribute("SystemTime", false).slot(8, ValueType.FILETIME, false)).closeEmpty();
        element(to, "EventRecordID", 9, ValueType.UINT64);
        to.open("Correlation").closeEmpty();
        to.open("Execution", a -> a.attribute("ProcessID", true).slot(10, ValueType.UINT32, false)
                .attribute("ThreadID", false).slot(11, ValueType.UINT32, false)).closeEmpty();
        element(to, "Channel", 12, ValueType.STRING);
        element(to, "Computer", 13, ValueType.STRING);
        to.open("Security", a -> a.attribute("UserID", false).slot(14, ValueType.SID, true)).closeEmpty();
        to.close().slot(15, ValueType.BINXML, true).close().end();
    }

    private static void element(BinXmlWriter to, String name, int index, int type) {
        to.open(name).content().slot(index, type, false).close();
    }

    private static void inner(EventDescription event, BinXmlWriter to) {
        if (event.userData().isPresent()) {
            Element tree = event.userData().get();
            List<Datum> values = new ArrayList<>();
            leaves(tree, values);
            userData(tree, values, to);
            return;
        }
        String key = "EventData" + event.data().stream().map(datum -> datum.name() + ':' + datum.type()).toList();
        to.header().instance(key, guid(key), body -> eventData(event.data(), body), event.data(), null).end();
    }

    private static void eventData(List<Datum> data, BinXmlWriter to) {
        to.template().header().open("EventData").content();
        for (int i = 0; i < data.size(); i++) {
            Datum datum = data.get(i);
            if (datum.name().equals("#Binary")) {
                to.open("Binary", i, null);
            } else {
                to.open("Data", datum.name().isEmpty() ? null : a -> a.attribute("Name", false).text(datum.name()));
            }
            to.content().slot(i, datum.type(), false).close();
        }
        to.close().end();
    }

    private static void userData(Element tree, List<Datum> values, BinXmlWriter to) {
        String key = "UserData" + shape(tree);
        Consumer<BinXmlWriter> body = definition -> {
            definition.template().header().open("UserData").content();
            tree(tree, new int[1], definition);
            definition.close().end();
        };
        to.header().instance(key, guid(key), body, values, null).end();
    }

    private static void leaves(Element element, List<Datum> values) {
        element.attributes().forEach(attribute -> values.add(Datum.string("", attribute.value())));
        if (element.children().isEmpty()) {
            values.add(Datum.string("", element.text().orElse("")));
        }
        element.children().forEach(child -> leaves(child, values));
    }

    private static void tree(Element element, int[] next, BinXmlWriter to) {
        List<Attribute> attributes = element.attributes();
        to.open(element.name(), attributes.isEmpty() ? null : a -> {
            for (int i = 0; i < attributes.size(); i++) {
                a.attribute(attributes.get(i).name(), i < attributes.size() - 1).slot(next[0]++, ValueType.STRING, false);
            }
        }).content();
        if (element.children().isEmpty()) {
            to.slot(next[0]++, ValueType.STRING, false);
        }
        element.children().forEach(child -> tree(child, next, to));
        to.close();
    }

    private static String shape(Element element) {
        return element.name() + element.attributes().stream().map(Attribute::name).toList() + element.children().stream().map(EventTemplates::shape).toList();
    }
}
