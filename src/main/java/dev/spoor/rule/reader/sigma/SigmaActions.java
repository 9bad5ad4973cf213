package dev.spoor.rule.reader.sigma;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.rule.reader.MalformedRuleException;
import dev.spoor.rule.reader.sigma.SigmaCollection.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The collections of older Sigma: what a document with {@code action: global} says holds for those behind it, until one with {@code action: reset};
 * {@code action: repeat} says again what the document before said, with changes. Maps are joined key by key; anything else of the later document takes the place of the
 * earlier. Several rules that so have one id are told apart by a number behind it. Source: Sigma's specification 1, "rule collections". Used once.
 */
final class SigmaActions {
    private ObjectNode global = JsonNodeFactory.instance.objectNode();
    private ObjectNode before = JsonNodeFactory.instance.objectNode();
    private int inherited;

    /** The document as it stands for itself; empty if it only says something about others. */
    Optional<Document> next(Document document) throws MalformedRuleException {
        if (!(document.tree() instanceof ObjectNode own)) {
            return Optional.of(document);
        }
        String action = SigmaYamlReader.text(own, "action");
        if (!own.has("action") && global.isEmpty()) {
            before = own;
            return Optional.of(document);
        }
        ObjectNode said = own.deepCopy();
        said.remove("action");
        switch (action) {
            case "global" -> {
                global = joined(global, said);
                return Optional.empty();
            }
            case "reset" -> {
                global = JsonNodeFactory.instance.objectNode();
                return said.isEmpty() ? Optional.empty() : Optional.of(document(said, said));
            }
            case "repeat" -> {
                return Optional.of(document(joined(before, said), said));
            }
            case "" -> {
                return Optional.of(document(joined(global, said), said));
            }
            default -> throw new MalformedRuleException("A collection's action is global, reset or repeat, not " + action, 0, 0);
        }
    }

    private Document document(ObjectNode whole, ObjectNode said) {
        before = whole;
        ObjectNode shown = whole.deepCopy();
        String id = SigmaYamlReader.text(whole, "id");
        if (!id.isEmpty() && !said.has("id") && ++inherited > 1) {
            shown.put("id", id + "-" + inherited);
        }
        StringBuilder text = new StringBuilder();
        shown.properties().forEach(entry -> text.append(entry.getKey()).append(": ").append(flow(entry.getValue())).append('\n'));
        return new Document(shown, text.toString());
    }

    private static ObjectNode joined(ObjectNode earlier, ObjectNode later) {
        ObjectNode joined = earlier.deepCopy();
        later.properties().forEach(entry -> {
            boolean maps = joined.get(entry.getKey()) instanceof ObjectNode && entry.getValue() instanceof ObjectNode;
            joined.set(entry.getKey(), maps ? joined((ObjectNode) joined.get(entry.getKey()), (ObjectNode) entry.getValue()) : entry.getValue());
        });
        return joined;
    }

    /** A value on one line of YAML. Whole numbers and truth values stand plain, as they do in rules; other texts in quotes. */
    private static String flow(JsonNode node) {
        List<String> parts = new ArrayList<>();
        if (node.isObject()) {
            node.properties().forEach(entry -> parts.add(JsonNodeFactory.instance.textNode(entry.getKey()) + ": " + flow(entry.getValue())));
            return "{" + String.join(", ", parts) + "}";
        }
        if (node.isArray()) {
            node.forEach(one -> parts.add(flow(one)));
            return "[" + String.join(", ", parts) + "]";
        }
        boolean plain = node.isNull() || node.asText().matches("-?(0|[1-9][0-9]{0,17})|true|false");
        return plain ? node.asText() : node.toString();
    }
}
