package dev.spoor.query.spl;

import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What the XML text of an event holds: its data by their names, elements and attributes by theirs. */
final class ExampleEvent {
    private ExampleEvent() {}

    /** The event, or of one that is cut off what stands before the cut. */
    static String whole(String text) {
        String trimmed = text.strip();
        return trimmed.endsWith("</Event>") ? trimmed : trimmed.substring(0, trimmed.lastIndexOf("</Data>") + 7) + "</EventData></Event>";
    }

    static Map<String, Set<String>> values(String xml) throws ParserConfigurationException, SAXException, IOException {
        Map<String, Set<String>> held = new LinkedHashMap<>();
        gather(DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml))).getDocumentElement(), held);
        return held;
    }

    private static void gather(Element element, Map<String, Set<String>> held) {
        boolean data = element.getTagName().equals("Data") && element.hasAttribute("Name");
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; !data && i < attributes.getLength(); i++) {
            if (!attributes.item(i).getNodeName().startsWith("xmlns")) {
                put(attributes.item(i).getNodeName(), attributes.item(i).getNodeValue(), held);
            }
        }
        boolean leaf = true;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                leaf = false;
                gather(inner, held);
            }
        }
        if (leaf) {
            put(data ? element.getAttribute("Name") : element.getTagName(), element.getTextContent(), held);
        }
    }

    private static void put(String name, String value, Map<String, Set<String>> held) {
        if (!value.isBlank()) {
            held.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(value);
        }
    }
}
