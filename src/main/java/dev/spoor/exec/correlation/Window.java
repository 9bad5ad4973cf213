package dev.spoor.exec.correlation;

import dev.spoor.exec.RowValues;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.query.pipeline.EventCorrelation.Correlated;
import dev.spoor.query.pipeline.EventCorrelation.Member;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The occurrences of one group within the span of time, and what is measured of them. Not thread-safe. */
final class Window {
    private final Correlated asked;
    private final Deque<Occurrence> held = new ArrayDeque<>();
    private final Map<Object, Integer> different = new HashMap<>();
    private final TreeMap<BigDecimal, Integer> numbers = new TreeMap<>();
    private BigDecimal sum = BigDecimal.ZERO;
    private int count;

    Window(Correlated asked) {
        this.asked = asked;
    }

    Deque<Occurrence> held() {
        return held;
    }

    void add(Occurrence occurrence) {
        held.addLast(occurrence);
        change(occurrence, 1);
    }

    void removeFirst() {
        change(held.removeFirst(), -1);
    }

    void clear() {
        held.clear();
        different.clear();
        numbers.clear();
        sum = BigDecimal.ZERO;
        count = 0;
    }

    private void change(Occurrence occurrence, int by) {
        Member member = asked.members().get(occurrence.member());
        switch (asked.measure()) {
            case EVENTS, RULES_IN_ORDER -> count += by;
            case RULES -> change(different, occurrence.member(), by);
            case VALUES -> values(occurrence, member).ifPresent(key -> change(different, key, by));
            case SUM, AVERAGE, MEDIAN, PERCENTILE -> number(occurrence, member).ifPresent(number -> {
                sum = by > 0 ? sum.add(number) : sum.subtract(number);
                count += by;
                change(numbers, number, by);
            });
        }
    }

    private static <K> void change(Map<K, Integer> counts, K key, int by) {
        counts.merge(key, by, (a, b) -> a + b == 0 ? null : a + b);
    }

    /** The values of all measured fields; empty where one of them is missing. */
    private static Optional<Object> values(Occurrence occurrence, Member member) {
        List<Optional<String>> texts = member.values().stream().map(occurrence::text).toList();
        return texts.stream().allMatch(Optional::isPresent) ? Optional.of(texts.stream().map(Optional::get).collect(Collectors.toList())) : Optional.empty();
    }

    private static Optional<BigDecimal> number(Occurrence occurrence, Member member) {
        return member.values().isEmpty() ? Optional.empty() : occurrence.text(member.values().getFirst()).flatMap(RowValues::decimal).map(BigDecimal::stripTrailingZeros);
    }

    /** Whether the measure is within all bounds. */
    boolean satisfied() {
        Optional<Double> measured = measured();
        return measured.isPresent() && asked.bounds().stream().allMatch(bound -> bound.holds(measured.get()));
    }

    private Optional<Double> measured() {
        return switch (asked.measure()) {
            case EVENTS, RULES_IN_ORDER -> Optional.of((double) count);
            case RULES, VALUES -> Optional.of((double) different.size());
            case SUM -> count == 0 ? Optional.empty() : Optional.of(sum.doubleValue());
            case AVERAGE -> count == 0 ? Optional.empty() : Optional.of(sum.doubleValue() / count);
            case MEDIAN -> count == 0 ? Optional.empty() : Optional.of((ranked((count + 1) / 2) + ranked(count / 2 + 1)) / 2);
            case PERCENTILE -> count == 0 ? Optional.empty() : Optional.of(ranked((int) Math.clamp(Math.ceil(asked.percent().orElse(50) / 100 * count), 1, count)));
        };
    }

    /** The value of a rank, from 1. */
    private double ranked(int rank) {
        int seen = 0;
        for (Map.Entry<BigDecimal, Integer> entry : numbers.entrySet()) {
            seen += entry.getValue();
            if (seen >= rank) {
                return entry.getKey().doubleValue();
            }
        }
        throw new IllegalStateException("rank " + rank + " of " + seen);
    }
}
