package dev.spoor.rule;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How bad it is, from least to worst. */
public enum Severity {
    INFORMATIONAL, LOW, MEDIUM, HIGH, CRITICAL;

    /** The severity of a risk score from 0 to 100: 0–21 low, 22–47 medium, 48–73 high, 74–100 critical. */
    public static Severity ofRisk(int risk) {
        return risk <= 21 ? LOW : risk <= 47 ? MEDIUM : risk <= 73 ? HIGH : CRITICAL;
    }

    /** The severity of a word in any case; empty for another word. */
    public static Optional<Severity> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equalsIgnoreCase(word.strip())).findFirst();
    }

    /** The lower-case word of the command line, the case file and the report. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
