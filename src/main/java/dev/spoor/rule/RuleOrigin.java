package dev.spoor.rule;

import java.util.Locale;

/** Whose rule it is. */
public enum RuleOrigin {
    ELASTIC, SPLUNK, SIGMA;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
