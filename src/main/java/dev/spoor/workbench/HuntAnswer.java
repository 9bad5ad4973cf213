package dev.spoor.workbench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.query.text.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a hunt gives. */
public sealed interface HuntAnswer {
    /**
     * Events in the order of the language: by time, ties by source and record; SPL in the order of the data set.
     *
     * @param found how many events passed, also beyond the limit
     */
    record Events(List<FoundEvent> events, long found, List<String> notes) implements HuntAnswer {}

    /** An event with its document. */
    record FoundEvent(long id, String source, String entry, long record, ObjectNode document) {}

    /**
     * Sequences or samples.
     *
     * @param found how many there are, also beyond the limit
     */
    record Groups(List<EventGroup> groups, long found, List<String> notes) implements HuntAnswer {}

    /**
     * Events that belong together.
     *
     * @param keys   values of the join keys; empty for null
     * @param events one for each step; empty for a step that asks for a missing event
     */
    record EventGroup(List<Optional<String>> keys, List<Optional<FoundEvent>> events) {}

    /**
     * Groups that did what a correlation asks for, each time that they did.
     *
     * @param found how many there are, also beyond the limit
     */
    record Correlations(List<CorrelatedEvents> correlations, long found, List<String> notes) implements HuntAnswer {}

    /** A group's keys by name, and the events that did it. */
    record CorrelatedEvents(Map<String, String> group, List<FoundEvent> events) {}

    /** A table; cells are null, text, numbers, booleans, instants or lists of these. */
    record Rows(List<Column> columns, List<List<Object>> rows, List<String> notes) implements HuntAnswer {}

    /** A column by name and Elasticsearch type name. */
    record Column(String name, String type) {}

    /** The grammar is right; nothing was run. */
    record Parsed() implements HuntAnswer {}

    /** The query is wrong, or cannot be run; at least one diagnostic. */
    record Failed(List<Diagnostic> diagnostics) implements HuntAnswer {}
}
