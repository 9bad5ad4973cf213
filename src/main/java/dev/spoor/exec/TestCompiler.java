package dev.spoor.exec;

import com.google.re2j.Pattern;
import dev.spoor.event.Value;
import dev.spoor.exec.LiteralTest.Form;
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
    private static final int MOST_IDENTITIES = 1 << 17;
    private final Map<ValueTest, CompiledTest> byTest = new ConcurrentHashMap<>();
    /** Tests asked for before, by identity: hashing a list of a thousand texts for every segment would cost more than the test. */
    private final Map<Identity, CompiledTest> byIdentity = new ConcurrentHashMap<>();

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
            if (byIdentity.size() < MOST_IDENTITIES) { // some ask with a fresh object each time
                byIdentity.put(identity, known);
            }
        }
        return known;
    }

    private CompiledTest make(ValueTest test) {
        return switch (test) {
            case ValueTest.Equal(String text, boolean ignoreCase) -> equal(text, ignoreCase);
            case ValueTest.OneOf(Set<String> texts, boolean ignoreCase) -> oneOf(texts, ignoreCase);
            case ValueTest.Like(Glob glob, boolean ignoreCase) -> like(glob, ignoreCase);
            case ValueTest.Matches matches -> regex(matches);
            case ValueTest.InRange range -> range(range);
            case ValueTest.InSubnet(String cidr) -> subnet(cidr);
            case ValueTest.HasWords words -> RequiredWords.of(words).before(WordTests.of(words));
            case ValueTest.WordLike(Glob glob) -> RequiredWords.ofPart(longestLiteral(glob)).before(wordLike(glob));
            case ValueTest.AnyWord(ValueTest inner) -> WordTests.anyWord(compile(inner));
            case ValueTest.WordsNear(List<String> words, int slop) -> RequiredWords.longest(words).before(WordTests.near(words, slop));
            case ValueTest.Every(List<ValueTest> tests) -> every(tests.stream().map(this::compile).toList());
            case ValueTest.Negated(ValueTest inner) -> negated(compile(inner));
        };
    }

    private static CompiledTest equal(String text, boolean ignoreCase) {
        String sought = ignoreCase ? CaseFolding.fold(text) : text;
        CompiledTest slow = ignoreCase ? value -> CaseFolding.fold(value.text()).equals(sought) : value -> value.text().equals(sought);
        return sought.isEmpty() || halved(sought) ? slow : new LiteralTest(Form.WHOLE, List.of(sought), ignoreCase, slow);
    }

    private static CompiledTest oneOf(Set<String> texts, boolean ignoreCase) {
        Set<String> sought = ignoreCase ? texts.stream().map(CaseFolding::fold).collect(Collectors.toUnmodifiableSet()) : texts;
        CompiledTest slow = ignoreCase ? value -> sought.contains(CaseFolding.fold(value.text())) : value -> sought.contains(value.text());
        boolean plain = !sought.isEmpty() && sought.stream().noneMatch(text -> text.isEmpty() || halved(text));
        return plain ? new LiteralTest(Form.WHOLE, sought.stream().sorted().toList(), ignoreCase, slow) : slow;
    }

    private static CompiledTest like(Glob written, boolean ignoreCase) {
        Glob glob = ignoreCase ? GlobMatcher.fold(written) : written;
        GlobMatcher matcher = new GlobMatcher(glob);
        CompiledTest slow = ignoreCase ? value -> matcher.matches(CaseFolding.fold(value.text())) : value -> matcher.matches(value.text());
        String literal = longestLiteral(glob);
        return literal.isEmpty() || halved(literal) ? slow : new LiteralTest(form(glob), List.of(literal), ignoreCase, slow);
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
        if (!test.whole() && LongLine.asks(test.regex())) {
            return LongLine.of(test.regex(), test.dotAll());
        }
        RequiredLiterals needed = RequiredLiterals.of(test.regex());
        CompiledTest slow = test.whole() ? value -> needed.maybeIn(value.text()) && pattern.matches(value.text())
                : value -> needed.maybeIn(value.text()) && pattern.matcher(value.text()).find();
        return behind(needed.any(), slow);
    }

    /** A test that is asked only about texts with one of some literals, which are folded; without literals, about all. */
    private static CompiledTest behind(List<String> literals, CompiledTest slow) {
        return literals.isEmpty() ? slow : new LiteralTest(Form.HINT, literals, true, slow);
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
