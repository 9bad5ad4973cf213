package dev.spoor.ingest.evtx;

import java.util.ArrayList;
import java.util.List;

/**
 * Walks the elements of a record: compiled nodes, filled with the values of the record, fragments within values included. Elements whose
 * dependency is NULL are left out, elements with an array repeat. One record at a time; not thread-safe.
 */
final class Fragments {
    /** Takes the elements on one level. */
    interface Target {
        /** An element; {@code at} says with which values it is to be read. */
        void element(Node.Element element, Place at) throws DecodeException;
    }

    /**
     * The values for an element and how deep it stands.
     *
     * @param item number of the item where the element repeats, else 0
     */
    record Place(Substitutions values, int depth, int item) {}

    private final EvtxLimits limits;
    private final ValueText values = new ValueText();
    private final List<ByteCursor> cursors = new ArrayList<>();
    /** The place of elements that do not repeat, by depth. */
    private final List<Place> places = new ArrayList<>();
    private final StringBuilder joined = new StringBuilder();
    private Chunk chunk;
    private int elements;
    private long characters;

    Fragments(EvtxLimits limits) {
        this.limits = limits;
    }

    /** Walks the root elements of a record. */
    void record(Chunk source, int from, int to, Target target) throws DecodeException {
        chunk = source;
        elements = 0;
        characters = 0;
        fragment(from, to, 0, target);
    }

    private void fragment(int from, int to, int depth, Target target) throws DecodeException {
        if (depth >= limits.depth()) {
            throw new DecodeException("more than " + limits.depth() + " fragments or elements in each other");
        }
        ByteCursor cursor = cursor(depth).over(chunk.bytes(), from, to);
        while (cursor.peek() > Token.END) {
            int code = cursor.peek();
            switch (Token.of(code)) {
                case Token.FRAGMENT -> cursor.take(4);
                case Token.INSTANCE -> instance(cursor, depth, target);
                case Token.OPEN -> {
                    Node.Element element = chunk.templates().compiler().bare(chunk, cursor);
                    Place at = place(depth);
                    at.values.none();
                    element(element, at, target);
                }
                default -> throw new DecodeException("token 0x" + Integer.toHexString(code) + " at chunk offset " + cursor.position()
                        + ", expected a template instance or an element");
            }
        }
    }

    private void instance(ByteCursor cursor, int depth, Target target) throws DecodeException {
        cursor.take(2);
        int id = cursor.i32();
        int offset = cursor.i32();
        Template template = chunk.templates().at(chunk, offset);
        if (id != ByteCursor.i32(chunk.bytes(), offset + 4)) {
            throw new DecodeException("another template definition than the one asked for stands at chunk offset " + offset);
        }
        if (offset == cursor.position()) {
            cursor.take(chunk.templates().end(chunk, offset) - offset);
        }
        Place at = place(depth);
        at.values.read(cursor, template.recent());
        elements(template.content(), at, target);
    }

    /** Walks the elements among some content. */
    void elements(Node[] content, Place at, Target target) throws DecodeException {
        for (Node node : content) {
            switch (node) {
                case Node.Element element -> element(element, at, target);
                case Node.Substitution place -> {
                    if (at.values.isFragment(place.index())) {
                        int from = at.values.from(place.index());
                        fragment(from, from + at.values.size(place.index()), at.depth + 1, target);
                    }
                }
                case Node.Instance range -> fragment(range.from(), range.to(), at.depth + 1, target);
                case Node.Text _ -> {}
            }
        }
    }

    private void element(Node.Element element, Place at, Target target) throws DecodeException {
        if (element.dependency() != Node.NONE && at.values.isNull(element.dependency())) {
            return;
        }
        count(1);
        target.element(element, at);
        if (element.repeats() != Node.NONE && at.values.isArray(element.repeats())) {
            int items = at.values.items(element.repeats(), values).size();
            count(items);
            for (int item = 1; item < items; item++) {
                target.element(element, new Place(at.values, at.depth, item));
            }
        }
    }

    private void count(int more) throws DecodeException {
        elements += more;
        if (elements > limits.elements()) {
            throw new DecodeException("more than " + limits.elements() + " elements in a record");
        }
    }

    /** Whether there are elements below an element. */
    boolean hasElements(Node.Element element, Place at) throws DecodeException {
        for (Node node : element.content()) {
            boolean nested = switch (node) {
                case Node.Element child -> child.dependency() == Node.NONE || !at.values.isNull(child.dependency());
                case Node.Substitution place -> at.values.isFragment(place.index());
                case Node.Instance _ -> true;
                case Node.Text _ -> false;
            };
            if (nested) {
                return true;
            }
        }
        return false;
    }

    /** Whether an attribute is left out because all that it holds is an optional value that is NULL. */
    boolean absent(Node[] value, Place at) throws DecodeException {
        return value.length == 1 && value[0] instanceof Node.Substitution place && place.optional() && at.values.isNull(place.index());
    }

    /** The text among some content. */
    String text(Node[] content, Place at) throws DecodeException {
        String text = switch (content.length) {
            case 0 -> "";
            case 1 -> piece(content[0], at);
            default -> joined(content, at);
        };
        characters += text.length();
        if (characters > limits.characters()) {
            throw new DecodeException("more than " + limits.characters() + " characters in a record");
        }
        return text;
    }

    private String joined(Node[] content, Place at) throws DecodeException {
        joined.setLength(0);
        for (Node node : content) {
            joined.append(piece(node, at));
            if (joined.length() > limits.characters()) {
                throw new DecodeException("more than " + limits.characters() + " characters in a value");
            }
        }
        return joined.toString();
    }

    private String piece(Node node, Place at) throws DecodeException {
        return switch (node) {
            case Node.Text text -> text.text();
            case Node.Substitution place -> value(place.index(), at);
            case Node.Element _, Node.Instance _ -> "";
        };
    }

    private String value(int index, Place at) throws DecodeException {
        if (at.values.isArray(index)) {
            List<String> items = at.values.items(index, values);
            return at.item < items.size() ? items.get(at.item) : "";
        }
        return at.values.isFragment(index) ? "" : at.values.text(index, values);
    }

    private ByteCursor cursor(int depth) {
        while (cursors.size() <= depth) {
            cursors.add(new ByteCursor());
        }
        return cursors.get(depth);
    }

    private Place place(int depth) {
        while (places.size() <= depth) {
            places.add(new Place(new Substitutions(limits.substitutions()), places.size(), 0));
        }
        return places.get(depth);
    }
}
