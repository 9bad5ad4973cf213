package dev.spoor.ingest;

import java.util.List;
import java.util.Optional;

/**
 * A record of the Windows event log, from EVTX or from event XML, values formatted as Windows formats them. An absent element or attribute is
 * empty; an element that is there without text is an empty text.
 *
 * @param headerRecord        the record id of the EVTX record header; equal to {@code record} for XML
 * @param system              the System element
 * @param eventData           the children of EventData in order
 * @param sections            UserData, ProcessingErrorData, DebugData, BinaryEventData, RenderingInfo, those that are there
 * @param recovered           found outside the intact chain of records
 */
public record WindowsRecord(long record, long headerRecord, long offset, SystemData system, List<DataItem> eventData, List<Element> sections, boolean recovered)
        implements RawRecord {

    /**
     * The System element. Numbers are texts as Windows writes them.
     *
     * @param time     TimeCreated's SystemTime, ISO 8601 with up to seven digits and Z
     * @param keywords as {@code 0x8020000000000000}
     */
    public record SystemData(Optional<String> provider, Optional<String> providerGuid, Optional<String> providerSource, Optional<String> eventId,
            Optional<String> qualifiers, Optional<String> version, Optional<String> level, Optional<String> task, Optional<String> opcode,
            Optional<String> keywords, Optional<String> time, Optional<String> activityId, Optional<String> relatedActivityId, Optional<String> processId,
            Optional<String> threadId, Optional<String> channel, Optional<String> computer, Optional<String> userId) {}

    /**
     * A child of EventData.
     *
     * @param name  the Name attribute; empty for an unnamed Data; {@code #Binary} for Binary, {@code #tag} for any other element
     * @param value its text, or empty where {@code tree} holds it
     * @param tree  the element where it has elements below it, else empty
     */
    public record DataItem(Optional<String> name, String value, Optional<Element> tree) {}

    /**
     * An element of XML.
     *
     * @param name       tag without prefix
     * @param attributes in order, without namespace declarations
     * @param text       its text where it has no children, else empty
     */
    public record Element(String name, List<Attribute> attributes, Optional<String> text, List<Element> children) {}

    /** An attribute of an element. */
    public record Attribute(String name, String value) {}
}
