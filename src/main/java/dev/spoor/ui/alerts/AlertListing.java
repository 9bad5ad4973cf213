package dev.spoor.ui.alerts;

import dev.spoor.rule.Severity;
import dev.spoor.triage.Alert;
import dev.spoor.triage.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The answer to an {@link AlertQuery}: made in the background, shown as it is. Equal to itself only: comparing costs nothing.
 *
 * @param index  the alerts that were asked about
 * @param query  what was asked
 * @param rows   of the table
 * @param alerts those that pass the filter, in the table's order
 * @param times  how those that pass all but the time range lie in time
 */
record AlertListing(AlertIndex index, AlertQuery query, AlertRows rows, List<Alert> alerts, TimeBins times) {
    static final AlertListing NOTHING = of(AlertIndex.NOTHING, AlertQuery.USUAL);

    /** Filters, orders and gathers; time in proportion to the alerts, and to their order where it is asked for the first time. */
    static AlertListing of(AlertIndex index, AlertQuery query) {
        AlertFilter filter = query.filter();
        List<String> words = filter.words();
        List<Alert> alerts = new ArrayList<>();
        TimeBins times = index.bins();
        for (AlertEntry entry : index.ordered(query.order())) {
            if (filter.matchesAnyTime(entry, words)) {
                times.add(entry.alert());
                if (filter.inRange(entry.alert())) {
                    alerts.add(entry.alert());
                }
            }
        }
        return new AlertListing(index, query, rows(alerts, query), Collections.unmodifiableList(alerts), times);
    }

    /** The same alerts, other groups open. */
    AlertListing folded(AlertQuery asked) {
        return new AlertListing(index, asked, rows(alerts, asked), alerts, times);
    }

    private static AlertRows rows(List<Alert> alerts, AlertQuery query) {
        if (query.group().isEmpty()) {
            return AlertRows.of(alerts);
        }
        AlertField field = query.group().get();
        Map<String, List<Alert>> members = new LinkedHashMap<>();
        for (Alert alert : alerts) {
            List<String> values = field.values(alert);
            if (values.isEmpty()) {
                members.computeIfAbsent("", key -> new ArrayList<>()).add(alert);
            }
            for (int i = 0; i < values.size(); i++) {
                members.computeIfAbsent(values.get(i), key -> new ArrayList<>()).add(alert);
            }
        }
        List<AlertRow.Group> groups = new ArrayList<>();
        members.forEach((value, alike) -> groups.add(group(field, value, alike, query.collapsed(value))));
        return AlertRows.grouped(groups);
    }

    private static AlertRow.Group group(AlertField field, String value, List<Alert> members, boolean collapsed) {
        Severity worst = Severity.INFORMATIONAL;
        long last = Long.MIN_VALUE;
        long events = 0;
        long decided = 0;
        Set<String> hosts = new HashSet<>();
        Set<String> users = new HashSet<>();
        for (Alert alert : members) {
            worst = alert.severity().compareTo(worst) > 0 ? alert.severity() : worst;
            last = Math.max(last, alert.time());
            events += alert.count();
            decided += alert.status() == Status.CLOSED ? 1 : 0;
            alert.host().ifPresent(hosts::add);
            alert.user().ifPresent(users::add);
        }
        return new AlertRow.Group(value, field.shown(value), members, worst, last, hosts.size(), users.size(), events, decided, collapsed);
    }

    /** How many alerts have each value of a field, among those that pass the filter without its clauses on that field; the most frequent first. */
    static Map<String, Long> counts(AlertIndex index, AlertFilter filter, AlertField field) {
        AlertFilter others = filter.with(field, false, Set.of()).with(field, true, Set.of());
        List<String> words = others.words();
        Map<String, Long> counts = new LinkedHashMap<>();
        for (AlertEntry entry : index.ordered(AlertOrder.USUAL)) {
            if (others.inRange(entry.alert()) && others.matchesAnyTime(entry, words)) {
                List<String> values = field.values(entry.alert());
                for (String value : values.isEmpty() ? List.of("") : values) {
                    counts.merge(value, 1L, Long::sum);
                }
            }
        }
        Map<String, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    @Override public boolean equals(Object other) {
        return this == other;
    }

    @Override public int hashCode() {
        return query.hashCode();
    }
}
