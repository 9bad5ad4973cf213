package dev.spoor.rule.reader;

import dev.spoor.rule.RuleProblem;
import java.util.List;
import java.util.Locale;

/**
 * A rule file's path and content.
 *
 * @param path as given, with forward slashes
 * @param text the whole content, without a byte order mark
 */
public record RuleSource(String path, String text) {
    /** The lines without their ends, whatever ends they have. */
    public List<String> lines() {
        return text.lines().toList();
    }

    /** The file's suffix in lower case without the dot; empty if it has none. */
    public String suffix() {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** A problem with the file as a whole, or with the given place (0: unknown). */
    public RuleReading problem(String message, int line, int column) {
        return new RuleReading.Problem(new RuleProblem(path, message, line, column));
    }

    /** A problem at the place where reading stopped. */
    public RuleReading problem(MalformedRuleException malformed) {
        return problem(malformed.getMessage(), malformed.line(), malformed.column());
    }
}
