package dev.spoor.query.eql;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The functions of EQL. Their names are written in any letter case. */
enum EqlFunction {
    ADD("add", 2, 2, EqlType.NUMBER),
    BETWEEN("between", 3, 4, EqlType.TEXT),
    CIDR_MATCH("cidrMatch", 2, Integer.MAX_VALUE, EqlType.BOOLEAN),
    CONCAT("concat", 0, Integer.MAX_VALUE, EqlType.TEXT),
    DIVIDE("divide", 2, 2, EqlType.NUMBER),
    ENDS_WITH("endsWith", 2, 2, EqlType.BOOLEAN),
    INDEX_OF("indexOf", 2, 3, EqlType.NUMBER),
    LENGTH("length", 1, 1, EqlType.NUMBER),
    MODULO("modulo", 2, 2, EqlType.NUMBER),
    MULTIPLY("multiply", 2, 2, EqlType.NUMBER),
    NUMBER("number", 1, 2, EqlType.NUMBER),
    STARTS_WITH("startsWith", 2, 2, EqlType.BOOLEAN),
    STRING("string", 1, 1, EqlType.TEXT),
    STRING_CONTAINS("stringContains", 2, 2, EqlType.BOOLEAN),
    SUBSTRING("substring", 2, 3, EqlType.TEXT),
    SUBTRACT("subtract", 2, 2, EqlType.NUMBER);

    private final String written;
    private final int least;
    private final int most;
    private final EqlType result;

    EqlFunction(String written, int least, int most, EqlType result) {
        this.written = written;
        this.least = least;
        this.most = most;
        this.result = result;
    }

    /** The function of a name in any letter case. */
    static Optional<EqlFunction> named(String name) {
        return Arrays.stream(values()).filter(one -> one.written.equalsIgnoreCase(name)).findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(EqlFunction::written).toList();
    }

    /** How people write it. */
    String written() {
        return written;
    }

    /** Whether it can be written with {@code ~}. */
    boolean tilde() {
        return switch (this) {
            case BETWEEN, ENDS_WITH, INDEX_OF, STARTS_WITH, STRING_CONTAINS -> true;
            case ADD, CIDR_MATCH, CONCAT, DIVIDE, LENGTH, MODULO, MULTIPLY, NUMBER, STRING, SUBSTRING, SUBTRACT -> false;
        };
    }

    /** Whether it takes so many arguments. */
    boolean takes(int arguments) {
        return arguments >= least && arguments <= most;
    }

    /** How many arguments it takes, in words. */
    String arity() {
        return most == Integer.MAX_VALUE ? "at least " + least : least == most ? String.valueOf(least) : least + " or " + most;
    }

    EqlType result() {
        return result;
    }

    /** What the argument at a place must be. */
    EqlType argument(int place) {
        return switch (this) {
            case ADD, DIVIDE, MODULO, MULTIPLY, SUBTRACT -> EqlType.NUMBER;
            case BETWEEN -> place == 3 ? EqlType.BOOLEAN : EqlType.TEXT;
            case INDEX_OF -> place == 2 ? EqlType.NUMBER : EqlType.TEXT;
            case SUBSTRING -> place > 0 ? EqlType.NUMBER : EqlType.TEXT;
            case NUMBER -> place == 1 ? EqlType.NUMBER : EqlType.TEXT;
            case ENDS_WITH, LENGTH, STARTS_WITH, STRING_CONTAINS -> EqlType.TEXT;
            case CIDR_MATCH -> place > 0 ? EqlType.TEXT : EqlType.UNKNOWN;
            case CONCAT, STRING -> EqlType.UNKNOWN;
        };
    }

    /** Its name in the registry of functions. */
    String registered(boolean ignoreCase) {
        return "eql." + written.toLowerCase(Locale.ROOT) + (ignoreCase ? "~" : "");
    }
}
