package dev.spoor.query.sigma;

import dev.spoor.query.parse.ParseLimits;
import dev.spoor.query.text.Diagnostic;
import dev.spoor.query.text.Diagnostic.Kind;
import dev.spoor.query.text.QueryException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * YAML 1.2 as trees of {@link YamlNode}. Built from parser events, so that neither nesting nor aliases cost more than the limits allow. Used once.
 */
final class YamlReader {
    private final ParseLimits limits;
    private final List<YamlNode> documents = new ArrayList<>();
    private final Deque<Frame> open = new ArrayDeque<>();
    private final Map<String, Sized> anchors = new HashMap<>();

    /** A node and how many nodes it is with all aliases followed. */
    private record Sized(YamlNode node, long size) {}

    /** A list or map that is being read. */
    private static final class Frame {
        private final boolean map;
        private final Optional<Anchor> anchor;
        private final int line;
        private final int column;
        private final List<YamlNode> items = new ArrayList<>();
        private final List<YamlNode.Entry> entries = new ArrayList<>();
        private final Set<String> keys = new HashSet<>();
        private YamlNode.Text key;
        private long size = 1;

        Frame(boolean map, NodeEvent event) {
            this.map = map;
            this.anchor = event.getAnchor();
            this.line = line(event);
            this.column = column(event);
        }

        YamlNode node() {
            return map ? new YamlNode.Entries(List.copyOf(entries), line, column) : new YamlNode.Items(List.copyOf(items), line, column);
        }
    }

    private YamlReader(ParseLimits limits) {
        this.limits = limits;
    }

    /**
     * The documents of a text; empty ones are left out.
     *
     * @throws QueryException for a syntax error, a key that stands twice, an alias without anchor, or a limit
     */
    static List<YamlNode> read(String text, ParseLimits limits) throws QueryException {
        if (text.length() > limits.length()) {
            throw problem(Kind.LIMIT, 1, 1, "The query is longer than " + limits.length() + " characters.");
        }
        YamlReader reader = new YamlReader(limits);
        // the buffer holds the whole text, because snakeyaml-engine 3.0.1 breaks surrogate pairs that cross its edge
        LoadSettings settings = LoadSettings.builder().setBufferSize(text.length() + 8).setCodePointLimit(Integer.MAX_VALUE).setLabel("query").build();
        try {
            for (Event event : new Parse(settings).parseString(text)) {
                reader.accept(event);
            }
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
            throw problem(Kind.SYNTAX, mark.map(m -> m.getLine() + 1).orElse(1), mark.map(m -> m.getColumn() + 1).orElse(1), "This is no YAML: " + e.getProblem() + ".");
        } catch (YamlEngineException e) {
            throw problem(Kind.SYNTAX, 1, 1, "This is no YAML: " + e.getMessage());
        }
        return reader.documents;
    }

    private void accept(Event event) throws QueryException {
        switch (event.getEventId()) {
            case MappingStart, SequenceStart -> open(event);
            case MappingEnd, SequenceEnd -> {
                Frame done = open.pop();
                add(new Sized(done.node(), done.size), done.anchor, event);
            }
            case Scalar -> {
                ScalarEvent scalar = (ScalarEvent) event;
                add(new Sized(new YamlNode.Text(scalar.getValue(), scalar.isPlain(), line(event), column(event)), 1), scalar.getAnchor(), event);
            }
            case Alias -> {
                String name = ((AliasEvent) event).getAlias().getValue();
                Sized known = anchors.get(name);
                if (known == null) {
                    throw problem(Kind.SYNTAX, line(event), column(event), "The alias *" + name + " has no anchor before it, or is inside it.");
                }
                add(known, Optional.empty(), event);
            }
            case DocumentStart -> anchors.clear();
            case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
        }
    }

    private void open(Event event) throws QueryException {
        if (open.size() >= limits.depth()) {
            throw problem(Kind.LIMIT, line(event), column(event), "Lists and maps are nested deeper than " + limits.depth() + " levels.");
        }
        if (!open.isEmpty() && open.peek().map && open.peek().key == null) {
            throw problem(Kind.SYNTAX, line(event), column(event), "A list or map is a key; a name was expected.");
        }
        open.push(new Frame(event.getEventId() == Event.ID.MappingStart, (NodeEvent) event));
    }

    private void add(Sized value, Optional<Anchor> anchor, Event event) throws QueryException {
        anchor.ifPresent(name -> anchors.put(name.getValue(), value));
        if (open.isEmpty()) {
            if (!(value.node instanceof YamlNode.Text text && text.none())) {
                documents.add(value.node);
            }
            return;
        }
        Frame frame = open.peek();
        frame.size += value.size;
        if (frame.size > limits.length()) {
            throw problem(Kind.LIMIT, line(event), column(event), "The query has more than " + limits.length() + " values with all aliases followed.");
        }
        if (!frame.map) {
            frame.items.add(value.node);
        } else if (frame.key != null) {
            frame.entries.add(new YamlNode.Entry(frame.key, value.node));
            frame.key = null;
        } else if (value.node instanceof YamlNode.Text key && frame.keys.add(key.text())) {
            frame.key = key;
        } else {
            throw problem(Kind.SYNTAX, line(event), column(event), value.node instanceof YamlNode.Text key ? "The key \"" + key.text() + "\" stands twice."
                    : "A list or map is a key; a name was expected.");
        }
    }

    private static int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    private static int column(Event event) {
        return event.getStartMark().map(mark -> mark.getColumn() + 1).orElse(1);
    }

    private static QueryException problem(Kind kind, int line, int column, String message) {
        return new QueryException(new Diagnostic(kind, message, line, column));
    }
}
