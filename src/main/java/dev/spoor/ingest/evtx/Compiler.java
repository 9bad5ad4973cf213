package dev.spoor.ingest.evtx;

import dev.spoor.ingest.SystemField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compiles BinXML to nodes: the body of a template definition, or an element that stands in a record without a template. Not thread-safe.
 */
final class Compiler {
    private static final Node.Attribute[] NO_ATTRIBUTES = {};
    private static final int INSTANCE_HEAD = 10;

    private final EvtxLimits limits;
    private final ValueText values = new ValueText();

    Compiler(EvtxLimits limits) {
        this.limits = limits;
    }

    /** Compiles the body of a template definition. */
    Template template(Chunk chunk, int from, int to) throws DecodeException {
        var source = new Source(chunk, new ByteCursor().over(chunk.bytes(), from, Math.min(to, chunk.limit())), true);
        List<Node> content = new ArrayList<>();
        while (source.cursor.peek() > Token.END) {
            switch (Token.of(source.cursor.peek())) {
                case Token.FRAGMENT -> source.cursor.take(4);
                case Token.OPEN -> content.add(element(source, 0));
                case Token.INSTRUCTION_TARGET, Token.INSTRUCTION_DATA -> instruction(source);
                default -> throw unexpected(source.cursor, "an element in a template definition");
            }
        }
        if (content.isEmpty()) {
            throw new DecodeException("the template definition at chunk offset " + from + " is empty");
        }
        Node[] nodes = content.toArray(Node.EMPTY);
        return new Template(nodes, new RecentValues(), FlatTemplates.of(nodes));
    }

    /** Compiles the element at the cursor, which stands in a record itself. */
    Node.Element bare(Chunk chunk, ByteCursor cursor) throws DecodeException {
        return element(new Source(chunk, cursor, false), 0);
    }

    private Node.Element element(Source source, int depth) throws DecodeException {
        if (depth >= limits.depth()) {
            throw new DecodeException("more than " + limits.depth() + " elements in each other");
        }
        ByteCursor cursor = source.cursor;
        boolean attributed = (cursor.u8() & Token.MORE) != 0;
        int dependency = source.template ? cursor.u16() : Node.NONE;
        cursor.take(4);
        String name = local(source.name());
        Node.Attribute[] attributes = NO_ATTRIBUTES;
        if (attributed) {
            cursor.take(4);
            attributes = attributes(source, name);
        }
        Node[] content = switch (cursor.u8()) {
            case Token.CLOSE_EMPTY -> Node.EMPTY;
            case Token.CLOSE_START -> content(source, depth);
            default -> throw new DecodeException("element " + name + " is not closed at chunk offset " + cursor.position());
        };
        return new Node.Element(name, dependency, SystemField.of(name, ""), dataName(attributes), repeats(content), attributes, content);
    }

    private Node.Attribute[] attributes(Source source, String element) throws DecodeException {
        List<Node.Attribute> attributes = new ArrayList<>();
        while (source.cursor.peek() >= 0 && Token.of(source.cursor.peek()) == Token.ATTRIBUTE) {
            source.cursor.take(1);
            String name = source.name();
            var value = new ContentBuilder();
            while (piece(source, value)) {
                // until a token comes that is no text
            }
            if (!name.equals("xmlns") && !name.startsWith("xmlns:")) {
                String local = local(name);
                attributes.add(new Node.Attribute(local, SystemField.of(element, local), value.build()));
            }
        }
        return attributes.toArray(NO_ATTRIBUTES);
    }

    private Node[] content(Source source, int depth) throws DecodeException {
        var content = new ContentBuilder();
        ByteCursor cursor = source.cursor;
        while (cursor.peek() != Token.CLOSE) {
            if (piece(source, content)) {
                continue;
            }
            switch (Token.of(cursor.peek())) {
                case Token.OPEN -> content.add(element(source, depth + 1));
                case Token.CDATA -> {
                    cursor.take(1);
                    content.text(chars(cursor));
                }
                case Token.INSTRUCTION_TARGET, Token.INSTRUCTION_DATA -> instruction(source);
                case Token.INSTANCE -> content.add(instance(source));
                default -> throw unexpected(cursor, "content of an element");
            }
        }
        cursor.take(1);
        return content.build();
    }

    /** Reads a piece of text or a substitution, or answers false. */
    private boolean piece(Source source, ContentBuilder to) throws DecodeException {
        ByteCursor cursor = source.cursor;
        int code = cursor.peek();
        switch (code < 0 ? -1 : Token.of(code)) {
            case Token.VALUE -> to.text(value(cursor));
            case Token.CHARACTER -> {
                cursor.take(1);
                to.text(Character.toString(cursor.u16()));
            }
            case Token.ENTITY -> {
                cursor.take(1);
                to.text(entity(source.name()));
            }
            case Token.SUBSTITUTION, Token.OPTIONAL_SUBSTITUTION -> {
                cursor.take(1);
                to.add(new Node.Substitution(cursor.u16(), code == Token.OPTIONAL_SUBSTITUTION));
                cursor.take(1);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private String value(ByteCursor cursor) throws DecodeException {
        cursor.take(1);
        int type = cursor.u8();
        if (type == ValueType.STRING) {
            return chars(cursor);
        }
        int size = ValueType.size(type) > 0 ? ValueType.size(type) : cursor.u16();
        return values.text(cursor.bytes(), cursor.take(size), size, type);
    }

    private String chars(ByteCursor cursor) throws DecodeException {
        int count = cursor.u16();
        return values.chars(cursor.bytes(), cursor.take(2 * count), count);
    }

    private void instruction(Source source) throws DecodeException {
        if (source.cursor.u8() == Token.INSTRUCTION_TARGET) {
            source.name();
        } else {
            chars(source.cursor);
        }
    }

    /** Steps over a template instance; it is read when the record is built. */
    private Node instance(Source source) throws DecodeException {
        ByteCursor cursor = source.cursor;
        if (source.template) {
            throw new DecodeException("template instance within a template definition at chunk offset " + cursor.position());
        }
        int from = cursor.take(INSTANCE_HEAD);
        int definition = ByteCursor.i32(cursor.bytes(), from + INSTANCE_HEAD - 4);
        if (definition == cursor.position()) {
            cursor.take(source.chunk.templates().end(source.chunk, definition) - definition);
        }
        int count = cursor.i32();
        if (count < 0 || count > limits.substitutions()) {
            throw new DecodeException(Integer.toUnsignedString(count) + " values in a template instance");
        }
        int descriptors = cursor.take(4 * count);
        for (int i = 0; i < count; i++) {
            cursor.take(ByteCursor.u16(cursor.bytes(), descriptors + 4 * i));
        }
        return new Node.Instance(from, cursor.position());
    }

    private static String entity(String name) {
        return switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> '&' + name + ';';
        };
    }

    private static Optional<String> dataName(Node.Attribute[] attributes) {
        for (Node.Attribute attribute : attributes) {
            if (attribute.name().equals("Name") && attribute.value().length == 1 && attribute.value()[0] instanceof Node.Text text) {
                return Optional.of(text.text());
            }
        }
        return Optional.empty();
    }

    private static int repeats(Node[] content) {
        for (Node node : content) {
            if (node instanceof Node.Substitution substitution) {
                return substitution.index();
            }
        }
        return Node.NONE;
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private static DecodeException unexpected(ByteCursor cursor, String expected) {
        int code = cursor.peek();
        return new DecodeException((code < 0 ? "end" : "token 0x" + Integer.toHexString(code)) + " at chunk offset " + cursor.position()
                + ", expected " + expected);
    }

    /** What is compiled: its chunk, the place in it, and whether it is a template definition, whose elements have dependency ids. */
    private record Source(Chunk chunk, ByteCursor cursor, boolean template) {
        String name() throws DecodeException {
            int offset = cursor.i32();
            if (offset == cursor.position()) {
                cursor.take(chunk.names().length(chunk, offset));
            }
            return chunk.names().at(chunk, offset);
        }
    }

    /** Joins neighbouring text. */
    private static final class ContentBuilder {
        private final List<Node> nodes = new ArrayList<>(2);
        private final StringBuilder pending = new StringBuilder();

        void text(String text) {
            pending.append(text);
        }

        void add(Node node) {
            flush();
            nodes.add(node);
        }

        Node[] build() {
            flush();
            return nodes.toArray(Node.EMPTY);
        }

        private void flush() {
            if (!pending.isEmpty()) {
                nodes.add(new Node.Text(pending.toString()));
                pending.setLength(0);
            }
        }
    }
}
