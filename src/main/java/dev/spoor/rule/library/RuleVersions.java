package dev.spoor.rule.library;

import dev.spoor.rule.Labelled;
import dev.spoor.rule.Rule;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;

/** Which of two rules with one id is newer: by the parts of their version numbers, then by their dates as stated. */
final class RuleVersions {
    private static final List<String> DATES = List.of("metadata.updated_date", "updated_at", "modified", "date", "last updated", "last_modified_at");
    private static final int LONGEST = 20;

    private RuleVersions() {}

    /** Whether a rule is newer than another. */
    static boolean newer(Rule rule, Rule other) {
        String[] parts = rule.version().split("\\.");
        String[] others = other.version().split("\\.");
        for (int i = 0; i < Math.max(parts.length, others.length); i++) {
            int order = number(parts, i).compareTo(number(others, i));
            if (order != 0) {
                return order > 0;
            }
        }
        return date(rule).compareTo(date(other)) > 0;
    }

    private static BigInteger number(String[] parts, int index) {
        String part = index < parts.length ? parts[index].strip() : "";
        boolean digits = !part.isEmpty() && part.length() <= LONGEST && part.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? new BigInteger(part) : BigInteger.ZERO;
    }

    private static String date(Rule rule) {
        return rule.labels().stream().filter(label -> DATES.contains(label.label().toLowerCase(Locale.ROOT))).map(Labelled::values)
                .flatMap(List::stream).map(date -> date.replace('/', '-')).findFirst().orElse("");
    }
}
