package dev.spoor.query.parse;

import dev.spoor.query.text.QueryException;

/** A front end: text to expression or pipeline. Implementations are immutable and thread-safe. */
public interface QueryLanguage {
    /** Its name on the command line and in rules: {@code kql}, {@code spl}, ... */
    String id();

    /**
     * Checks the grammar only; names need not resolve.
     *
     * @throws QueryException with every syntax error found
     */
    void parse(String text) throws QueryException;

    /**
     * Compiles a query for the fields of one data set.
     *
     * @throws QueryException with every error found; the query must not run
     */
    Query compile(String text, QueryContext context) throws QueryException;
}
