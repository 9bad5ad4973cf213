package dev.spoor.ui.rules;

import dev.spoor.attack.Threat;
import dev.spoor.rule.Fidelity;
import dev.spoor.workbench.RuleState;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which rules are shown.
 *
 * @param text      words that all must occur in name, id, tags, type, language, origin or techniques, in any case
 * @param fidelity  one of these; empty for any
 * @param withAlert only rules that have alerts
 */
record RuleFilter(String text, Set<Fidelity.Status> fidelity, boolean withAlert) {
    static final RuleFilter ALL = new RuleFilter("", Set.of(), false);

    RuleFilter {
        fidelity = Set.copyOf(fidelity);
    }

    RuleFilter withText(String words) {
        return new RuleFilter(words, fidelity, withAlert);
    }

    RuleFilter toggled(Fidelity.Status status) {
        Set<Fidelity.Status> result = new TreeSet<>(fidelity);
        if (!result.remove(status)) {
            result.add(status);
        }
        return new RuleFilter(text, result, withAlert);
    }

    RuleFilter toggledAlerts() {
        return new RuleFilter(text, fidelity, !withAlert);
    }

    int size() {
        return (text.isBlank() ? 0 : 1) + (fidelity.isEmpty() ? 0 : 1) + (withAlert ? 1 : 0);
    }

    boolean matches(RuleState state) {
        return (fidelity.isEmpty() || fidelity.contains(state.fidelity().status())) && (!withAlert || state.alerts() > 0) && matchesText(state);
    }

    private boolean matchesText(RuleState state) {
        if (text.isBlank()) {
            return true;
        }
        StringBuilder all = new StringBuilder(String.join("\n", state.rule().name(), state.rule().id(), state.rule().type(), state.rule().language(),
                state.rule().origin().word(), String.join(" ", state.rule().tags())));
        for (Threat threat : state.rule().threats()) {
            threat.techniques().forEach(technique -> {
                all.append(' ').append(technique.reference().id());
                technique.subtechniques().forEach(sub -> all.append(' ').append(sub.id()));
            });
        }
        String lower = all.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(text.toLowerCase(Locale.ROOT).strip().split("\\s+")).allMatch(lower::contains);
    }
}
