package dev.spoor.ingest.evtx;

import dev.spoor.ingest.SystemField;
import java.util.Optional;

/** A piece of compiled BinXML. Knows nothing of the chunk that it was compiled from, apart from {@link Instance}. */
sealed interface Node {
    /** Text that is the same in every record; neighbours are joined, references resolved. */
    record Text(String text) implements Node {}

    /**
     * A place that a record fills with one of its values.
     *
     * @param index    number of the value
     * @param optional whether an attribute or element that holds nothing else is left out where the value is NULL
     */
    record Substitution(int index, boolean optional) implements Node {}

    /** A template instance among the content of an element that itself has no template: a range of the chunk. */
    record Instance(int from, int to) implements Node {}

    /** An attribute; {@code field} says what it is below System. Namespace declarations are left out when compiling. */
    record Attribute(String name, SystemField field, Node[] value) {}

    /**
     * An element.
     *
     * @param name       tag without prefix
     * @param dependency number of the value without which the element is left out, or {@link #NONE}
     * @param field      what its text is below System
     * @param dataName   its Name attribute where that is the same in every record, or empty
     * @param repeats    number of the first value among its content, for which it repeats where that is an array, or {@link #NONE}
     */
    record Element(String name, int dependency, SystemField field, Optional<String> dataName, int repeats, Attribute[] attributes, Node[] content)
            implements Node {}

    /** Stands for "no value". */
    int NONE = 0xFFFF;

    /** No nodes. */
    Node[] EMPTY = {};
}
