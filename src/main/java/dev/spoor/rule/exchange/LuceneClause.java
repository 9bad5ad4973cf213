package dev.spoor.rule.exchange;

import dev.spoor.ecs.FieldType;
import dev.spoor.rule.exceptions.Entry;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Clauses of a Lucene query string. */
final class LuceneClause extends ClauseWriter {
    private final Function<String, FieldType> types;

    LuceneClause(Function<String, FieldType> types) {
        this.types = types;
    }

    @Override String name() {
        return "Lucene";
    }

    @Override String and() {
        return "AND";
    }

    @Override String not() {
        return "NOT";
    }

    @Override String field(String name) throws NotSayable {
        return plainName(name, name()).replace("-", "\\-");
    }

    @Override String exists(String field) {
        return "_exists_:" + field;
    }

    @Override String holds(Entry entry, String field) throws NotSayable {
        ElasticValues.check(entry, types.apply(entry.field()), name());
        if (entry.operator() == Entry.Operator.MATCHES) {
            return field + ":" + pattern(entry.values().getFirst());
        }
        return entry.values().size() == 1 ? field + ":" + quoted(entry.values().getFirst())
                : field + ":(" + entry.values().stream().map(LuceneClause::quoted).collect(Collectors.joining(" OR ")) + ")";
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String pattern(String pattern) throws NotSayable {
        StringBuilder lucene = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            boolean taken = c == '\\' && i + 1 < pattern.length() && "*?\\".indexOf(pattern.charAt(i + 1)) >= 0;
            char at = taken ? pattern.charAt(++i) : c;
            if ((at == '*' || at == '?') && !taken) {
                lucene.append(at);
            } else if (at == '<' || at == '>') {
                throw new NotSayable("Lucene has no way to write " + at + " in a pattern: " + pattern);
            } else if (Character.isLetterOrDigit(at) || at == '_' || at == '.') {
                lucene.append(at);
            } else {
                lucene.append('\\').append(at);
            }
        }
        return lucene.toString();
    }
}
