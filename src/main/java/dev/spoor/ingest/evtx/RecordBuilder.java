package dev.spoor.ingest.evtx;

import dev.spoor.ingest.SystemValues;
import dev.spoor.ingest.WindowsRecord;
import dev.spoor.ingest.WindowsRecord.Attribute;
import dev.spoor.ingest.WindowsRecord.DataItem;
import dev.spoor.ingest.WindowsRecord.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds one record after the other from the bytes of chunks. Not thread-safe: it keeps buffers. */
final class RecordBuilder {
    private static final Optional<String> BINARY = Optional.of("#Binary");

    private final EvtxLimits limits;
    private final Fragments fragments;
    private final SystemValues system = new SystemValues();
    private final Fragments.Target roots = this::root;
    private final Fragments.Target sections = this::section;
    private final Fragments.Target systemElements = this::systemElement;
    private final Fragments.Target dataElements = this::dataElement;
    private List<DataItem> data = new ArrayList<>();
    private List<Element> trees = new ArrayList<>();
    private boolean complete;

    RecordBuilder(EvtxLimits limits) {
        this.limits = limits;
        fragments = new Fragments(limits);
    }

    /**
     * Builds the record at an offset in the chunk.
     *
     * @param size its size with header and trailer, within the chunk
     */
    WindowsRecord build(Chunk chunk, int at, int size, boolean recovered) throws DecodeException {
        system.clear();
        data = new ArrayList<>(data.size());
        trees = new ArrayList<>(1);
        complete = false;
        fragments.record(chunk, at + Chunk.RECORD_HEADER, at + size - Chunk.RECORD_TRAILER, roots);
        if (!complete) {
            throw new DecodeException("the record holds no event");
        }
        long number = ByteCursor.i64(chunk.bytes(), at + 8);
        return new WindowsRecord(system.record(number), number, chunk.fileOffset() + at, system.build(), data, trees, recovered);
    }

    private void root(Node.Element event, Fragments.Place at) throws DecodeException {
        if (!event.name().equals("Event") || complete) {
            throw new DecodeException(complete ? "more than one event in a record" : "root element " + event.name() + ", expected Event");
        }
        fragments.elements(event.content(), at, sections);
        complete = true;
    }

    private void section(Node.Element section, Fragments.Place at) throws DecodeException {
        switch (section.name()) {
            case "System" -> fragments.elements(section.content(), at, systemElements);
            case "EventData" -> fragments.elements(section.content(), at, dataElements);
            default -> trees.add(tree(section, at, 2));
        }
    }

    private void systemElement(Node.Element element, Fragments.Place at) throws DecodeException {
        system.set(element.field(), fragments.text(element.content(), at));
        for (Node.Attribute attribute : element.attributes()) {
            if (!fragments.absent(attribute.value(), at)) {
                system.set(attribute.field(), fragments.text(attribute.value(), at));
            }
        }
    }

    private void dataElement(Node.Element element, Fragments.Place at) throws DecodeException {
        Optional<String> name = dataName(element, at);
        if (fragments.hasElements(element, at)) {
            data.add(new DataItem(name, "", Optional.of(tree(element, at, 3))));
        } else {
            data.add(new DataItem(name, fragments.text(element.content(), at), Optional.empty()));
        }
    }

    private Optional<String> dataName(Node.Element element, Fragments.Place at) throws DecodeException {
        if (element.name().equals("Data")) {
            return element.dataName().isPresent() ? element.dataName() : nameValue(element, at);
        }
        return element.name().equals("Binary") ? BINARY : Optional.of('#' + element.name());
    }

    private Optional<String> nameValue(Node.Element element, Fragments.Place at) throws DecodeException {
        for (Node.Attribute attribute : element.attributes()) {
            if (attribute.name().equals("Name") && !fragments.absent(attribute.value(), at)) {
                return Optional.of(fragments.text(attribute.value(), at));
            }
        }
        return Optional.empty();
    }

    private Element tree(Node.Element element, Fragments.Place at, int depth) throws DecodeException {
        if (depth >= limits.depth()) {
            throw new DecodeException("more than " + limits.depth() + " elements in each other");
        }
        List<Attribute> attributes = new ArrayList<>(element.attributes().length);
        for (Node.Attribute attribute : element.attributes()) {
            if (!fragments.absent(attribute.value(), at)) {
                attributes.add(new Attribute(attribute.name(), fragments.text(attribute.value(), at)));
            }
        }
        if (!fragments.hasElements(element, at)) {
            return new Element(element.name(), attributes, Optional.of(fragments.text(element.content(), at)), List.of());
        }
        List<Element> children = new ArrayList<>();
        fragments.elements(element.content(), at, (child, place) -> children.add(tree(child, place, depth + 1)));
        return new Element(element.name(), attributes, Optional.empty(), children);
    }
}
