package dev.spoor.ingest;

import dev.spoor.ingest.WindowsRecord.Attribute;
import dev.spoor.ingest.WindowsRecord.DataItem;
import dev.spoor.ingest.WindowsRecord.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** Turns the XML of one event into a record, wherever the XML was found: in a file, or in a field of a document. Not thread-safe. */
public final class EventXmlParser {
    /** How deep the elements of an event may stand in each other where nobody says otherwise. */
    public static final int DEPTH = 64;

    private final ElementTree trees;
    private final SystemValues system = new SystemValues();

    /** A parser that refuses events with more than so many elements in each other. */
    public EventXmlParser(int deepest) {
        trees = new ElementTree(deepest);
    }

    /**
     * Parses an event.
     *
     * @param offset byte offset of the event, given to what is returned
     * @param number what to call it where it has no EventRecordID
     * @return the record, or why the text is none
     */
    public ReadResult parse(String text, long offset, long number) {
        Element event;
        try {
            event = trees.parse(text);
        } catch (XMLStreamException e) {
            return new Damaged("the event is no XML: " + firstLine(e.getMessage()), offset);
        }
        system.clear();
        List<DataItem> data = new ArrayList<>();
        List<Element> sections = new ArrayList<>();
        for (Element section : event.children()) {
            switch (section.name()) {
                case "System" -> section.children().forEach(this::system);
                case "EventData" -> section.children().forEach(child -> data.add(item(child)));
                default -> sections.add(section);
            }
        }
        long record = system.record(number);
        return new WindowsRecord(record, record, offset, system.build(), data, sections, false);
    }

    private void system(Element element) {
        system.set(SystemField.of(element.name(), ""), element.text().orElse(""));
        for (Attribute attribute : element.attributes()) {
            system.set(SystemField.of(element.name(), attribute.name()), attribute.value());
        }
    }

    private static DataItem item(Element element) {
        Optional<String> name = switch (element.name()) {
            case "Data" -> element.attributes().stream().filter(a -> a.name().equals("Name")).map(Attribute::value).findFirst();
            case "Binary" -> Optional.of("#Binary");
            default -> Optional.of('#' + element.name());
        };
        boolean leaf = element.children().isEmpty();
        return new DataItem(name, leaf ? element.text().orElse("") : "", leaf ? Optional.empty() : Optional.of(element));
    }

    private static String firstLine(String message) {
        return message == null ? "" : message.lines().filter(line -> !line.startsWith("ParseError")).findFirst().orElse(message).replace("Message: ", "");
    }
}
