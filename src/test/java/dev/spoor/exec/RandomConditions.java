package dev.spoor.exec;

import dev.spoor.event.Event;
import dev.spoor.event.Field;
import dev.spoor.event.FieldTable;
import dev.spoor.event.Origin;
import dev.spoor.event.Value;
import dev.spoor.event.Value.Kind;
import dev.spoor.event.ValueList;
import dev.spoor.event.Values;
import dev.spoor.event.View;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.query.expr.Glob;
import dev.spoor.query.expr.Scalar;
import dev.spoor.query.expr.ValueTest;
import dev.spoor.query.expr.ValueTest.Bound;
import dev.spoor.query.expr.ValueTest.Domain;
import dev.spoor.segment.EventRow;
import dev.spoor.segment.Segment;
import dev.spoor.segment.SegmentBuilder;
import dev.spoor.segment.SegmentLimits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Invented segments and conditions, and a slow evaluation, event by event, that shares nothing with any other. */
public final class RandomConditions {
    private static final List<Field> FIELDS = List.of(Field.ecs("a"), Field.ecs("b"), Field.ecs("c"), Field.source("a"));
    private static final String LETTERS = "abABk\u212A\u00E4\u00C4\u0130i\n?x\uD83D\uDE00";
    private final Random random;

    public RandomConditions(long seed) {
        random = new Random(seed);
    }

    /** The events that satisfy a condition. */
    public List<Integer> matches(Expression condition, Segment segment) {
        return IntStream.range(0, segment.size()).filter(event -> holds(condition, new EventRow(segment, event))).boxed().toList();
    }

    private boolean holds(Expression condition, EventRow row) {
        return switch (condition) {
            case Expression.Constant(boolean value) -> value;
            case Expression.And(List<Expression> terms) -> terms.stream().allMatch(term -> holds(term, row));
            case Expression.Or(List<Expression> terms) -> terms.stream().anyMatch(term -> holds(term, row));
            case Expression.Not(Expression term) -> !holds(term, row);
            case Expression.Exists(FieldRef field) -> field.candidates().stream().anyMatch(candidate -> values(row, candidate).findAny().isPresent());
            case Expression.Test(FieldRef field, ValueTest test) -> {
                Optional<Field> deciding = field.candidates().stream().filter(candidate -> values(row, candidate).findAny().isPresent()).findFirst();
                yield deciding.isPresent() && values(row, deciding.get()).anyMatch(value -> passes(test, value));
            }
            case Expression.Holds _ -> row.index() % 2 == 0;
            case Expression.AnyValue(ValueTest test) -> {
                List<Field> own = FIELDS.stream().filter(field -> field.view() == View.SOURCE).toList();
                boolean any = own.stream().anyMatch(field -> values(row, field).findAny().isPresent());
                yield FIELDS.stream().filter(field -> own.contains(field) == any).anyMatch(field -> values(row, field).anyMatch(value -> passes(test, value)));
            }
            case Expression.AnyField _, Expression.Nested _ -> throw new AssertionError(condition);
        };
    }

    private static Stream<Value> values(EventRow row, Field field) {
        return row.get(field).stream().flatMap(held -> IntStream.range(0, held.size()).mapToObj(held::get)).filter(value -> value.kind() != Kind.JSON);
    }

    private static boolean passes(ValueTest test, Value value) {
        return switch (test) {
            case ValueTest.Equal(String text, boolean ignoreCase) -> ignoreCase ? fold(text).equals(fold(value.text())) : text.equals(value.text());
            case ValueTest.OneOf(Set<String> texts, boolean ignoreCase) -> texts.stream().anyMatch(text -> passes(new ValueTest.Equal(text, ignoreCase), value));
            case ValueTest.Like(Glob glob, boolean ignoreCase) -> like(glob, value.text(), ignoreCase);
            case ValueTest.InRange(Domain domain, Optional<Bound> low, Optional<Bound> _) -> value.text().matches("-?\\d+")
                    && Long.parseLong(value.text()) >= Long.parseLong(low.orElseThrow().value());
            case ValueTest.Every(List<ValueTest> tests) -> tests.stream().allMatch(inner -> passes(inner, value));
            case ValueTest.Negated(ValueTest inner) -> !passes(inner, value);
            default -> throw new AssertionError(test);
        };
    }

    /** Step by step: the places of the text that the pattern can have come to. */
    private static boolean like(Glob glob, String text, boolean ignoreCase) {
        int[] letters = (ignoreCase ? fold(text) : text).codePoints().toArray();
        boolean[] at = new boolean[letters.length + 1];
        at[0] = true;
        for (Glob.Piece piece : glob.pieces()) {
            boolean[] next = new boolean[letters.length + 1];
            switch (piece) {
                case Glob.Literal(String literal) -> {
                    int[] wanted = (ignoreCase ? fold(literal) : literal).codePoints().toArray();
                    for (int i = 0; i + wanted.length <= letters.length; i++) {
                        next[i + wanted.length] = at[i] && Arrays.equals(letters, i, i + wanted.length, wanted, 0, wanted.length);
                    }
                }
                case Glob.Wildcard.ANY -> {
                    for (int i = 0; i <= letters.length; i++) {
                        next[i] = at[i] || i > 0 && next[i - 1];
                    }
                }
                case Glob.Wildcard.ONE -> System.arraycopy(at, 0, next, 1, letters.length);
            }
            at = next;
        }
        return at[letters.length];
    }

    private static String fold(String text) {
        return text.replace('A', 'a').replace('B', 'b').replace('\u212A', 'k').replace('\u00C4', '\u00E4');
    }

    /** A condition with conditions in it. */
    public Expression condition(int depth) {
        int kind = random.nextInt(depth == 0 ? 3 : 7);
        return switch (kind) {
            case 0 -> random.nextInt(4) == 0 ? new Expression.AnyValue(test(2)) : new Expression.Test(field(), test(2));
            case 1 -> new Expression.Test(field(), test(2));
            case 2 -> random.nextInt(4) == 0 ? new Expression.Constant(random.nextBoolean()) : new Expression.Exists(field());
            case 3, 4 -> new Expression.And(conditions(depth - 1));
            case 5 -> new Expression.Or(conditions(depth - 1));
            default -> random.nextInt(4) == 0 ? new Expression.Holds(new Scalar.Literal(Optional.empty())) : Expression.not(condition(depth - 1));
        };
    }

    private List<Expression> conditions(int depth) {
        return IntStream.range(0, random.nextInt(4)).mapToObj(i -> condition(depth)).toList();
    }

    private FieldRef field() {
        List<Field> candidates = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            candidates.add(FIELDS.get(random.nextInt(FIELDS.size())));
        }
        return new FieldRef("f", random.nextInt(30) == 0 ? List.of() : candidates);
    }

    private ValueTest test(int depth) {
        boolean ignoreCase = random.nextBoolean();
        return switch (random.nextInt(depth == 0 ? 5 : 7)) {
            case 0 -> new ValueTest.Equal(text(3), ignoreCase);
            case 1 -> new ValueTest.OneOf(Set.of(text(1), text(2) + "c"), ignoreCase);
            case 2, 3 -> new ValueTest.Like(glob(), ignoreCase);
            case 4 -> new ValueTest.InRange(Domain.NUMBER, Optional.of(new Bound(Integer.toString(random.nextInt(20) - 5), true)), Optional.empty());
            case 5 -> new ValueTest.Every(List.of(test(depth - 1), test(depth - 1)));
            default -> new ValueTest.Negated(test(depth - 1));
        };
    }

    private Glob glob() {
        Glob.Builder glob = new Glob.Builder();
        int form = random.nextInt(5);
        String literal = text(2) + (random.nextBoolean() ? "a" : "k") + text(3);
        return switch (form) {
            case 0 -> glob.literal(literal).any().build();
            case 1 -> glob.any().literal(literal).build();
            case 2 -> glob.any().literal(literal).any().build();
            case 3 -> glob.literal(literal).build();
            default -> {
                for (int i = random.nextInt(6); i >= 0; i--) {
                    switch (random.nextInt(3)) {
                        case 0 -> glob.any();
                        case 1 -> glob.one();
                        default -> glob.literal(text(1));
                    }
                }
                yield glob.build();
            }
        };
    }

    private String text(int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            int at = random.nextInt(LETTERS.codePointCount(0, LETTERS.length()));
            text.appendCodePoint(LETTERS.codePointAt(LETTERS.offsetByCodePoints(0, at)));
        }
        return text.toString();
    }

    /** A segment of so many events. */
    public Segment segment(int events, boolean longTexts) {
        FieldTable fields = new FieldTable();
        SegmentBuilder builder = new SegmentBuilder(fields, "test", SegmentLimits.DEFAULT);
        for (int i = 0; i < events; i++) {
            Event event = new Event(fields, new Origin(1, "", i, -1));
            for (Field field : FIELDS) {
                if (random.nextInt(3) > 0) {
                    event.put(field, values(longTexts));
                }
            }
            builder.add(event);
        }
        return builder.build();
    }

    private Values values(boolean longTexts) {
        return random.nextInt(4) > 0 ? value(longTexts) : new ValueList(List.of(value(longTexts), value(longTexts)));
    }

    private Value value(boolean longTexts) {
        return switch (random.nextInt(6)) {
            case 0 -> Value.json(random.nextBoolean() ? "null" : "[]");
            case 1 -> Value.number(random.nextInt(20) - 5);
            default -> Value.string(text(4) + (longTexts ? "a".repeat(1_500) + text(4) : random.nextBoolean() ? "" : "a"));
        };
    }
}
