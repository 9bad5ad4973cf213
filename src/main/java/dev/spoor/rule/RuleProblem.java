package dev.spoor.rule;

/**
 * A rule file that cannot be read as a rule, or a rule whose query is wrong.
 *
 * @param path    the file
 * @param message what was found, what was expected
 * @param line    1-based line in the file, or 0
 * @param column  1-based column, or 0
 */
public record RuleProblem(String path, String message, int line, int column) {}
