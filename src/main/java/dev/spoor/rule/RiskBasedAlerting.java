package dev.spoor.rule;

import java.util.List;
import java.util.OptionalInt;

/**
 * Splunk's risk annotation. The stated score is checked against impact × confidence / 100; a difference is in {@code problems}.
 *
 * @param message the sentence with {@code $field$} placeholders
 * @param objects risk and threat objects, as {@code field (kind, type)}
 */
public record RiskBasedAlerting(OptionalInt score, OptionalInt impact, OptionalInt confidence, String message, List<String> objects, List<String> problems) {
    public RiskBasedAlerting {
        objects = List.copyOf(objects);
        problems = List.copyOf(problems);
    }
}
