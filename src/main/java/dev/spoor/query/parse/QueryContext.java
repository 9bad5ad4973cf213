package dev.spoor.query.parse;

import dev.spoor.ecs.FieldTypes;
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
 * @param macros  SPL macros by name with the names of their arguments ({@code name(field, format)}; or their number, {@code name(2)}, then {@code $1$} and {@code $2$} in the definition; without arguments just {@code name}) to their definition; empty for other languages
 */
public record QueryContext(FieldTypes types, Set<String> sources, Instant now, ZoneId zone, Purpose purpose, Map<String, String> macros) {
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
    }
}
