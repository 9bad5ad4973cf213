package dev.spoor.ui.alerts;

import dev.spoor.rule.Severity;
import dev.spoor.triage.Alert;
import dev.spoor.triage.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which alerts are shown.
 *
 * @param text       words that all must occur in the alert's rule, host, user, sentence, techniques, tags or id, in any case
 * @param severities one of these; empty for any
 * @param statuses   one of these; empty for any
 */
record AlertFilter(String text, Set<Severity> severities, Set<Status> statuses) {
    static final AlertFilter ALL = new AlertFilter("", Set.of(), Set.of());

    AlertFilter {
        severities = Set.copyOf(severities);
        statuses = Set.copyOf(statuses);
    }

    AlertFilter withText(String words) {
        return new AlertFilter(words, severities, statuses);
    }

    AlertFilter toggled(Severity severity) {
        return new AlertFilter(text, toggled(severities, severity), statuses);
    }

    AlertFilter toggled(Status status) {
        return new AlertFilter(text, severities, toggled(statuses, status));
    }

    private static <E extends Enum<E>> Set<E> toggled(Set<E> set, E element) {
        Set<E> result = new TreeSet<>(set);
        if (!result.remove(element)) {
            result.add(element);
        }
        return result;
    }

    /** How many conditions there are: the text, the severities and the statuses count one each. */
    int size() {
        return (words().isEmpty() ? 0 : 1) + (severities.isEmpty() ? 0 : 1) + (statuses.isEmpty() ? 0 : 1);
    }

    boolean matches(Alert alert) {
        return (severities.isEmpty() || severities.contains(alert.severity())) && (statuses.isEmpty() || statuses.contains(alert.status()))
                && matchesText(alert);
    }

    private List<String> words() {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }

    private boolean matchesText(Alert alert) {
        List<String> words = words();
        if (words.isEmpty()) {
            return true;
        }
        String all = String.join("\n", alert.rule().name(), alert.rule().id(), alert.host().orElse(""), alert.user().orElse(""), alert.summary(), alert.id(),
                String.join(" ", alert.techniques()), String.join(" ", alert.tactics()), String.join(" ", alert.tags())).toLowerCase(Locale.ROOT);
        return words.stream().allMatch(all::contains);
    }
}
