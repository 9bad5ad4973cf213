package dev.spoor.rule.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/** Builds trees from YAML events and counts what they cost with all aliases followed. */
final class YamlTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int CHARACTERS_PER_NODE = 64;
    private final ReadingLimits limits;
    private final Deque<Frame> open = new ArrayDeque<>();
    private final Map<String, Sized> anchors = new HashMap<>();

    YamlTree(ReadingLimits limits) {
        this.limits = limits;
    }

    /** Takes the next event; answers a document when the event ends its root. */
    Optional<JsonNode> accept(Event event) throws MalformedRuleException {
        switch (event.getEventId()) {
            case MappingStart -> open(new Frame(NODES.objectNode(), ((MappingStartEvent) event).getAnchor()), event);
            case SequenceStart -> open(new Frame(NODES.arrayNode(), ((SequenceStartEvent) event).getAnchor()), event);
            case MappingEnd, SequenceEnd -> {
                Frame done = open.pop();
                return add(new Sized(done.node, done.size), done.anchor, event);
            }
            case Scalar -> {
                return add(scalar((ScalarEvent) event), ((NodeEvent) event).getAnchor(), event);
            }
            case Alias -> {
                return add(aliased((AliasEvent) event), Optional.empty(), event);
            }
            case DocumentStart -> anchors.clear();
            case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
        }
        return Optional.empty();
    }

    private void open(Frame frame, Event event) throws MalformedRuleException {
        if (open.size() >= limits.depth()) {
            throw malformed("nested deeper than " + limits.depth() + " levels", event);
        }
        if (!open.isEmpty() && open.peek().awaitsKey()) {
            throw malformed("a list or map as a key", event);
        }
        open.push(frame);
    }

    private Sized aliased(AliasEvent event) throws MalformedRuleException {
        Sized known = anchors.get(event.getAlias().getValue());
        if (known == null) {
            throw malformed("the alias *" + event.getAlias().getValue() + " has no anchor before it, or is inside it", event);
        }
        return known;
    }

    private static Sized scalar(ScalarEvent event) {
        String text = event.getValue();
        boolean none = event.isPlain() && (text.isEmpty() || text.equals("~") || text.equals("null"));
        return new Sized(none ? NODES.nullNode() : NODES.textNode(text), 1 + text.length() / CHARACTERS_PER_NODE);
    }

    private Optional<JsonNode> add(Sized value, Optional<Anchor> anchor, Event event) throws MalformedRuleException {
        anchor.ifPresent(name -> anchors.put(name.getValue(), value));
        if (value.size > limits.nodes()) {
            throw malformed("more than " + limits.nodes() + " values with all aliases followed", event);
        }
        if (open.isEmpty()) {
            return Optional.of(value.node);
        }
        Frame frame = open.peek();
        frame.size += value.size;
        if (frame.size > limits.nodes()) {
            throw malformed("more than " + limits.nodes() + " values with all aliases followed", event);
        }
        frame.add(value.node, event);
        return Optional.empty();
    }

    private static MalformedRuleException malformed(String message, Event event) {
        int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
        int column = event.getStartMark().map(mark -> mark.getColumn() + 1).orElse(0);
        return new MalformedRuleException("YAML: " + message, line, column);
    }

    /** A value and what it costs. */
    private record Sized(JsonNode node, int size) {}

    /** A list or map that is being read. */
    private static final class Frame {
        private final JsonNode node;
        private final Optional<Anchor> anchor;
        private String key;
        private int size = 1;

        Frame(JsonNode node, Optional<Anchor> anchor) {
            this.node = node;
            this.anchor = anchor;
        }

        boolean awaitsKey() {
            return node.isObject() && key == null;
        }

        void add(JsonNode value, Event event) throws MalformedRuleException {
            switch (node) {
                case ArrayNode list -> list.add(value);
                case ObjectNode map when key == null -> {
                    if (value.isContainerNode()) {
                        throw malformed("a list or map as a key", event);
                    }
                    key = value.isNull() ? "null" : value.textValue();
                    if (map.has(key)) {
                        throw malformed("the key \"" + key + "\" stands twice", event);
                    }
                }
                case ObjectNode map -> {
                    map.set(key, value);
                    key = null;
                }
                default -> throw new IllegalStateException("a frame is a list or a map");
            }
        }
    }
}
