package dev.spoor.exec;

import com.google.re2j.Pattern;
import dev.spoor.event.Field;
import dev.spoor.event.Value;
import dev.spoor.exec.LiteralTest.Form;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.query.expr.Glob;
import dev.spoor.query.expr.ValueTest;
import dev.spoor.query.expr.Words;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes tests ready, each once: equal tests give the same object, however many rules and segments ask for it. One compiler serves one set of rules or one query.
 * Thread-safe.
 */
public final class TestCompiler {
    private final Map<ValueTest, CompiledTest> byTest = new ConcurrentHashMap<>();
    /** Tests asked for before, by identity: hashing a list of a thousand texts for every segment would cost more than the test. */
    private final Map<Identity, CompiledTest> byIdentity = new ConcurrentHashMap<>();

    private final Map<Field, NeedleRegister> needles = new ConcurrentHashMap<>();

    private record Identity(Object object) {
        @Override public boolean equals(Object other) {
            return other instanceof Identity(Object that) && object == that;
        }

        @Override public int hashCode() {
            return System.identityHashCode(object);
        }
    }

    /**
     * The test, ready to be asked.
     *
     * @throws com.google.re2j.PatternSyntaxException if a regular expression is wrong, which front ends find first
     */
    public CompiledTest compile(ValueTest test) {
        Identity identity = new Identity(test);
        CompiledTest known = byIdentity.get(identity);
        if (known == null) {
            known = byTest.get(test);
            if (known == null) {
                CompiledTest fresh = make(test);
                CompiledTest first = byTest.putIfAbsent(test, fresh);
                known = first == null ? fresh : first;
            }
            byIdentity.put(identity, known);
        }
        return known;
    }

    /**
     * Makes the tests of a condition ready before it is first asked, so that its literals are searched together with those of the other rules from the first segment on. The answers are
     * the same without it.
     *
     * @throws com.google.re2j.PatternSyntaxException as {@link #compile}
     */
    public void expect(Expression condition) {
        switch (condition) {
            case Expression.And(List<Expression> terms) -> terms.forEach(this::expect);
            case Expression.Or(List<Expression> terms) -> terms.forEach(this::expect);
            case Expression.Not(Expression term) -> expect(term);
            case Expression.Test(FieldRef field, ValueTest test) -> expect(field.candidates(), compile(test));
            case Expression.Constant _, Expression.Exists _, Expression.AnyField _, Expression.AnyValue _, Expression.Nested _, Expression.Holds _ -> {}
        }
    }

    private void expect(List<Field> candidates, CompiledTest test) {
        if (test instanceof LiteralTest literal && NeedleSet.takes(literal)) {
            candidates.forEach(field -> needles(field).add(literal));
        }
    }

    /** The literals that were ever looked for in a field, for searching them all at once. */
    NeedleRegister needles(Field field) {
        return needles.computeIfAbsent(field, key -> new NeedleRegister());
    }

    private CompiledTest make(ValueTest test) {
        return switch (test) {
            case ValueTest.Equal(String text, boolean ignoreCase) -> equal(text, ignoreCase);
            case ValueTest.OneOf(Set<String> texts, boolean ignoreCase) -> oneOf(texts, ignoreCase);
            case ValueTest.Like(Glob glob, boolean ignoreCase) -> like(glob, ignoreCase);
            case ValueTest.Matches matches -> regex(matches);
            case ValueTest.InRange range -> range(range);
            case ValueTest.InSubnet(String cidr) -> subnet(cidr);
            case ValueTest.HasWords words -> WordTests.of(words);
            case ValueTest.WordLike(Glob glob) -> wordLike(glob);
            case ValueTest.AnyWord(ValueTest inner) -> WordTests.anyWord(compile(inner));
            case ValueTest.WordsNear(List<String> words, int slop) -> WordTests.near(words, slop);
            case ValueTest.Every(List<ValueTest> tests) -> every(tests.stream().map(this::compile).toList());
            case ValueTest.Negated(ValueTest inner) -> negated(compile(inner));
        };
    }

    private static CompiledTest equal(String text, boolean ignoreCase) {
        String sought = ignoreCase ? CaseFolding.fold(text) : text;
        CompiledTest slow = ignoreCase ? value -> CaseFolding.fold(value.text()).equals(sought) : value -> value.text().equals(sought);
        return sought.isEmpty() || halved(sought) ? slow : new LiteralTest(Form.WHOLE, sought, ignoreCase, slow);
    }

    private static CompiledTest oneOf(Set<String> texts, boolean ignoreCase) {
        if (!ignoreCase) {
            return value -> texts.contains(value.text());
        }
        Set<String> folded = texts.stream().map(CaseFolding::fold).collect(Collectors.toUnmodifiableSet());
        return value -> folded.contains(CaseFolding.fold(value.text()));
    }

    private static CompiledTest like(Glob written, boolean ignoreCase) {
        Glob glob = ignoreCase ? GlobMatcher.fold(written) : written;
        GlobMatcher matcher = new GlobMatcher(glob);
        CompiledTest slow = ignoreCase ? value -> matcher.matches(CaseFolding.fold(value.text())) : value -> matcher.matches(value.text());
        String literal = longestLiteral(glob);
        return literal.isEmpty() || halved(literal) ? slow : new LiteralTest(form(glob), literal, ignoreCase, slow);
    }

    /** Whether a text has half a surrogate pair, which UTF-8 cannot write. */
    private static boolean halved(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static String longestLiteral(Glob glob) {
        String longest = "";
        for (Glob.Piece piece : glob.pieces()) {
            if (piece instanceof Glob.Literal(String text) && text.length() > longest.length()) {
                longest = text;
            }
        }
        return longest;
    }

    private static Form form(Glob glob) {
        List<Glob.Piece> pieces = glob.pieces();
        boolean open = pieces.getFirst() == Glob.Wildcard.ANY;
        boolean openEnd = pieces.getLast() == Glob.Wildcard.ANY;
        int literals = pieces.size() - (open ? 1 : 0) - (openEnd ? 1 : 0);
        if (literals != 1 || !(pieces.get(open ? 1 : 0) instanceof Glob.Literal)) {
            return Form.HINT;
        }
        return open ? (openEnd ? Form.CONTAINS : Form.SUFFIX) : openEnd ? Form.PREFIX : Form.WHOLE;
    }

    private static CompiledTest wordLike(Glob glob) {
        GlobMatcher matcher = new GlobMatcher(glob);
        return value -> Words.of(value.text()).stream().anyMatch(matcher::matches);
    }

    private static CompiledTest regex(ValueTest.Matches test) {
        int flags = (test.ignoreCase() ? Pattern.CASE_INSENSITIVE : 0) | (test.dotAll() ? Pattern.DOTALL : 0);
        Pattern pattern = Pattern.compile(test.regex(), flags);
        CompiledTest slow = test.whole() ? value -> pattern.matches(value.text()) : value -> pattern.matcher(value.text()).find();
        String literal = RequiredLiteral.of(test.regex());
        return literal.isEmpty() ? slow : new LiteralTest(Form.HINT, literal, true, slow);
    }

    private static CompiledTest range(ValueTest.InRange range) {
        return switch (range.domain()) {
            case NUMBER -> in(Range.of(range.low(), range.high(), Readings::number, Comparator.<BigDecimal>naturalOrder()), Readings::numeric);
            case TEXT -> in(Range.of(range.low(), range.high(), Optional::of, Readings.UTF8_ORDER), value -> Optional.of(value.text()));
            case DATE -> in(Range.of(range.low(), range.high(), TestCompiler::ticks, Comparator.<Long>naturalOrder()), Readings::date);
            case IP -> in(Range.of(range.low(), range.high(), IpAddress::parse, Comparator.<IpAddress>naturalOrder()), value -> IpAddress.parse(value.text()));
            case VERSION -> in(Range.of(range.low(), range.high(), Version::parse, Comparator.<Version>naturalOrder()), value -> Version.parse(value.text()));
        };
    }

    private static Optional<Long> ticks(String decimal) {
        return Readings.number(decimal).filter(number -> number.scale() == 0 && number.unscaledValue().bitLength() < 64).map(Number::longValue);
    }

    private static <T> CompiledTest in(Optional<Range<T>> range, Function<Value, Optional<T>> reader) {
        return range.<CompiledTest>map(r -> value -> reader.apply(value).filter(r::contains).isPresent()).orElse(value -> false);
    }

    private static CompiledTest subnet(String cidr) {
        return Subnet.parse(cidr).<CompiledTest>map(subnet -> value -> IpAddress.parse(value.text()).filter(subnet::contains).isPresent()).orElse(value -> false);
    }

    private static CompiledTest every(List<CompiledTest> tests) {
        return value -> {
            for (CompiledTest test : tests) {
                if (!test.passes(value)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static CompiledTest negated(CompiledTest test) {
        return value -> !test.passes(value);
    }
}
