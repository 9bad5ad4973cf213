package dev.spoor.ui.alerts;

import dev.spoor.event.Time;
import dev.spoor.triage.Alert;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The alerts of the case, made ready for questions: in order, and with the texts to search. An order is worked out when it is first asked for and kept. Safe on
 * any thread; not made on the window's.
 */
final class AlertIndex {
    static final AlertIndex NOTHING = new AlertIndex(List.of(), new AlertEntry[0]);

    private final List<Alert> read;
    private final AlertEntry[] usual;
    private final long first;
    private final long last;
    private final Map<AlertOrder, AlertEntry[]> orders = new ConcurrentHashMap<>();

    private AlertIndex(List<Alert> read, AlertEntry[] usual) {
        this.read = read;
        this.usual = usual;
        long from = Time.NONE;
        long to = Time.NONE;
        for (AlertEntry entry : usual) {
            long time = entry.alert().time();
            if (time != Time.NONE) {
                from = from == Time.NONE ? time : Math.min(from, time);
                to = to == Time.NONE ? time : Math.max(to, time);
            }
        }
        first = from;
        last = to;
    }

    /** Makes alerts ready. */
    static AlertIndex of(List<Alert> read) {
        Texts texts = new Texts();
        AlertEntry[] entries = new AlertEntry[read.size()];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = texts.entry(read.get(i));
        }
        Arrays.parallelSort(entries, (one, other) -> AlertOrder.REST.compare(one.alert(), other.alert()));
        return new AlertIndex(read, entries);
    }

    /** The same with other alerts in the place of some; by their ids. Severity, time and id of an alert stay, so the usual order does. */
    AlertIndex replaced(Map<String, Alert> changed) {
        Texts texts = new Texts();
        AlertEntry[] entries = usual.clone();
        for (int i = 0; i < entries.length; i++) {
            Alert now = changed.get(entries[i].alert().id());
            if (now != null) {
                entries[i] = texts.entry(now);
            }
        }
        List<Alert> all = new ArrayList<>(read.size());
        for (Alert alert : read) {
            all.add(changed.getOrDefault(alert.id(), alert));
        }
        return new AlertIndex(all, entries);
    }

    /** All alerts as the case lists them. */
    List<Alert> alerts() {
        return read;
    }

    /** The entries in an order; not to be changed. */
    AlertEntry[] ordered(AlertOrder order) {
        return order.field() == null || order.equals(AlertOrder.USUAL) ? usual : orders.computeIfAbsent(order, this::sorted);
    }

    /** Alerts that are alike are gathered first, in the usual order, so that only one of each has to be compared. */
    private AlertEntry[] sorted(AlertOrder order) {
        Map<List<String>, List<AlertEntry>> alike = new LinkedHashMap<>();
        for (AlertEntry entry : usual) {
            alike.computeIfAbsent(order.field().alike(entry.alert()), key -> new ArrayList<>(2)).add(entry);
        }
        List<List<AlertEntry>> sorted = new ArrayList<>(alike.values());
        Comparator<Alert> first = order.first();
        sorted.sort((one, other) -> first.compare(one.getFirst().alert(), other.getFirst().alert()));
        return sorted.stream().flatMap(List::stream).toArray(AlertEntry[]::new);
    }

    /** Empty bins over the time of all alerts. */
    TimeBins bins() {
        return TimeBins.over(first, last);
    }

    /** Makes the texts of alerts; what several have in common is made once. */
    private static final class Texts {
        private final Map<String, String> lower = new HashMap<>();

        private AlertEntry entry(Alert alert) {
            StringBuilder rule = new StringBuilder(alert.rule().name()).append('\n').append(alert.rule().id());
            alert.techniques().forEach(technique -> rule.append('\n').append(technique));
            alert.tactics().forEach(tactic -> rule.append('\n').append(tactic));
            StringBuilder own = new StringBuilder(alert.host().orElse("")).append('\n').append(alert.user().orElse("")).append('\n').append(alert.summary()).append('\n')
                    .append(alert.id());
            alert.tags().forEach(tag -> own.append('\n').append(tag));
            return new AlertEntry(alert, lower.computeIfAbsent(rule.toString(), text -> text.toLowerCase(Locale.ROOT)), own.toString().toLowerCase(Locale.ROOT));
        }
    }
}
