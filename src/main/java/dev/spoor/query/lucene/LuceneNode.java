package dev.spoor.query.lucene;

import dev.spoor.query.expr.Glob;
import dev.spoor.query.parse.Limit;
import dev.spoor.query.parse.PathGlob;
import dev.spoor.query.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The tree of a query. {@code toString} gives a canonical form: {@code (+tag:red -count:[5,*])}. */
sealed interface LuceneNode {
    /** Every event. */
    record All() implements LuceneNode {
        @Override public String toString() {
            return "*:*";
        }
    }

    /** Clauses with what each of them is for. */
    record Clauses(List<Clause> clauses) implements LuceneNode {
        @Override public String toString() {
            return clauses.stream().map(Clause::toString).collect(Collectors.joining(" ", "(", ")"));
        }
    }

    /** A node in a list of clauses. */
    record Clause(Occurrence occurrence, LuceneNode node) {
        @Override public String toString() {
            return occurrence.sign + node;
        }
    }

    /** What a clause is for. */
    enum Occurrence {
        MUST("+"), SHOULD(""), MUST_NOT("-");

        private final String sign;

        Occurrence(String sign) {
            this.sign = sign;
        }
    }

    /** A value on a field, or on all fields. */
    record Valued(Optional<Name> field, Value value, Span span) implements LuceneNode {
        @Override public String toString() {
            return field.map(name -> name + ":").orElse("") + value;
        }
    }

    /** A field has a value. */
    record Exists(Name field) implements LuceneNode {
        @Override public String toString() {
            return "_exists_:" + field;
        }
    }

    /** A field name, perhaps with wildcards. */
    record Name(Glob glob, Span span) {
        String text() {
            return PathGlob.text(glob);
        }

        boolean pattern() {
            return glob.pieces().stream().anyMatch(piece -> piece instanceof Glob.Wildcard);
        }

        @Override public String toString() {
            return text();
        }
    }

    /** What a field is asked for. */
    sealed interface Value {
        /** A word with wildcards. */
        record Pattern(Glob glob) implements Value {
            @Override public String toString() {
                return PathGlob.text(glob);
            }
        }

        /** A word. */
        record Word(String text) implements Value {
            @Override public String toString() {
                return text;
            }
        }

        /** Words in this order, or within so many moves of it. */
        record Phrase(String text, int slop) implements Value {
            @Override public String toString() {
                return "\"" + text + "\"" + (slop > 0 ? "~" + slop : "");
            }
        }

        /** A word like this one. */
        record Fuzzy(String text, int edits) implements Value {
            @Override public String toString() {
                return text + "~" + edits;
            }
        }

        /** A regular expression, in RE2's syntax. */
        record Regex(String re2) implements Value {
            @Override public String toString() {
                return "/" + re2 + "/";
            }
        }

        /** A range. */
        record Range(Optional<Limit> low, Optional<Limit> high) implements Value {
            @Override public String toString() {
                return (low.isPresent() && !low.get().inclusive() ? "{" : "[") + low.map(Limit::text).orElse("*") + " TO " + high.map(Limit::text).orElse("*")
                        + (high.isPresent() && !high.get().inclusive() ? "}" : "]");
            }
        }
    }
}
