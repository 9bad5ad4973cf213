package dev.spoor.rule.exceptions;

import dev.spoor.ecs.FieldType;
import dev.spoor.ecs.FieldTypes;
import dev.spoor.event.Field;
import dev.spoor.event.Time;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.query.expr.Glob;
import dev.spoor.query.expr.ValueTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Turns exceptions into conditions on events: an item is the conjunction of its entries, several items are alternatives. The condition is what is kept
 * out; a rule's filter takes its complement. Immutable and thread-safe.
 *
 * <p>A negated entry asks for the field too, so an event that lacks a field of the item never satisfies it; only a negated EXISTS asks for the field to be
 * missing. Of a field with several values one is enough, and none may be under a negation. IS and IS_ONE_OF compare texts as they are spelt, and where the
 * field's type is a number, boolean, date or address also what the text means: {@code 4688} equals {@code 4688.0}.
 * The part of a rule that an item is about does not count here.
 */
public final class ExceptionCompiler {
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}(/[0-9]{1,2})?|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*(/[0-9]{1,3})?");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,40}(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,3})?");

    private final FieldTypes types;
    private final Map<String, FieldRef> standIns;

    /**
     * A compiler for the events of one data set.
     *
     * @param types the types of its fields
     */
    public ExceptionCompiler(FieldTypes types) {
        this(types, Map.of());
    }

    /**
     * A compiler that reads other fields in the place of some.
     *
     * @param standIns what is read, by the name in the entry
     */
    public ExceptionCompiler(FieldTypes types, Map<String, FieldRef> standIns) {
        this.types = types;
        this.standIns = Map.copyOf(standIns);
    }

    /** A compiler for the same data set that reads other fields in the place of some. */
    public ExceptionCompiler reading(Map<String, FieldRef> others) {
        return new ExceptionCompiler(types, others);
    }

    /**
     * The condition that at least one of the items holds; false where none counts.
     *
     * @param now ticks; items that are switched off or expired by then do not count
     */
    public Expression compile(Collection<ExceptionItem> items, long now) {
        return either(items.stream().filter(item -> counts(item, now)).map(this::compile).toList());
    }

    /** Whether an item is switched on and not yet expired. */
    public static boolean counts(ExceptionItem item, long now) {
        return item.enabled() && item.expires().map(end -> now < end).orElse(true);
    }

    /** The condition of one item, whether it counts now or not. An item without entries holds for no event. */
    public Expression compile(ExceptionItem item) {
        if (item.entries().isEmpty()) {
            return Expression.FALSE;
        }
        return all(item.entries(), "");
    }

    private Expression all(List<Entry> entries, String prefix) {
        List<Expression> terms = entries.stream().map(entry -> entry(entry, prefix)).toList();
        return terms.size() == 1 ? terms.getFirst() : new Expression.And(terms);
    }

    /** @param prefix path of the array of objects that names are relative to, with a dot behind it; empty outside */
    private Expression entry(Entry entry, String prefix) {
        String name = prefix + entry.field();
        if (entry.operator() == Entry.Operator.NESTED) {
            return new Expression.Nested(name, all(entry.nested(), name + "."));
        }
        FieldRef field = field(name);
        Expression exists = new Expression.Exists(field);
        if (entry.operator() == Entry.Operator.EXISTS) {
            return entry.negated() ? Expression.not(exists) : exists;
        }
        Expression holds = either(tests(entry, types.type(name)).stream().map(test -> (Expression) new Expression.Test(field, test)).toList());
        return entry.negated() ? Expression.and(exists, Expression.not(holds)) : holds;
    }

    /** The ECS view first; a multi-field ({@code process.command_line.text}) reads the values of its parent. */
    private FieldRef field(String name) {
        if (standIns.containsKey(name)) {
            return standIns.get(name);
        }
        List<Field> candidates = new ArrayList<>(List.of(Field.ecs(name), Field.source(name)));
        types.parentOf(name).ifPresent(parent -> candidates.addAll(List.of(Field.ecs(parent), Field.source(parent))));
        return new FieldRef(name, candidates);
    }

    private List<ValueTest> tests(Entry entry, FieldType type) {
        List<ValueTest> tests = new ArrayList<>();
        switch (entry.operator()) {
            case MATCHES -> entry.values().forEach(pattern -> tests.add(new ValueTest.Like(glob(pattern), entry.ignoreCase())));
            case IS, IS_ONE_OF -> {
                tests.add(texts(entry));
                entry.values().forEach(value -> typed(type, value).ifPresent(tests::add));
            }
            case IS_IN_LIST -> tests.addAll(ListTests.of(entry));
            case IN_NETWORK -> entry.values().forEach(block -> tests.add(ListTests.range(block)));
            case EXISTS, NESTED -> throw new IllegalArgumentException("asks for no value");
        }
        return tests;
    }

    private static ValueTest texts(Entry entry) {
        return entry.values().size() == 1 ? new ValueTest.Equal(entry.values().getFirst(), entry.ignoreCase())
                : new ValueTest.OneOf(Set.copyOf(entry.values()), entry.ignoreCase());
    }

    /** What a value means to a field of this type, where it means more than its spelling. */
    private static Optional<ValueTest> typed(FieldType type, String value) {
        return switch (type) {
            case LONG, DOUBLE -> NUMBER.matcher(value).matches() ? Optional.of(exactly(ValueTest.Domain.NUMBER, new BigDecimal(value).toPlainString()))
                    : Optional.empty();
            case BOOLEAN -> Optional.of(new ValueTest.Equal(value.toLowerCase(Locale.ROOT), false));
            case DATE -> Time.parse(value) == Time.NONE ? Optional.empty() : Optional.of(exactly(ValueTest.Domain.DATE, Long.toString(Time.parse(value))));
            case IP -> ADDRESS.matcher(value).matches() ? Optional.of(new ValueTest.InSubnet(value)) : Optional.empty();
            case KEYWORD, WILDCARD, CONSTANT_KEYWORD, TEXT, MATCH_ONLY_TEXT, VERSION, NESTED, OBJECT, FLATTENED, UNKNOWN -> Optional.empty();
        };
    }

    private static ValueTest exactly(ValueTest.Domain domain, String value) {
        Optional<ValueTest.Bound> bound = Optional.of(new ValueTest.Bound(value, true));
        return new ValueTest.InRange(domain, bound, bound);
    }

    /** {@code *} stands for any characters, {@code ?} for one; a backslash takes either, or itself, at its word, and stands for itself before anything else. */
    static Glob glob(String pattern) {
        Glob.Builder glob = new Glob.Builder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            boolean escape = c == '\\' && i + 1 < pattern.length() && "*?\\".indexOf(pattern.charAt(i + 1)) >= 0;
            if (escape) {
                glob.literal(pattern.charAt(++i));
            } else if (c == '*') {
                glob.any();
            } else if (c == '?') {
                glob.one();
            } else {
                glob.literal(c);
            }
        }
        return glob.build();
    }

    private static Expression either(List<Expression> terms) {
        return switch (terms.size()) {
            case 0 -> Expression.FALSE;
            case 1 -> terms.getFirst();
            default -> new Expression.Or(terms);
        };
    }
}
