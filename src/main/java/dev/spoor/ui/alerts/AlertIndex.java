package dev.spoor.ui.alerts;

import dev.spoor.event.Time;
import dev.spoor.triage.Alert;
import dev.spoor.triage.VariantCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The alerts of the case, made ready for questions. An order is worked out when it is first asked for and kept. Safe on
 * any thread; not made on the window's.
 */
final class AlertIndex {
    static final AlertIndex NOTHING = of(List.of());

    private final List<Alert> read;
    private final AlertEntry[] usual;
    private final AlertTexts texts;
    private final long first;
    private final long last;
    private final VariantCount variants;
    private volatile TimeBins bins;
    private final Map<AlertOrder, AlertEntry[]> orders = new ConcurrentHashMap<>();

    private AlertIndex(List<Alert> read, AlertEntry[] usual, AlertTexts texts, long first, long last, VariantCount variants) {
        this.read = read;
        this.usual = usual;
        this.texts = texts;
        this.first = first;
        this.last = last;
        this.variants = variants;
    }

    /** When the first and the last alert of a stretch were; {@code first} is the greater where none has a time. */
    private record Span(long first, long last) {}

    /** Makes alerts ready. */
    static AlertIndex of(List<Alert> read) {
        AlertEntry[] entries = new AlertEntry[read.size()];
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (Span span : Stretches.of(entries.length, (from, to) -> entries(read, entries, from, to))) {
            first = Math.min(first, span.first());
            last = Math.max(last, span.last());
        }
        boolean timed = first <= last;
        return new AlertIndex(read, UsualOrder.of(entries, first, last), new AlertTexts(read), timed ? first : Time.NONE, timed ? last : Time.NONE, AlertGroups.count(read));
    }

    private static Span entries(List<Alert> read, AlertEntry[] entries, int from, int to) {
        RuleTexts rules = new RuleTexts();
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int i = from; i < to; i++) {
            Alert alert = read.get(i);
            entries[i] = rules.entry(alert, i);
            if (AlertField.timed(alert)) {
                first = Math.min(first, alert.time());
                last = Math.max(last, alert.time());
            }
        }
        return new Span(first, last);
    }

    /** The same with other alerts in the place of some; by their ids. Severity, time and id of an alert stay, so the usual order does. */
    AlertIndex replaced(Map<String, Alert> changed) {
        RuleTexts rules = new RuleTexts();
        AlertEntry[] entries = usual.clone();
        for (int i = 0; i < entries.length; i++) {
            Alert now = changed.get(entries[i].alert().id());
            if (now != null) {
                entries[i] = rules.entry(now, entries[i].place());
            }
        }
        List<Alert> all = new ArrayList<>(read.size());
        for (Alert alert : read) {
            all.add(changed.getOrDefault(alert.id(), alert));
        }
        return new AlertIndex(all, entries, texts, first, last, AlertGroups.count(all));
    }

    /** Makes the texts that are searched, so that the first search need not wait for them. */
    void prepare() {
        texts.prepare();
    }

    /** Looks for words. */
    List<WantedWord> find(List<String> words) {
        return words.stream().map(word -> new WantedWord(word, texts.find(word))).toList();
    }

    /** Of how many variants the alerts are, and how many of these are decided. */
    VariantCount variants() {
        return variants;
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

    /** How all alerts lie in time. */
    TimeBins bins() {
        TimeBins made = bins;
        if (made == null) {
            TimeBins all = noBins();
            Stretches.of(read.size(), (from, to) -> {
                TimeBins part = noBins();
                for (int i = from; i < to; i++) {
                    part.add(read.get(i));
                }
                return part;
            }).forEach(all::add);
            made = all;
            bins = made;
        }
        return made;
    }

    /** Empty bins over the time of all alerts. */
    TimeBins noBins() {
        return TimeBins.over(first, last);
    }

    /** Makes entries; what several have in common is made once. */
    private static final class RuleTexts {
        private final Map<Alert.RuleStamp, Map<List<String>, String>> known = new IdentityHashMap<>();
        private final Map<String, String> lower = new HashMap<>();

        private AlertEntry entry(Alert alert, int place) {
            String rule = known.computeIfAbsent(alert.rule(), _ -> new HashMap<>(2)).computeIfAbsent(alert.techniques(), _ -> text(alert));
            return new AlertEntry(alert, rule, place);
        }

        private String text(Alert alert) {
            StringBuilder rule = new StringBuilder(alert.rule().name()).append('\n').append(alert.rule().id());
            alert.techniques().forEach(technique -> rule.append('\n').append(technique));
            alert.tactics().forEach(tactic -> rule.append('\n').append(tactic));
            return lower.computeIfAbsent(rule.toString(), text -> text.toLowerCase(Locale.ROOT));
        }
    }
}
