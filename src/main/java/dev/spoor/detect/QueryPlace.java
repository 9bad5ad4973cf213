package dev.spoor.detect;

import dev.spoor.query.text.Diagnostic;
import dev.spoor.rule.Rule;

/** Where in a rule's file a place of its query is: known where the file has the query's text as it is, once (in TOML and on pages; JSON and YAML write it otherwise). */
final class QueryPlace {
    private QueryPlace() {}

    /** A problem of a query with its place: {@code line 2, column 7 of the query (line 31, column 7 of the file): message}. */
    static String told(Rule rule, Diagnostic problem) {
        String inQuery = "line " + problem.line() + ", column " + problem.column() + " of the query";
        int at = rule.query().isEmpty() ? -1 : rule.text().indexOf(rule.query());
        if (at < 0 || rule.text().indexOf(rule.query(), at + 1) >= 0) {
            return inQuery + ": " + problem.message();
        }
        String before = rule.text().substring(0, at);
        int line = (int) before.chars().filter(c -> c == '\n').count() + problem.line();
        int indent = problem.line() == 1 ? before.length() - before.lastIndexOf('\n') - 1 : 0;
        return inQuery + " (line " + line + ", column " + (indent + problem.column()) + " of the file): " + problem.message();
    }
}
