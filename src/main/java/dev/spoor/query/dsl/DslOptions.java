package dev.spoor.query.dsl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * What a clause asks of one field: a value alone, or a value among options.
 *
 * @param clause  the clause's name
 * @param field   the field's name
 * @param value   the value, or the object that holds it
 */
record DslOptions(String clause, String field, JsonNode value) {
    /** Options that change an event's score, a query's cost or nothing. */
    private static final Set<String> HARMLESS = Set.of("boost", "_name", "rewrite", "relation", "max_expansions", "prefix_length", "fuzzy_transpositions",
            "auto_generate_synonyms_phrase_query", "max_determinized_states", "lenient", "cutoff_frequency");

    /** Reports each option that is neither known here nor harmless. */
    void allow(Set<String> known, DslProblems problems) {
        if (value.isObject()) {
            value.fieldNames().forEachRemaining(name -> {
                if (!known.contains(name) && !HARMLESS.contains(name)) {
                    problems.add("the option \"" + name + "\" of \"" + clause + "\" cannot be run");
                }
            });
        }
    }

    /** The value: what stands alone, or the first of some options that is there. */
    JsonNode main(String... names) {
        if (!value.isObject()) {
            return value;
        }
        for (String name : names) {
            if (value.has(name)) {
                return value.get(name);
            }
        }
        return value.path(names[0]);
    }

    /** The text of an option; empty where it is absent. */
    String text(String option) {
        return value.isObject() ? value.path(option).asText("") : "";
    }

    boolean flag(String option) {
        return value.isObject() && value.path(option).asBoolean();
    }
}
