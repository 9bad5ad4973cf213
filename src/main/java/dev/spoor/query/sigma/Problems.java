package dev.spoor.query.sigma;

import dev.spoor.query.text.Diagnostic;
import dev.spoor.query.text.Diagnostic.Kind;
import dev.spoor.query.text.QueryException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one query. Not thread-safe. */
final class Problems {
    private final int limit;
    private final List<Diagnostic> found = new ArrayList<>();

    Problems(int limit) {
        this.limit = limit;
    }

    void syntax(YamlNode at, String message) {
        add(Kind.SYNTAX, at.line(), at.column(), message);
    }

    void semantic(YamlNode at, String message) {
        add(Kind.SEMANTIC, at.line(), at.column(), message);
    }

    void unsupported(YamlNode at, String message) {
        add(Kind.UNSUPPORTED, at.line(), at.column(), message);
    }

    void add(Kind kind, int line, int column, String message) {
        if (found.size() < limit) {
            found.add(new Diagnostic(kind, message, line, column));
        } else if (found.size() == limit) {
            found.add(new Diagnostic(Kind.LIMIT, "The query has more errors; only the first " + limit + " are listed.", line, column));
        }
    }

    /** @throws QueryException if anything was found */
    void check() throws QueryException {
        if (!found.isEmpty()) {
            throw new QueryException(found.stream().sorted(Comparator.comparingInt(Diagnostic::line).thenComparingInt(Diagnostic::column)).toList());
        }
    }
}
