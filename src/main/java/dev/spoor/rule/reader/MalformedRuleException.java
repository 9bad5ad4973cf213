package dev.spoor.rule.reader;

/** A rule file that breaks its format; readers turn it into a {@link RuleReading.Problem}. */
public final class MalformedRuleException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;
    private final int column;

    /**
     * Reading stopped.
     *
     * @param message what was found, what was expected
     * @param line    1-based, or 0 if unknown
     * @param column  1-based, or 0 if unknown
     */
    public MalformedRuleException(String message, int line, int column) {
        super(message);
        this.line = line;
        this.column = column;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}
