package dev.spoor.rule.exchange;

import java.util.Locale;
import java.util.Optional;

/** A form in which other tools read exceptions. */
public enum ExchangeForm {
    /** Lines of JSON, as Kibana imports and exports exception lists. */
    ELASTIC,
    /** Sigma filters, as YAML documents. */
    SIGMA,
    /** A {@code macros.conf} with the filter macros of rules. */
    SPLUNK,
    /** Clauses in the languages of the rules, to be added to their queries. */
    QUERY;

    /** The word by which it is chosen. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The form of a word. */
    public static Optional<ExchangeForm> of(String word) {
        for (ExchangeForm form : values()) {
            if (form.word().equals(word)) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }

    /** The form that a text is in, by how it begins. */
    public static ExchangeForm guess(String text) {
        String begin = text.stripLeading();
        if (begin.startsWith("{")) {
            return ELASTIC;
        }
        if (text.lines().anyMatch(line -> line.startsWith("[") && line.stripTrailing().endsWith("_filter]"))) {
            return SPLUNK;
        }
        return text.lines().anyMatch(line -> line.stripTrailing().equals("filter:")) ? SIGMA : QUERY;
    }
}
