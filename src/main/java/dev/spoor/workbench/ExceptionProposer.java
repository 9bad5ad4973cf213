package dev.spoor.workbench;

import dev.spoor.rule.exceptions.ExceptionDraft;
import dev.spoor.store.CaseFile;
import dev.spoor.store.StoreException;
import dev.spoor.triage.Alert;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Proposes exceptions from what was decided about alerts. */
final class ExceptionProposer {
    /** So many alerts are looked at of either kind. */
    private static final int LOOKED = 20_000;
    private static final int NAMED = 20;
    private final CaseFile file;
    private final ExceptionSuggestion plain;

    ExceptionProposer(CaseFile file, ExceptionSuggestion plain) {
        this.file = file;
        this.plain = plain;
    }

    /** The alerts of a rule that were closed as false or benign positives. */
    List<Alert> falsePositives(String ruleId) throws StoreException {
        return file.alerts().ofRule(ruleId).stream().filter(ExceptionProposer::harmless).toList();
    }

    private static boolean harmless(Alert alert) {
        return switch (Suppressed.Decided.of(alert)) {
            case FALSE_POSITIVE, BENIGN_POSITIVE -> true;
            case TRUE_POSITIVE, OPEN, ACKNOWLEDGED, OTHER -> false;
        };
    }

    /** An exception that covers these alerts and, of the rest of their rules, no true positive and nothing undecided. */
    ExceptionProposal of(List<Alert> alerts) throws StoreException, WorkbenchException {
        if (alerts.isEmpty()) {
            throw new WorkbenchException("No alert of the rule was closed as a false positive yet. Mark some first; the conditions are found from what tells them from the rest.");
        }
        Set<String> wanted = alerts.stream().map(Alert::id).collect(Collectors.toSet());
        Set<String> rules = alerts.stream().map(alert -> alert.rule().id()).collect(Collectors.toCollection(LinkedHashSet::new));
        List<Alert> others = new ArrayList<>();
        Predicate<Alert> spared = alert -> !wanted.contains(alert.id()) && !harmless(alert);
        for (String rule : rules) {
            file.alerts().ofRule(rule).stream().filter(spared).limit(LOOKED).forEach(others::add);
        }
        if (others.isEmpty()) {
            return new ExceptionProposal(plain.of(alerts), alerts.size(), 0, List.of());
        }
        ConditionSearch.Found found = new ConditionSearch(fields(alerts), fields(others)).search();
        if (found.entries().isEmpty()) {
            return new ExceptionProposal(plain.of(alerts), alerts.size(), others.size(), others.subList(0, Math.min(NAMED, others.size())));
        }
        List<Alert> caught = found.remaining().stream().limit(NAMED).map(others::get).toList();
        return new ExceptionProposal(new ExceptionDraft("", found.entries(), "", Optional.empty()), alerts.size(), others.size(), caught);
    }

    private List<Map<String, List<String>>> fields(List<Alert> alerts) throws StoreException, WorkbenchException {
        EventLookup lookup = new EventLookup(file);
        List<Map<String, List<String>>> all = new ArrayList<>();
        for (Alert alert : alerts.subList(0, Math.min(LOOKED, alerts.size()))) {
            all.add(alert.values().isEmpty() ? alert.events().isEmpty() ? Map.of() : FieldChooser.fields(lookup.row(alert.events().getFirst().id())) : texts(alert));
        }
        return all;
    }

    /** The columns of a row that hold texts; numbers there are counts. */
    private static Map<String, List<String>> texts(Alert alert) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        alert.values().forEach((column, value) -> {
            if (value instanceof String text) {
                texts.put(column, List.of(text));
            }
        });
        return texts;
    }
}
