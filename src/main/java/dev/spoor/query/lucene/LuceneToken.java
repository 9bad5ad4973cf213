package dev.spoor.query.lucene;

import dev.spoor.query.expr.Glob;
import dev.spoor.query.parse.Limit;
import dev.spoor.query.text.Span;
import java.util.Optional;

/** A token of a query. */
sealed interface LuceneToken {
    /** Where it stands. */
    Span span();

    /** A word with its wildcards, unescaped. */
    record Term(Glob glob, Span span) implements LuceneToken {}

    /** Text in quotes, unescaped. */
    record Quoted(String text, Span span) implements LuceneToken {}

    /** What stands between slashes. */
    record Regex(String text, Span span) implements LuceneToken {}

    /** A range with its brackets; an end without a limit is open. */
    record Range(Optional<Limit> low, Optional<Limit> high, Span span) implements LuceneToken {}

    /** A sign or operator. */
    record Sign(Kind kind, Span span) implements LuceneToken {}

    /** {@code ~} or {@code ^} with the number behind it, if any. */
    record Suffix(char sign, Optional<Double> number, Span span) implements LuceneToken {}

    /** Signs and operators, with what people call them. */
    enum Kind {
        OPEN("\"(\""), CLOSE("\")\""), COLON("\":\""), PLUS("\"+\""), MINUS("\"-\""), NOT("NOT"), AND("AND"), OR("OR"), STRAY("a stray bracket"), END("the end of the query");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
