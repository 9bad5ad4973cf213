package dev.spoor.detect;

import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.query.pipeline.EventCorrelation;
import dev.spoor.query.pipeline.EventCorrelation.Correlated;
import dev.spoor.query.pipeline.EventCorrelation.Matching;
import dev.spoor.query.pipeline.EventCorrelation.Measure;
import dev.spoor.query.pipeline.EventCorrelation.Member;
import dev.spoor.query.pipeline.EventPattern;
import dev.spoor.rule.exceptions.Entry;
import dev.spoor.rule.exceptions.ExceptionCompiler;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.exceptions.ExceptionPart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Exceptions on a part of a rule that puts events together: an event that one step takes is not taken by that step, while other steps may take it; and a sequence is kept away
 * whose join key satisfies the exception, because none of its events is taken. Steps are counted as the rule writes them: the terms of an EQL sequence, the rules of
 * a Sigma correlation.
 */
public final class PartExceptions {
    private final EventPattern pattern;
    private final List<List<Integer>> steps;
    /** What each condition's key is called, and the field that it is in the condition's events. */
    private final List<Map<String, FieldRef>> keys = new ArrayList<>();

    private PartExceptions(EventPattern pattern, List<List<Integer>> steps) {
        this.pattern = pattern;
        this.steps = steps;
        for (int i = 0; i < pattern.conditions().size(); i++) {
            keys.add(new HashMap<>());
        }
    }

    /** The parts of a compiled rule; empty for a rule that has none. */
    public static Optional<PartExceptions> of(Finisher finisher) {
        return switch (finisher) {
            case Finisher.Pattern(EventPattern pattern) -> Optional.of(of(pattern));
            case Finisher.Correlation(EventCorrelation correlation) -> Optional.of(of(correlation));
            case Finisher.EachEvent _, Finisher.Table _, Finisher.Remembering _ -> Optional.empty();
        };
    }

    static PartExceptions of(EventPattern pattern) {
        List<List<Integer>> steps = new ArrayList<>();
        if (pattern.kind() != EventPattern.Kind.EVENTS) {
            pattern.steps().stream().map(EventPattern.Step::condition).distinct().sorted().forEach(condition -> steps.add(List.of(condition)));
        }
        PartExceptions parts = new PartExceptions(pattern, steps);
        for (int k = 0; k < pattern.conditions().getFirst().keys().size(); k++) {
            int key = k;
            for (String name : pattern.conditions().stream().map(condition -> condition.keys().get(key).field().name()).distinct().toList()) {
                for (int i = 0; i < pattern.conditions().size(); i++) {
                    parts.keys.get(i).putIfAbsent(name, pattern.conditions().get(i).keys().get(key).field());
                }
            }
        }
        return parts;
    }

    static PartExceptions of(EventCorrelation correlation) {
        Correlated root = correlation.root();
        boolean stepped = root.measure() == Measure.RULES || root.measure() == Measure.RULES_IN_ORDER;
        List<List<Integer>> steps = stepped ? root.members().stream().map(PartExceptions::leaves).toList() : List.of();
        PartExceptions parts = new PartExceptions(correlation.events(), steps);
        for (int k = 0; k < root.names().size(); k++) {
            for (Member member : root.members()) {
                parts.key(root.names().get(k), member, k);
            }
        }
        return parts;
    }

    private static List<Integer> leaves(Member member) {
        return switch (member.origin()) {
            case Matching(int condition) -> List.of(condition);
            case Correlated inner -> inner.members().stream().flatMap(one -> leaves(one).stream()).toList();
        };
    }

    private void key(String name, Member member, int place) {
        FieldRef field = member.keys().get(place);
        switch (member.origin()) {
            case Matching(int condition) -> keys.get(condition).put(name, field);
            case Correlated inner -> {
                int within = inner.names().indexOf(field.name());
                if (within >= 0) {
                    inner.members().forEach(one -> key(name, one, within));
                }
            }
        }
    }

    /** How many steps there are; 0 for a rule whose events are counted, not put one after the other. */
    public int steps() {
        return steps.size();
    }

    /** What a step asks of an event, by its number from 1. */
    public Expression step(int step) {
        List<Expression> conditions = steps.get(step - 1).stream().map(condition -> pattern.conditions().get(condition).filter()).toList();
        return conditions.size() == 1 ? conditions.getFirst() : new Expression.Or(conditions);
    }

    /** The names of the join key's fields, sorted: each name that one of the steps gives it. */
    public List<String> keyNames() {
        return keys.stream().flatMap(one -> one.keySet().stream()).distinct().sorted().toList();
    }

    /** What keeps an exception from holding here, in words; empty where nothing does. */
    public Optional<String> problem(ExceptionItem item) {
        return switch (item.part().kind()) {
            case WHOLE -> Optional.empty();
            case STEP -> item.part().step() <= steps() ? Optional.empty() : Optional.of("the rule has " + steps() + " steps, the exception names step " + item.part().step());
            case KEY -> item.entries().stream().map(Entry::field).filter(field -> !keyNames().contains(field)).findFirst()
                    .map(field -> field + " is no field of the join key" + (keyNames().isEmpty() ? "" : ": " + String.join(", ", keyNames())));
        };
    }

    /** The pattern without the events that exceptions on parts keep away. */
    EventPattern without(List<ExceptionItem> items, ExceptionCompiler compiler) {
        List<EventPattern.Condition> conditions = new ArrayList<>();
        for (int i = 0; i < pattern.conditions().size(); i++) {
            EventPattern.Condition condition = pattern.conditions().get(i);
            List<Expression> kept = new ArrayList<>();
            for (ExceptionItem item : items) {
                Optional.ofNullable(conditions(item, compiler).get(i)).ifPresent(kept::add);
            }
            conditions.add(kept.isEmpty() ? condition
                    : new EventPattern.Condition(Expression.and(condition.filter(), Expression.not(kept.size() == 1 ? kept.getFirst() : new Expression.Or(kept))),
                            condition.keys()));
        }
        return new EventPattern(pattern.kind(), conditions, pattern.steps(), pattern.until(), pattern.maxSpan(), pattern.cuts(), pattern.time(), pattern.tiebreaker());
    }

    /** The events of this rule, without exceptions, that an exception keeps away. */
    public Expression kept(ExceptionItem item, ExceptionCompiler compiler) {
        List<Expression> kept = new ArrayList<>();
        conditions(item, compiler).forEach((condition, excepted) -> kept.add(Expression.and(pattern.conditions().get(condition).filter(), excepted)));
        return kept.isEmpty() ? Expression.FALSE : new Expression.Or(kept);
    }

    /** What is excepted, by the number of the condition. */
    private Map<Integer, Expression> conditions(ExceptionItem item, ExceptionCompiler compiler) {
        if (item.part().kind() != ExceptionPart.Kind.WHOLE && problem(item).isPresent()) {
            return Map.of();
        }
        Map<Integer, Expression> excepted = new TreeMap<>();
        switch (item.part().kind()) {
            case WHOLE -> {
                for (int i = 0; i < pattern.conditions().size(); i++) {
                    excepted.put(i, compiler.compile(item));
                }
            }
            case STEP -> steps.get(item.part().step() - 1).forEach(condition -> excepted.put(condition, compiler.compile(item)));
            case KEY -> {
                List<String> asked = item.entries().stream().map(Entry::field).toList();
                for (int i = 0; i < keys.size(); i++) {
                    Map<String, FieldRef> known = keys.get(i);
                    if (known.keySet().containsAll(asked)) {
                        Map<String, FieldRef> read = asked.stream().distinct().collect(Collectors.toMap(name -> name, known::get));
                        excepted.put(i, compiler.reading(read).compile(item));
                    }
                }
            }
        }
        return excepted;
    }
}
