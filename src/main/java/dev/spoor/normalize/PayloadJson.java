package dev.spoor.normalize;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spoor.ingest.WindowsRecord.DataItem;
import dev.spoor.ingest.WindowsRecord.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The data of an event as JSON made of its XML: attributes begin with {@code @}, the text of an element with attributes is {@code #text}. */
final class PayloadJson {
    private static final int DEPTH = 32;
    private static final ObjectMapper JSON = new ObjectMapper(
            JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH).maxStringLength(64 << 20).build()).build());

    private PayloadJson() {}

    /** The tree of a text, or empty where it is no JSON or nested too deep. */
    static Optional<JsonNode> parse(String text) {
        try {
            return Optional.ofNullable(JSON.readTree(text)).filter(JsonNode::isContainerNode);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Adds the data of {@code Data}: an object of name and text, a text, or a list of them. */
    static void elements(JsonNode data, List<DataItem> to) {
        if (data.isArray()) {
            data.forEach(element -> element(element, to));
        } else {
            element(data, to);
        }
    }

    private static void element(JsonNode element, List<DataItem> to) {
        if (!element.isObject()) {
            to.add(new DataItem(Optional.empty(), text(element), Optional.empty()));
            return;
        }
        JsonNode attributes = element.has("#attributes") ? element.get("#attributes") : element.path("$");
        JsonNode name = element.has("@Name") ? element.get("@Name") : element.has("-Name") ? element.get("-Name") : attributes.path("Name");
        JsonNode text = element.has("#text") ? element.get("#text") : element.path("_");
        to.add(new DataItem(name.isMissingNode() ? Optional.empty() : Optional.of(name.asText()), text(text), Optional.empty()));
    }

    /** Leaves of a section such as UserData, below the elements that hold them. */
    static Element section(String name, JsonNode node) {
        List<Element> children = new ArrayList<>();
        for (Map.Entry<String, JsonNode> child : node.properties()) {
            if (!attribute(child.getKey())) {
                child(child.getKey(), child.getValue(), children);
            }
        }
        return new Element(name, List.of(), Optional.empty(), children);
    }

    private static void child(String name, JsonNode node, List<Element> to) {
        if (node.isArray()) {
            node.forEach(one -> child(name, one, to));
        } else if (node.isObject() && node.properties().stream().anyMatch(member -> !attribute(member.getKey()) && !member.getKey().equals("#text"))) {
            to.add(section(name, node));
        } else {
            JsonNode text = node.isObject() ? node.path("#text") : node;
            to.add(new Element(name, List.of(), Optional.of(text(text)), List.of()));
        }
    }

    private static boolean attribute(String name) {
        return name.startsWith("@") || name.equals("#attributes") || name.equals("$");
    }

    private static String text(JsonNode node) {
        return node.isNull() || node.isMissingNode() ? "" : node.asText();
    }
}
