package dev.spoor.rule.exchange;

import dev.spoor.ecs.FieldType;
import dev.spoor.rule.exceptions.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the conditions of an exception as a clause of a query language: {@code not (…)}, to be added with {@code and}. */
abstract class ClauseWriter {
    /** The writer for a language. */
    static Optional<ClauseWriter> of(String language, Function<String, FieldType> types) {
        return switch (language) {
            case "kql" -> Optional.of(new KqlClause(types));
            case "eql" -> Optional.of(new EqlClause());
            case "lucene" -> Optional.of(new LuceneClause(types));
            case "spl" -> Optional.of(new SplClause());
            default -> Optional.empty();
        };
    }

    /** The whole clause. */
    final String clause(List<Entry> entries) throws NotSayable {
        return not() + " (" + conditions(entries) + ")";
    }

    /** The conditions, joined by "and". */
    final String conditions(List<Entry> entries) throws NotSayable {
        List<String> terms = new ArrayList<>();
        for (Entry entry : PlainEntries.of(entries)) {
            terms.add(term(entry));
        }
        return String.join(" " + and() + " ", terms);
    }

    private String term(Entry entry) throws NotSayable {
        if (entry.operator() == Entry.Operator.NESTED) {
            return nested(entry);
        }
        String field = field(entry.field());
        if (entry.operator() == Entry.Operator.EXISTS) {
            return entry.negated() ? not() + " " + exists(field) : exists(field);
        }
        String holds = holds(entry, field);
        return entry.negated() ? "(" + exists(field) + " " + and() + " " + not() + " " + holds + ")" : holds;
    }

    String and() {
        return "and";
    }

    String not() {
        return "not";
    }

    String nested(Entry entry) throws NotSayable {
        throw new NotSayable(name() + " cannot ask for several fields of one object in the array " + entry.field());
    }

    /** What the language is called. */
    abstract String name();

    abstract String field(String name) throws NotSayable;

    abstract String exists(String field);

    /** IS, IS_ONE_OF, MATCHES or IN_NETWORK, not negated. */
    abstract String holds(Entry entry, String field) throws NotSayable;

    static String plainName(String name, String language) throws NotSayable {
        if (!name.matches("[A-Za-z_@][A-Za-z0-9_@.\\-]*")) {
            throw new NotSayable("the name of the field '" + name + "' cannot be written in " + language);
        }
        return name;
    }

    static String joined(List<String> values) {
        return values.stream().collect(Collectors.joining(", "));
    }
}
