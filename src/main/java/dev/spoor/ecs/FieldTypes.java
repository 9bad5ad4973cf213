package dev.spoor.ecs;

import java.util.Optional;
import java.util.Set;

/**
 * The types of the fields of one data set, as a query sees them. Immutable and thread-safe.
 */
public interface FieldTypes {
    /** The type of a dotted path; {@link FieldType#UNKNOWN} where nothing knows it. */
    FieldType type(String path);

    /** What counts as the value of a keyword field whose value is JSON null ({@code null_value} of the mapping). */
    Optional<String> nullValue(String path);

    /** All paths that have a type other than OBJECT and NESTED in the mapping or in the events, for wildcards in field names and for suggestions. ECS paths without events are not in it. */
    Set<String> paths();

    /** The path of the innermost array of objects of type NESTED that holds this path, if any. */
    Optional<String> nestedParent(String path);

    /** The field whose values a path reads where it is a multi-field or an alias: {@code process.command_line} for {@code process.command_line.text}. */
    default Optional<String> parentOf(String multiFieldPath) {
        return Optional.empty();
    }
}
