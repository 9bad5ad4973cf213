package dev.spoor.bench;

import dev.spoor.detect.CompiledRule;
import dev.spoor.detect.Finisher;
import dev.spoor.detect.engine.RulePlan;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.query.expr.Glob;
import dev.spoor.query.expr.ValueTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Copies of rules that look for other texts in the same events: their letters are moved on in the alphabet, but for the log source's. */
final class ChangedRules {
    private static final Set<String> KEPT = Set.of("Channel", "dataset", "EventID", "Provider_Name", "event.category", "event.type", "host.os.type", "event.code", "EventCode");
    private final int by;

    private ChangedRules(int by) {
        this.by = by;
    }

    /** A plan with so many rules for each one. */
    static RulePlan times(RulePlan plan, int times) {
        List<CompiledRule> all = new ArrayList<>(plan.rules());
        for (int by = 1; by < times; by++) {
            ChangedRules changed = new ChangedRules(by);
            plan.rules().forEach(rule -> all.add(new CompiledRule(rule.rule(), changed.of(rule.filter()), new Finisher.EachEvent(), rule.fidelity(), rule.fields())));
        }
        return new RulePlan(plan.types(), all);
    }

    private Expression of(Expression condition) {
        return switch (condition) {
            case Expression.And(List<Expression> terms) -> new Expression.And(terms.stream().map(this::of).toList());
            case Expression.Or(List<Expression> terms) -> new Expression.Or(terms.stream().map(this::of).toList());
            case Expression.Not(Expression term) -> new Expression.Not(of(term));
            case Expression.Test(FieldRef field, ValueTest test) -> new Expression.Test(field, KEPT.contains(field.name()) ? test : of(test));
            case Expression.AnyValue(ValueTest test) -> new Expression.AnyValue(of(test));
            case Expression.Constant _, Expression.Exists _, Expression.AnyField _, Expression.Nested _, Expression.Holds _ -> condition;
        };
    }

    private ValueTest of(ValueTest test) {
        return switch (test) {
            case ValueTest.Equal(String text, boolean ignoreCase) -> new ValueTest.Equal(of(text), ignoreCase);
            case ValueTest.OneOf(Set<String> texts, boolean ignoreCase) -> new ValueTest.OneOf(Set.copyOf(texts.stream().map(this::of).toList()), ignoreCase);
            case ValueTest.Like(Glob glob, boolean ignoreCase) -> new ValueTest.Like(new Glob(glob.pieces().stream().map(this::of).toList()), ignoreCase);
            case ValueTest.HasWords(List<String> words, ValueTest.WordMode mode) -> new ValueTest.HasWords(words.stream().map(this::of).toList(), mode);
            default -> test;
        };
    }

    private Glob.Piece of(Glob.Piece piece) {
        return piece instanceof Glob.Literal(String text) ? new Glob.Literal(of(text)) : piece;
    }

    private String of(String text) {
        return text.length() < 4 ? text
                : text.codePoints().map(c -> c >= 'a' && c <= 'z' ? 'a' + (c - 'a' + by) % 26 : c >= 'A' && c <= 'Z' ? 'A' + (c - 'A' + by) % 26 : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
