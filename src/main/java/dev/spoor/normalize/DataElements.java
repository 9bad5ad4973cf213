package dev.spoor.normalize;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spoor.ingest.WindowsRecord.DataItem;
import java.util.List;
import java.util.Optional;

/** A list of Data elements as converters of XML write it: attributes under {@code @Name}, {@code -Name}, {@code #attributes} or {@code $}, text under {@code #text} or {@code _}. */
final class DataElements {
    private static final int DEPTH = 32;
    private static final ObjectMapper JSON = new ObjectMapper(
            JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH).maxStringLength(64 << 20).build()).build());

    private DataElements() {}

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

    private static String text(JsonNode node) {
        return node.isNull() || node.isMissingNode() ? "" : node.asText();
    }
}
