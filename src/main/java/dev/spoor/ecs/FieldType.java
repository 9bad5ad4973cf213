package dev.spoor.ecs;

import java.util.Locale;

/** The types of Elasticsearch that make a difference to what a condition means. */
public enum FieldType {
    KEYWORD, WILDCARD, CONSTANT_KEYWORD, TEXT, MATCH_ONLY_TEXT, LONG, DOUBLE, BOOLEAN, DATE, IP, VERSION, NESTED, OBJECT, FLATTENED,
    /** No event has a value and no catalogue knows the field. */
    UNKNOWN;

    /** The name in Elasticsearch's mappings, for example {@code constant_keyword}. */
    public String elasticName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of an Elasticsearch type name; the narrower number types count as LONG or DOUBLE, unknown names as KEYWORD. */
    public static FieldType ofElastic(String name) {
        return switch (name) {
            case "integer", "short", "byte", "long", "unsigned_long" -> LONG;
            case "double", "float", "half_float", "scaled_float" -> DOUBLE;
            case "date", "date_nanos" -> DATE;
            case "text" -> TEXT;
            case "match_only_text" -> MATCH_ONLY_TEXT;
            case "wildcard" -> WILDCARD;
            case "constant_keyword" -> CONSTANT_KEYWORD;
            case "boolean" -> BOOLEAN;
            case "ip" -> IP;
            case "version" -> VERSION;
            case "nested" -> NESTED;
            case "object" -> OBJECT;
            case "flattened" -> FLATTENED;
            default -> KEYWORD;
        };
    }

    /** Whether values are cut into words before they are compared. */
    public boolean analysed() {
        return this == TEXT || this == MATCH_ONLY_TEXT;
    }

    /** Whether values are compared as they are spelt. */
    public boolean exact() {
        return this == KEYWORD || this == WILDCARD || this == CONSTANT_KEYWORD || this == FLATTENED;
    }
}
