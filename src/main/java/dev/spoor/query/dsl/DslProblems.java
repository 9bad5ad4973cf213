package dev.spoor.query.dsl;

import dev.spoor.query.text.Diagnostic;
import dev.spoor.query.text.QueryException;
import java.util.ArrayList;
import java.util.List;

/** Collects what of some filters cannot be run, up to a limit. Not thread-safe. */
final class DslProblems {
    private static final int MOST = 20;
    private final List<Diagnostic> found = new ArrayList<>();
    private String where = "";
    private boolean full;

    /** What the next problems belong to. */
    void begin(String place) {
        where = place;
    }

    void add(String message) {
        if (found.size() == MOST && !full) {
            full = true;
            found.add(new Diagnostic(Diagnostic.Kind.LIMIT, "the filters have more problems; only the first " + MOST + " are listed", 1, 1));
        } else if (!full) {
            found.add(new Diagnostic(Diagnostic.Kind.UNSUPPORTED, where + ": " + message, 1, 1));
        }
    }

    /**
     * Does nothing if nothing was found.
     *
     * @throws QueryException with all that was found, in the order of the filters
     */
    void check() throws QueryException {
        if (!found.isEmpty()) {
            throw new QueryException(found);
        }
    }
}
