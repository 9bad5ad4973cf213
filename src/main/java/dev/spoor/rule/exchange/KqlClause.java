package dev.spoor.rule.exchange;

import dev.spoor.ecs.FieldType;
import dev.spoor.rule.exceptions.Entry;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Clauses in KQL: values in quotes, patterns without, as the field's type compares them. */
final class KqlClause extends ClauseWriter {
    private final Function<String, FieldType> types;

    KqlClause(Function<String, FieldType> types) {
        this.types = types;
    }

    @Override String name() {
        return "KQL";
    }

    @Override String field(String name) throws NotSayable {
        return plainName(name, name());
    }

    @Override String exists(String field) {
        return field + ": *";
    }

    @Override String nested(Entry entry) throws NotSayable {
        return field(entry.field()) + ": { " + conditions(entry.nested()) + " }";
    }

    @Override String holds(Entry entry, String field) throws NotSayable {
        ElasticValues.check(entry, types.apply(entry.field()), name());
        if (entry.operator() == Entry.Operator.MATCHES) {
            return field + ": " + pattern(entry.values().getFirst());
        }
        return entry.values().size() == 1 ? field + ": " + quoted(entry.values().getFirst())
                : field + ": (" + entry.values().stream().map(KqlClause::quoted).collect(Collectors.joining(" or ")) + ")";
    }

    static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t") + '"';
    }

    private static String pattern(String pattern) throws NotSayable {
        StringBuilder kql = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            boolean taken = c == '\\' && i + 1 < pattern.length() && "*?\\".indexOf(pattern.charAt(i + 1)) >= 0;
            char at = taken ? pattern.charAt(++i) : c;
            if (at == '?' && !taken) {
                throw new NotSayable("KQL has no sign for one character, and the pattern " + pattern + " has a ?");
            } else if (at == '*' && !taken) {
                kql.append('*');
            } else if ("\\():<>\"*{}".indexOf(at) >= 0) {
                kql.append('\\').append(at);
            } else if (Character.isWhitespace(at)) {
                throw new NotSayable("a pattern with blanks cannot be written in KQL: " + pattern);
            } else {
                kql.append(at);
            }
        }
        return kql.toString();
    }
}
