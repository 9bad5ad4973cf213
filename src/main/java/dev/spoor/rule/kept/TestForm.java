package dev.spoor.rule.kept;

import dev.spoor.query.expr.RegexSize;
import dev.spoor.query.expr.ValueTest;
import dev.spoor.query.expr.ValueTest.Bound;
import dev.spoor.query.expr.ValueTest.Domain;
import dev.spoor.query.expr.ValueTest.WordMode;
import java.util.Set;

/** Conditions on values as bytes. */
final class TestForm {
    private static final int DEEPEST = 500;
    private static final int KINDS = 12;

    private TestForm() {}

    static void write(ValueTest test, Packer out, int depth) throws NotKeptException {
        if (depth > DEEPEST) {
            throw new NotKeptException("deep");
        }
        switch (test) {
            case ValueTest.Equal(String text, boolean ignoreCase) -> {
                out.number(0);
                out.text(text);
                out.flag(ignoreCase);
            }
            case ValueTest.OneOf(Set<String> texts, boolean ignoreCase) -> {
                out.number(1);
                out.texts(texts);
                out.flag(ignoreCase);
            }
            case ValueTest.Like(var glob, boolean ignoreCase) -> {
                out.number(2);
                ConditionForm.glob(glob, out);
                out.flag(ignoreCase);
            }
            case ValueTest.Matches(String regex, boolean whole, boolean ignoreCase, boolean dotAll) -> {
                out.number(3);
                if (!RegexSize.small(regex)) {
                    throw new NotKeptException("large");
                }
                out.text(regex);
                out.flag(whole);
                out.flag(ignoreCase);
                out.flag(dotAll);
            }
            case ValueTest.InRange(Domain domain, var low, var high) -> {
                out.number(4);
                out.choice(domain);
                out.optional(low, bound -> bound(bound, out));
                out.optional(high, bound -> bound(bound, out));
            }
            case ValueTest.InSubnet(String cidr) -> {
                out.number(5);
                out.text(cidr);
            }
            case ValueTest.HasWords(var words, WordMode mode) -> {
                out.number(6);
                out.texts(words);
                out.choice(mode);
            }
            case ValueTest.WordLike(var glob) -> {
                out.number(7);
                ConditionForm.glob(glob, out);
            }
            case ValueTest.AnyWord(ValueTest inner) -> {
                out.number(8);
                write(inner, out, depth + 1);
            }
            case ValueTest.WordsNear(var words, int slop) -> {
                out.number(9);
                out.texts(words);
                out.number(slop);
            }
            case ValueTest.Every(var tests) -> {
                out.number(10);
                out.list(tests, one -> write(one, out, depth + 1));
            }
            case ValueTest.Negated(ValueTest inner) -> {
                out.number(11);
                write(inner, out, depth + 1);
            }
        }
    }

    private static void bound(Bound bound, Packer out) throws NotKeptException {
        out.text(bound.value());
        out.flag(bound.inclusive());
    }

    private static Bound bound(Unpacker in) throws DamagedFileException {
        return new Bound(in.text(), in.flag());
    }

    private static String regex(Unpacker in) throws DamagedFileException {
        String regex = in.text();
        if (!RegexSize.small(regex)) {
            throw new DamagedFileException("a regular expression that repeats too much");
        }
        return regex;
    }

    static ValueTest read(Unpacker in, int depth) throws DamagedFileException {
        if (depth > DEEPEST) {
            throw new DamagedFileException("nested too deep");
        }
        return switch (in.below(KINDS)) {
            case 0 -> new ValueTest.Equal(in.text(), in.flag());
            case 1 -> new ValueTest.OneOf(Set.copyOf(in.texts()), in.flag());
            case 2 -> new ValueTest.Like(ConditionForm.glob(in), in.flag());
            case 3 -> new ValueTest.Matches(regex(in), in.flag(), in.flag(), in.flag());
            case 4 -> new ValueTest.InRange(in.choice(Domain.values()), in.optional(() -> bound(in)), in.optional(() -> bound(in)));
            case 5 -> new ValueTest.InSubnet(in.text());
            case 6 -> new ValueTest.HasWords(in.texts(), in.choice(WordMode.values()));
            case 7 -> new ValueTest.WordLike(ConditionForm.glob(in));
            case 8 -> new ValueTest.AnyWord(read(in, depth + 1));
            case 9 -> new ValueTest.WordsNear(in.texts(), in.whole());
            case 10 -> new ValueTest.Every(in.list(() -> read(in, depth + 1)));
            default -> new ValueTest.Negated(read(in, depth + 1));
        };
    }
}
