package dev.spoor.query.parse;

import java.util.Optional;

/**
 * Which fields tell an event's time, its category and its order among events of one time. EQL asks for them; other languages do not.
 *
 * @param timestamp  name of the field with the time
 * @param category   name of the field with the category, the word before {@code where}
 * @param tiebreaker name of the field that orders events of equal time, if there is one
 */
public record EventFields(String timestamp, String category, Optional<String> tiebreaker) {
    /** Those of ECS, without a tiebreaker: ties go by source and record. */
    public static final EventFields ECS = new EventFields("@timestamp", "event.category", Optional.empty());

    /** These fields, or those of ECS where nothing else is said. */
    public static EventFields of(Optional<String> timestamp, Optional<String> category, Optional<String> tiebreaker) {
        return new EventFields(timestamp.orElse(ECS.timestamp), category.orElse(ECS.category), tiebreaker);
    }
}
