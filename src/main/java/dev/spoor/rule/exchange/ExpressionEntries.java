package dev.spoor.rule.exchange;

import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.Glob;
import dev.spoor.query.expr.Scalar;
import dev.spoor.query.expr.ValueTest;
import dev.spoor.rule.exceptions.Entry;
import dev.spoor.rule.exceptions.Entry.Operator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns the condition under which a rule does not alert into exceptions: alternatives, each a list of entries that all hold. Conditions are brought into that form by the
 * distributive laws, within a limit. A negated condition on a field holds for events without the field too, while an entry asks for the field; so it becomes
 * two alternatives.
 */
final class ExpressionEntries {
    private static final int MOST_ALTERNATIVES = 200;

    private ExpressionEntries() {}

    /** A condition on one field. */
    private sealed interface Literal {
        record Plain(Entry entry) implements Literal {}

        /** The entry does not hold, for whatever reason. */
        record Not(Entry entry) implements Literal {}
    }

    /** The exceptions that leave of all events those that satisfy the condition. */
    static List<List<Entry>> keptAway(Expression condition) throws NotSayable {
        List<List<Entry>> alternatives = new ArrayList<>();
        for (List<Literal> literals : alternatives(condition, true, "")) {
            alternatives.addAll(entries(literals));
        }
        return alternatives.stream().distinct().toList();
    }

    private static List<List<Literal>> alternatives(Expression condition, boolean negated, String prefix) throws NotSayable {
        return switch (condition) {
            case Expression.Constant(boolean value) -> value != negated ? List.of(List.of()) : List.of();
            case Expression.Not(Expression term) -> alternatives(term, !negated, prefix);
            case Expression.And(List<Expression> terms) -> negated ? any(terms, true, prefix) : all(terms, false, prefix);
            case Expression.Or(List<Expression> terms) -> {
                Optional<Entry> merged = merged(any(terms, false, prefix));
                yield merged.isPresent() ? one(merged.get(), negated) : negated ? all(terms, true, prefix) : any(terms, false, prefix);
            }
            case Expression.Exists(var field) -> one(new Entry(name(field.name(), prefix), Operator.EXISTS, false, List.of(), false), negated);
            case Expression.Test(var field, ValueTest test) -> tested(name(field.name(), prefix), test, negated);
            case Expression.Nested(String path, Expression inner) -> nested(path, inner, negated, prefix);
            case Expression.Holds(Scalar scalar) -> computed(scalar, negated);
            case Expression.AnyField _, Expression.AnyValue _ -> throw new NotSayable("it asks for a value in any field; an exception names its fields");
        };
    }

    private static String name(String name, String prefix) {
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }

    private static List<List<Literal>> any(List<Expression> terms, boolean negated, String prefix) throws NotSayable {
        List<List<Literal>> all = new ArrayList<>();
        for (Expression term : terms) {
            all.addAll(alternatives(term, negated, prefix));
        }
        return limited(all);
    }

    private static List<List<Literal>> all(List<Expression> terms, boolean negated, String prefix) throws NotSayable {
        List<List<Literal>> product = List.of(List.of());
        for (Expression term : terms) {
            product = product(product, alternatives(term, negated, prefix));
        }
        return product;
    }

    /** Alternatives on one field as one entry, where they can be. */
    private static Optional<Entry> merged(List<List<Literal>> alternatives) {
        Set<String> values = new LinkedHashSet<>();
        Entry first = null;
        for (List<Literal> literals : alternatives) {
            if (literals.size() != 1 || !(literals.getFirst() instanceof Literal.Plain(Entry entry)) || kind(entry) == null) {
                return Optional.empty();
            }
            first = first == null ? entry : first;
            if (kind(entry) != kind(first) || !entry.field().equals(first.field()) || entry.ignoreCase() != first.ignoreCase()) {
                return Optional.empty();
            }
            values.addAll(entry.values());
        }
        if (first == null) {
            return Optional.empty();
        }
        Operator operator = values.size() == 1 && kind(first) == Operator.IS_ONE_OF ? Operator.IS : kind(first);
        return Optional.of(new Entry(first.field(), operator, false, List.copyOf(values), first.ignoreCase()));
    }

    /** The operator of which entries can be put together; null for those that cannot. */
    private static Operator kind(Entry entry) {
        return entry.negated() ? null : switch (entry.operator()) {
            case IS, IS_ONE_OF -> Operator.IS_ONE_OF;
            case IN_NETWORK -> Operator.IN_NETWORK;
            case EXISTS, MATCHES, IS_IN_LIST, NESTED -> null;
        };
    }

    private static List<List<Literal>> product(List<List<Literal>> left, List<List<Literal>> right) throws NotSayable {
        List<List<Literal>> product = new ArrayList<>();
        for (List<Literal> one : left) {
            for (List<Literal> other : right) {
                List<Literal> joined = new ArrayList<>(one);
                joined.addAll(other);
                product.add(joined);
                limited(product);
            }
        }
        return product;
    }

    private static <T> List<T> limited(List<T> alternatives) throws NotSayable {
        if (alternatives.size() > MOST_ALTERNATIVES) {
            throw new NotSayable("it would become more than " + MOST_ALTERNATIVES + " exceptions");
        }
        return alternatives;
    }

    private static List<List<Literal>> one(Entry entry, boolean negated) {
        return List.of(List.of(negated ? new Literal.Not(entry) : new Literal.Plain(entry)));
    }

    private static List<List<Literal>> tested(String field, ValueTest test, boolean negated) throws NotSayable {
        if (test instanceof ValueTest.Negated(ValueTest.Every(List<ValueTest> tests))) { // one of them passes
            List<List<Literal>> any = new ArrayList<>();
            for (ValueTest one : tests) {
                List<List<Literal>> more = tested(field, one instanceof ValueTest.Negated(ValueTest inner) ? inner : new ValueTest.Negated(one), negated);
                any = negated ? product(any.isEmpty() ? List.of(List.of()) : any, more) : limited(joined(any, more));
            }
            return any;
        }
        return one(entry(field, test), negated);
    }

    private static List<List<Literal>> joined(List<List<Literal>> left, List<List<Literal>> right) {
        List<List<Literal>> joined = new ArrayList<>(left);
        joined.addAll(right);
        return joined;
    }

    private static Entry entry(String field, ValueTest test) throws NotSayable {
        return switch (test) {
            case ValueTest.Equal(String text, boolean ignoreCase) -> new Entry(field, Operator.IS, false, List.of(text), ignoreCase);
            case ValueTest.OneOf(Set<String> texts, boolean ignoreCase) -> new Entry(field, texts.size() == 1 ? Operator.IS : Operator.IS_ONE_OF, false,
                    texts.stream().sorted().toList(), ignoreCase);
            case ValueTest.Like(Glob glob, boolean ignoreCase) -> glob.pieces().equals(List.of(Glob.Wildcard.ANY))
                    ? new Entry(field, Operator.EXISTS, false, List.of(), false) : new Entry(field, Operator.MATCHES, false, List.of(pattern(glob)), ignoreCase);
            case ValueTest.InSubnet(String cidr) -> new Entry(field, Operator.IN_NETWORK, false, List.of(cidr), false);
            case ValueTest.InRange range when range.domain() == ValueTest.Domain.NUMBER && range.low().isPresent() && range.low().equals(range.high())
                    && range.low().get().inclusive() -> new Entry(field, Operator.IS, false, List.of(range.low().get().value()), false);
            case ValueTest.Matches matches -> regex(field, matches);
            case ValueTest.InRange _ -> throw new NotSayable("it compares " + field + " as greater or less; an exception asks for values");
            case ValueTest.HasWords _, ValueTest.WordLike _, ValueTest.AnyWord _, ValueTest.WordsNear _ ->
                    throw new NotSayable("it looks for words in " + field + "; an exception asks for whole values");
            case ValueTest.Every _, ValueTest.Negated _ -> throw new NotSayable("several values of " + field + " must pass tests of their own");
        };
    }

    private static Entry regex(String field, ValueTest.Matches matches) throws NotSayable {
        Optional<RegexGlob.Found> found = RegexGlob.read(matches.regex(), matches.whole());
        if (found.isEmpty()) {
            throw new NotSayable("it has the regular expression /" + matches.regex() + "/ on " + field + ", for which * and ? are not enough");
        }
        return found.get().entry(field, matches.ignoreCase());
    }

    /** A glob as an entry writes it. */
    static String pattern(Glob glob) {
        StringBuilder pattern = new StringBuilder();
        for (Glob.Piece piece : glob.pieces()) {
            switch (piece) {
                case Glob.Literal(String text) -> pattern.append(text.replace("\\", "\\\\").replace("*", "\\*").replace("?", "\\?"));
                case Glob.Wildcard.ANY -> pattern.append('*');
                case Glob.Wildcard.ONE -> pattern.append('?');
            }
        }
        return pattern.toString();
    }

    private static List<List<Literal>> nested(String path, Expression inner, boolean negated, String prefix) throws NotSayable {
        if (negated || !prefix.isEmpty()) {
            throw new NotSayable("it asks that no object of " + path + " is like that, or for objects in objects; an exception cannot");
        }
        List<List<Literal>> all = new ArrayList<>();
        for (List<Literal> literals : alternatives(inner, false, path + ".")) {
            for (List<Entry> entries : entries(literals)) {
                all.add(List.of(new Literal.Plain(Entry.nested(path, entries))));
            }
        }
        return limited(all);
    }

    private static List<List<Literal>> computed(Scalar scalar, boolean negated) throws NotSayable {
        return switch (scalar) {
            case Scalar.Negation(Scalar term) -> computed(term, !negated);
            case Scalar.AllOf(List<Scalar> terms) -> negated ? anyOf(terms, true) : allOf(terms, false);
            case Scalar.AnyOf(List<Scalar> terms) -> {
                Optional<Entry> merged = merged(anyOf(terms, false));
                yield merged.isPresent() ? one(merged.get(), negated) : negated ? allOf(terms, true) : anyOf(terms, false);
            }
            case Scalar.Condition(Expression condition) -> alternatives(condition, negated, "");
            default -> one(ScalarEntries.entry(scalar), negated);
        };
    }

    private static List<List<Literal>> anyOf(List<Scalar> terms, boolean negated) throws NotSayable {
        List<List<Literal>> all = new ArrayList<>();
        for (Scalar term : terms) {
            all.addAll(computed(term, negated));
        }
        return limited(all);
    }

    private static List<List<Literal>> allOf(List<Scalar> terms, boolean negated) throws NotSayable {
        List<List<Literal>> product = List.of(List.of());
        for (Scalar term : terms) {
            product = product(product, computed(term, negated));
        }
        return product;
    }

    /** The literals as entries; each that may be missing doubles the alternatives unless the field is asked for beside it. */
    private static List<List<Entry>> entries(List<Literal> literals) throws NotSayable {
        if (literals.isEmpty()) {
            throw new NotSayable("it would keep every event away");
        }
        Set<String> there = new LinkedHashSet<>();
        literals.forEach(literal -> {
            if (literal instanceof Literal.Plain(Entry entry)) {
                there.add(entry.field());
            }
        });
        Set<String> told = new LinkedHashSet<>();
        List<List<Entry>> all = new ArrayList<>(List.of(new ArrayList<>()));
        for (Literal literal : literals) {
            switch (literal) {
                case Literal.Plain(Entry entry) -> all.forEach(one -> one.add(entry));
                case Literal.Not(Entry entry) -> {
                    if (entry.operator() == Operator.EXISTS) {
                        all.forEach(one -> one.add(missing(entry.field())));
                    } else if (there.contains(entry.field())) {
                        told.add(entry.field());
                        all.forEach(one -> one.add(negated(entry)));
                    } else {
                        all = doubled(all, entry);
                        limited(all);
                    }
                }
            }
        }
        // An entry on a value asks for its field itself.
        Set<String> asked = new LinkedHashSet<>(told);
        literals.forEach(literal -> {
            if (literal instanceof Literal.Plain(Entry entry) && entry.operator() != Operator.EXISTS) {
                asked.add(entry.field());
            }
        });
        return all.stream()
                .map(one -> one.stream().filter(entry -> !(entry.operator() == Operator.EXISTS && !entry.negated() && asked.contains(entry.field()))).distinct().toList())
                .toList();
    }

    private static List<List<Entry>> doubled(List<List<Entry>> all, Entry entry) {
        List<List<Entry>> doubled = new ArrayList<>();
        for (List<Entry> one : all) {
            List<Entry> other = new ArrayList<>(one);
            one.add(negated(entry));
            other.add(missing(entry.field()));
            doubled.add(one);
            doubled.add(other);
        }
        return doubled;
    }

    private static Entry negated(Entry entry) {
        return new Entry(entry.field(), entry.operator(), true, entry.values(), entry.ignoreCase());
    }

    private static Entry missing(String field) {
        return new Entry(field, Operator.EXISTS, true, List.of(), false);
    }
}
