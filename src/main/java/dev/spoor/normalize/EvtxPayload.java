package dev.spoor.normalize;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spoor.ingest.WindowsRecord.Attribute;
import dev.spoor.ingest.WindowsRecord.DataItem;
import dev.spoor.ingest.WindowsRecord.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the column Payload of EvtxECmd: the elements behind System of an event's XML as JSON, attributes under {@code @name}, text under {@code #text}, elements that
 * repeat as an array. Not thread-safe.
 */
final class EvtxPayload {
    private static final int DEEPEST = 64;
    private static final ObjectMapper JSON = new ObjectMapper(
            JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build()).build());

    /** What a payload holds. */
    record Parts(List<DataItem> data, List<Element> sections) {
        static final Parts NONE = new Parts(List.of(), List.of());
    }

    private EvtxPayload() {}

    /** The parts of a payload; none where it is no such JSON. */
    static Parts read(String json) {
        if (!json.startsWith("{")) {
            return Parts.NONE;
        }
        try {
            List<DataItem> data = new ArrayList<>();
            List<Element> sections = new ArrayList<>();
            for (Map.Entry<String, JsonNode> member : JSON.readTree(json).properties()) {
                if (member.getKey().equals("EventData")) {
                    elements("", member.getValue()).forEach(element -> element.children().forEach(child -> data.add(item(child))));
                } else {
                    sections.addAll(elements(member.getKey(), member.getValue()));
                }
            }
            return new Parts(data, sections);
        } catch (JsonProcessingException e) {
            return Parts.NONE;
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

    private static List<Element> elements(String name, JsonNode node) {
        if (node.isArray()) {
            List<Element> all = new ArrayList<>();
            node.forEach(one -> all.addAll(elements(name, one)));
            return all;
        }
        if (!node.isObject()) {
            return List.of(new Element(name, List.of(), Optional.of(node.asText("")), List.of()));
        }
        List<Attribute> attributes = new ArrayList<>();
        List<Element> children = new ArrayList<>();
        String text = "";
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String key = member.getKey();
            if (key.equals("#text")) {
                text = member.getValue().asText("");
            } else if (!key.startsWith("@")) {
                children.addAll(elements(key, member.getValue()));
            } else if (!key.startsWith("@xmlns")) {
                attributes.add(new Attribute(key.substring(1), member.getValue().asText("")));
            }
        }
        return List.of(new Element(name, attributes, children.isEmpty() ? Optional.of(text) : Optional.empty(), children));
    }
}
