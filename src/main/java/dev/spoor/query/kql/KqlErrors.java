package dev.spoor.query.kql;

import dev.spoor.query.text.Diagnostic;
import dev.spoor.query.text.Diagnostic.Kind;
import dev.spoor.query.text.QueryException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one query, up to a limit, and says when the limit bit. Not thread-safe. */
final class KqlErrors {
    private final String query;
    private final int limit;
    private final List<Diagnostic> errors = new ArrayList<>();
    private int last = -1;
    private boolean stopped;

    KqlErrors(String query, int limit) {
        this.query = query;
        this.limit = limit;
    }

    void syntax(int offset, String message) {
        add(Kind.SYNTAX, offset, message);
    }

    void semantic(int offset, String message) {
        add(Kind.SEMANTIC, offset, message);
    }

    /** Reports that a limit was passed; nothing is reported after that. */
    void stop(int offset, String message) {
        if (!stopped) {
            errors.add(Diagnostic.at(Kind.LIMIT, query, offset, message));
        }
        stopped = true;
    }

    /** Whether nothing is reported any more. */
    boolean stopped() {
        return stopped;
    }

    /**
     * Does nothing if nothing was reported.
     *
     * @throws QueryException with all that was reported, in the order of the text
     */
    void check() throws QueryException {
        if (!errors.isEmpty()) {
            throw new QueryException(errors.stream().sorted(Comparator.comparingInt(Diagnostic::line).thenComparingInt(Diagnostic::column)).toList());
        }
    }

    /** A second error at the same place only follows from the first. */
    private void add(Kind kind, int offset, String message) {
        if (offset == last) {
            return;
        }
        last = offset;
        if (errors.size() >= limit) {
            stop(offset, "The query has more errors; only the first " + limit + " are listed.");
        }
        if (!stopped) {
            errors.add(Diagnostic.at(kind, query, offset, message));
        }
    }
}
