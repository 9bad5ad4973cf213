package dev.spoor.ingest;

import dev.spoor.ingest.WindowsRecord.Attribute;
import dev.spoor.ingest.WindowsRecord.Element;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Parses XML into elements without prefixes and namespace declarations. Namespaces are not checked, so that an event cut out of its file keeps
 * working. Not thread-safe.
 */
final class ElementTree {
    private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    private final int deepest;

    ElementTree(int deepest) {
        this.deepest = deepest;
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    }

    /** The root element of a text. */
    Element parse(String text) throws XMLStreamException {
        XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(legal(text)));
        try {
            return read(xml);
        } finally {
            xml.close();
        }
    }

    private Element read(XMLStreamReader xml) throws XMLStreamException {
        Deque<Open> open = new ArrayDeque<>();
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() >= deepest) {
                        throw new XMLStreamException("more than " + deepest + " elements in each other");
                    }
                    open.push(new Open(local(xml.getLocalName()), attributes(xml), new ArrayList<>(), new StringBuilder()));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> open.getFirst().text.append(xml.getText());
                case XMLStreamConstants.ENTITY_REFERENCE -> open.getFirst().text.append('&').append(xml.getLocalName()).append(';');
                case XMLStreamConstants.END_ELEMENT -> {
                    Element element = open.pop().close();
                    if (open.isEmpty()) {
                        return element;
                    }
                    open.getFirst().children.add(element);
                }
                default -> {} // comments and processing instructions say nothing about an event
            }
        }
    }

    private static List<Attribute> attributes(XMLStreamReader xml) {
        List<Attribute> attributes = new ArrayList<>(xml.getAttributeCount());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String name = xml.getAttributeLocalName(i);
            if (!name.equals("xmlns") && !name.startsWith("xmlns:")) {
                attributes.add(new Attribute(local(name), xml.getAttributeValue(i)));
            }
        }
        return attributes;
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    /** Windows writes control characters as they are, which XML forbids; they become the replacement character. */
    private static String legal(String text) {
        StringBuilder changed = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\t' && c != '\n' && c != '\r' || c >= '\uFFFE') {
                changed = changed == null ? new StringBuilder(text) : changed;
                changed.setCharAt(i, '\uFFFD');
            }
        }
        return changed == null ? text : changed.toString();
    }

    private record Open(String name, List<Attribute> attributes, List<Element> children, StringBuilder text) {
        Element close() {
            return new Element(name, attributes, children.isEmpty() ? Optional.of(text.toString()) : Optional.empty(), children);
        }
    }
}
