package dev.spoor.query.parse;

import dev.spoor.ecs.FieldTypes;
import dev.spoor.query.pipeline.LookupTable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

/**
 * What a front end is told about the place where its query will run.
 *
 * @param types   types of the fields of the data set
 * @param sources paths of the source view that events have (Sigma, SPL and flat documents resolve names on them)
 * @param now     what {@code now} means
 * @param zone    time zone of dates without one
 * @param purpose whether an unknown field is an error (hunt) or missing (rule)
 * @param macros  SPL macros by name with the names of their arguments ({@code name(field, format)}; or their number, {@code name(2)}, then {@code $1$} and {@code $2$} in the definition; without arguments just {@code name}) to their definition; for Sigma the lists of placeholders, one value a line, by {@code %name%}; empty for other languages
 * @param chosen  whether the caller chose the events, so that what a Sigma rule says about their log source is not checked
 * @param lookups tables that SPL looks values up in, by name; empty for other languages
 * @param eventFields which fields tell an event's time, category and order (EQL)
 */
public record QueryContext(FieldTypes types, Set<String> sources, Instant now, ZoneId zone, Purpose purpose, Map<String, String> macros, EventFields eventFields,
        boolean chosen, Map<String, LookupTable> lookups) {
    /** What a query is for. */
    public enum Purpose {
        /** Asked by the analyst: an unknown field is an error with a suggestion. */
        HUNT,
        /** Part of a rule: an unknown field is missing in every event. */
        RULE
    }

    public QueryContext {
        sources = Set.copyOf(sources);
        macros = Map.copyOf(macros);
        lookups = Map.copyOf(lookups);
    }

    /** Without tables. */
    public QueryContext(FieldTypes types, Set<String> sources, Instant now, ZoneId zone, Purpose purpose, Map<String, String> macros, EventFields eventFields, boolean chosen) {
        this(types, sources, now, zone, purpose, macros, eventFields, chosen, Map.of());
    }

    /** The same place with tables to look values up in. */
    public QueryContext with(Map<String, LookupTable> tables) {
        return new QueryContext(types, sources, now, zone, purpose, macros, eventFields, chosen, tables);
    }

    /** With the event fields of ECS. */
    public QueryContext(FieldTypes types, Set<String> sources, Instant now, ZoneId zone, Purpose purpose, Map<String, String> macros) {
        this(types, sources, now, zone, purpose, macros, EventFields.ECS, false);
    }

    /** The same place with other event fields. */
    public QueryContext with(EventFields fields) {
        return new QueryContext(types, sources, now, zone, purpose, macros, fields, chosen, lookups);
    }

    /** The same place for another purpose. */
    public QueryContext with(Purpose other) {
        return new QueryContext(types, sources, now, zone, other, macros, eventFields, chosen, lookups);
    }

    /** The same place, with events that the caller chose. */
    public QueryContext ofChosenEvents() {
        return new QueryContext(types, sources, now, zone, purpose, macros, eventFields, true, lookups);
    }
}
