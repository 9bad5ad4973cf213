package dev.spoor.query.parse;

import dev.spoor.query.text.Diagnostic;
import dev.spoor.query.text.Diagnostic.Kind;
import dev.spoor.query.text.QueryException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one query, up to a limit, and says when the limit bit. Offsets are counted from 0. Not thread-safe. */
public final class QueryErrors {
    private final String query;
    private final int limit;
    private final List<Diagnostic> errors = new ArrayList<>();
    private int last = -1;
    private boolean stopped;

    public QueryErrors(String query, int limit) {
        this.query = query;
        this.limit = limit;
    }

    /** Reports text that is against the grammar. */
    public void syntax(int offset, String message) {
        add(Kind.SYNTAX, offset, message);
    }

    /** Reports a name or value that does not fit the data. */
    public void semantic(int offset, String message) {
        add(Kind.SEMANTIC, offset, message);
    }

    /** Reports what Spoor does not have. */
    public void unsupported(int offset, String message) {
        add(Kind.UNSUPPORTED, offset, message);
    }

    /** Reports that a limit was passed; nothing is reported after that. */
    public void stop(int offset, String message) {
        if (!stopped) {
            errors.add(Diagnostic.at(Kind.LIMIT, query, offset, message));
        }
        stopped = true;
    }

    /** Whether nothing is reported any more. */
    public boolean stopped() {
        return stopped;
    }

    /**
     * Does nothing if nothing was reported.
     *
     * @throws QueryException with all that was reported, in the order of the text
     */
    public void check() throws QueryException {
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
