package dev.spoor.ui.alerts;

import dev.spoor.rule.Severity;
import dev.spoor.triage.Alert;
import dev.spoor.triage.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The answer to an {@link AlertQuery}: made in the background, shown as it is.
 *
 * @param all    the alerts that were asked about
 * @param query  what was asked
 * @param rows   of the table
 * @param alerts those that pass the filter, in the table's order
 * @param times  how those that pass all but the time range lie in time
 */
record AlertListing(List<Alert> all, AlertQuery query, List<AlertRow> rows, List<Alert> alerts, TimeBins times) {
    static final AlertListing NOTHING = new AlertListing(List.of(), AlertQuery.USUAL, List.of(), List.of(), TimeBins.of(List.of(), List.of()));

    /** Filters, orders and gathers; time in proportion to the alerts (and their order). */
    static AlertListing of(List<Alert> all, AlertQuery query) {
        AlertFilter filter = query.filter();
        List<String> words = filter.words();
        List<Alert> anyTime = new ArrayList<>(all.size());
        for (Alert alert : all) {
            if (filter.matchesAnyTime(alert, words)) {
                anyTime.add(alert);
            }
        }
        TimeBins times = TimeBins.of(all, anyTime);
        Alert[] passed = filter.range().isEmpty() ? anyTime.toArray(Alert[]::new) : anyTime.stream().filter(filter.range().get()::holds).toArray(Alert[]::new);
        Arrays.parallelSort(passed, query.order().comparator());
        List<Alert> alerts = List.of(passed);
        return new AlertListing(all, query, rows(alerts, query), alerts, times);
    }

    /** The same alerts, other groups open. */
    AlertListing folded(AlertQuery asked) {
        return new AlertListing(all, asked, rows(alerts, asked), alerts, times);
    }

    private static List<AlertRow> rows(List<Alert> alerts, AlertQuery query) {
        List<AlertRow> rows = new ArrayList<>(alerts.size());
        if (query.group().isEmpty()) {
            alerts.forEach(alert -> rows.add(new AlertRow.One(alert, false)));
            return rows;
        }
        AlertField field = query.group().get();
        Map<String, List<Alert>> groups = new LinkedHashMap<>();
        for (Alert alert : alerts) {
            List<String> values = field.values(alert);
            for (String value : values.isEmpty() ? List.of("") : values) {
                groups.computeIfAbsent(value, key -> new ArrayList<>()).add(alert);
            }
        }
        groups.forEach((value, members) -> {
            boolean collapsed = query.collapsed(value);
            rows.add(group(field, value, members, collapsed));
            if (!collapsed) {
                members.forEach(alert -> rows.add(new AlertRow.One(alert, true)));
            }
        });
        return rows;
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
    static Map<String, Long> counts(List<Alert> all, AlertFilter filter, AlertField field) {
        AlertFilter others = filter.with(field, false, Set.of()).with(field, true, Set.of());
        List<String> words = others.words();
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Alert alert : all) {
            if ((others.range().isEmpty() || others.range().get().holds(alert)) && others.matchesAnyTime(alert, words)) {
                List<String> values = field.values(alert);
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
}
