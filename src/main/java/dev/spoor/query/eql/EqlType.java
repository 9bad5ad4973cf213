package dev.spoor.query.eql;

import dev.spoor.ecs.FieldType;
import dev.spoor.query.pipeline.EventPattern.KeyType;

/** What an expression comes to, as far as EQL's rules need to know. */
enum EqlType {
    BOOLEAN("true or false"), NUMBER("a number"), TEXT("a string"), DATE("a date"), ADDRESS("an IP address"), VERSION("a version"),
    /** Null, or a field that nothing knows: fits everywhere. */
    UNKNOWN("unknown");

    private final String words;

    EqlType(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** The type of a constant. */
    static EqlType of(Object value) {
        return value instanceof String ? TEXT : value instanceof Boolean ? BOOLEAN : NUMBER;
    }

    /** The type of a field. */
    static EqlType of(FieldType type) {
        return switch (type) {
            case KEYWORD, WILDCARD, CONSTANT_KEYWORD, TEXT, MATCH_ONLY_TEXT, FLATTENED -> TEXT;
            case LONG, DOUBLE -> NUMBER;
            case BOOLEAN -> BOOLEAN;
            case DATE -> DATE;
            case IP -> ADDRESS;
            case VERSION -> VERSION;
            case NESTED, OBJECT, UNKNOWN -> UNKNOWN;
        };
    }

    /** Whether such a value can stand where another type is asked for; dates, addresses and versions are read as texts. */
    boolean fits(EqlType wanted) {
        boolean text = this == TEXT || this == DATE || this == ADDRESS || this == VERSION;
        return this == wanted || this == UNKNOWN || wanted == UNKNOWN || wanted == TEXT && text;
    }

    /** How join keys of this type are compared. */
    KeyType key() {
        return switch (this) {
            case BOOLEAN -> KeyType.BOOLEAN;
            case NUMBER -> KeyType.NUMBER;
            case DATE -> KeyType.DATE;
            case ADDRESS -> KeyType.IP;
            case VERSION -> KeyType.VERSION;
            case TEXT, UNKNOWN -> KeyType.TEXT;
        };
    }
}
