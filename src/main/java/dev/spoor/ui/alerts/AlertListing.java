package dev.spoor.ui.alerts;

import dev.spoor.triage.Alert;
import dev.spoor.triage.VariantCount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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
 * @param variants of how many variants they are, and how many of these are decided as far as they are shown
 */
record AlertListing(AlertIndex index, AlertQuery query, AlertRows rows, List<Alert> alerts, TimeBins times, VariantCount variants) {
    static final AlertListing NOTHING = of(AlertIndex.NOTHING, AlertQuery.USUAL);

    /** Filters, orders and gathers; time in proportion to the alerts, and to their order where it is asked for the first time. */
    static AlertListing of(AlertIndex index, AlertQuery query) {
        AlertFilter filter = query.filter();
        if (filter.equals(AlertFilter.ALL)) {
            AlertEntry[] entries = index.ordered(query.order());
            return of(index, query, new Part(index.bins(), Arrays.stream(entries).map(AlertEntry::alert).toList()));
        }
        List<WantedWord> words = index.find(filter.words());
        AlertEntry[] entries = index.ordered(query.order());
        List<Part> parts = Stretches.of(entries.length, (from, to) -> part(index, filter, words, entries, from, to));
        List<Alert> alerts = new ArrayList<>(parts.stream().mapToInt(part -> part.alerts().size()).sum());
        TimeBins times = index.noBins();
        for (Part part : parts) {
            alerts.addAll(part.alerts());
            times.add(part.times());
        }
        return of(index, query, new Part(times, alerts));
    }

    /** What a stretch of the alerts gives. */
    private record Part(TimeBins times, List<Alert> alerts) {}

    private static Part part(AlertIndex index, AlertFilter filter, List<WantedWord> words, AlertEntry[] entries, int from, int to) {
        List<Alert> alerts = new ArrayList<>();
        TimeBins times = index.noBins();
        for (int i = from; i < to; i++) {
            if (filter.matchesAnyTime(entries[i], words)) {
                times.add(entries[i].alert());
                if (filter.inRange(entries[i].alert())) {
                    alerts.add(entries[i].alert());
                }
            }
        }
        return new Part(times, alerts);
    }

    private static AlertListing of(AlertIndex index, AlertQuery query, Part found) {
        VariantCount variants = found.alerts().size() == index.alerts().size() ? index.variants() : AlertGroups.count(found.alerts());
        return new AlertListing(index, query, AlertGroups.rows(found.alerts(), query), Collections.unmodifiableList(found.alerts()), found.times(), variants);
    }

    /** The same alerts, other groups open. */
    AlertListing folded(AlertQuery asked) {
        return new AlertListing(index, asked, AlertGroups.rows(alerts, asked), alerts, times, variants);
    }

    /** How many alerts have each value of a field, among those that pass the filter without its clauses on that field; the most frequent first. */
    static Map<String, Long> counts(AlertIndex index, AlertFilter filter, AlertField field) {
        AlertFilter others = filter.with(field, false, Set.of()).with(field, true, Set.of());
        List<WantedWord> words = index.find(others.words());
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
