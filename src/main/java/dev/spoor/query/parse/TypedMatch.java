package dev.spoor.query.parse;

import dev.spoor.ecs.FieldType;
import dev.spoor.query.expr.Expression.TypedTest;
import dev.spoor.query.expr.Glob;
import dev.spoor.query.expr.ValueTest;
import dev.spoor.query.expr.ValueTest.WordMode;
import dev.spoor.query.expr.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What a value of a query means to a field of a type, as in Elasticsearch's {@code match}, {@code term}, {@code wildcard} and {@code range} queries. Shared by all that
 * compare fields with text that people wrote: KQL, Lucene, filters and exceptions of rules. Immutable and thread-safe.
 *
 * <p>Fields of an unknown type (source names, fields that no event has) are compared as keywords.
 */
public final class TypedMatch {
    private static final Set<FieldType> LEAVES = EnumSet.complementOf(EnumSet.of(FieldType.NESTED, FieldType.OBJECT, FieldType.UNKNOWN));
    private final DateText dates;

    /**
     * @param now  what {@code now} means in dates
     * @param zone where dates without an offset are meant
     */
    public TypedMatch(Instant now, ZoneId zone) {
        dates = new DateText(now, zone);
    }

    /**
     * The field has this value: the same keyword, one of these words, the same number, an address (in a block), a time within the written unit.
     *
     * @param phrase on text, all words in this order instead of any of them
     */
    public Fit equal(FieldType type, String text, boolean phrase) {
        return switch (type) {
            case KEYWORD, WILDCARD, CONSTANT_KEYWORD, FLATTENED, VERSION, UNKNOWN -> Fit.by(new ValueTest.Equal(text, false));
            case TEXT, MATCH_ONLY_TEXT -> Fit.by(words(text, phrase));
            case LONG, DOUBLE -> number(text, number -> new ValueTest.InRange(ValueTest.Domain.NUMBER, bound(number, true), bound(number, true)));
            case BOOLEAN -> truth(text);
            case DATE -> date(text, span -> new ValueTest.InRange(ValueTest.Domain.DATE, tick(span.from(), true), tick(span.to(), false)));
            case IP -> address(text);
            case NESTED, OBJECT -> group();
        };
    }

    /** The whole value matches a pattern; on text, one of the words does (each blank-separated part of the pattern on its own, any of them). */
    public Fit like(FieldType type, Glob pattern) {
        return switch (type) {
            case KEYWORD, WILDCARD, CONSTANT_KEYWORD, FLATTENED, VERSION, UNKNOWN -> Fit.by(new ValueTest.Like(pattern, false));
            case TEXT, MATCH_ONLY_TEXT -> Fit.by(WordPattern.test(pattern));
            case LONG, DOUBLE, BOOLEAN, DATE, IP -> new Fit.Unfit("wildcards do not work on a field of type " + type.elasticName());
            case NESTED, OBJECT -> group();
        };
    }

    /** The value lies between two limits, either of which may be absent. A limit that is a date counts as a whole: {@code <= 2024-05-01} includes the day. */
    public Fit range(FieldType type, Optional<Limit> low, Optional<Limit> high) {
        return switch (type) {
            case KEYWORD, WILDCARD, CONSTANT_KEYWORD, FLATTENED -> Fit.by(texts(low, high, Function.identity()));
            case TEXT, MATCH_ONLY_TEXT -> Fit.by(new ValueTest.AnyWord(texts(low, high, text -> text.toLowerCase(Locale.ROOT))));
            case VERSION -> Fit.by(new ValueTest.InRange(ValueTest.Domain.VERSION, bound(low, Function.identity()), bound(high, Function.identity())));
            case LONG, DOUBLE -> numbers(low, high);
            case DATE -> dates(low, high);
            case IP -> addresses(low, high);
            case BOOLEAN -> new Fit.Unfit("a field of type boolean has no order");
            case UNKNOWN -> numbers(low, high) instanceof Fit.Tested numbers ? numbers : Fit.by(texts(low, high, Function.identity()));
            case NESTED, OBJECT -> group();
        };
    }

    /** The tests of an {@link dev.spoor.query.expr.Expression.AnyField}: one for all types of field that the value fits, in a fixed order. Types that it does not fit are left out. */
    public static List<TypedTest> everywhere(Function<FieldType, Fit> fits) {
        Map<ValueTest, Set<String>> types = new LinkedHashMap<>();
        for (FieldType type : LEAVES) {
            if (fits.apply(type) instanceof Fit.Tested(ValueTest test)) {
                types.computeIfAbsent(test, key -> new TreeSet<>()).add(type.elasticName());
            }
        }
        List<TypedTest> tests = new ArrayList<>();
        types.forEach((test, names) -> tests.add(new TypedTest(names, test)));
        return tests;
    }

    /** A test that every value passes. */
    public static Fit present() {
        return Fit.by(new ValueTest.Like(Glob.ALL, false));
    }

    private static ValueTest words(String text, boolean phrase) {
        List<String> words = Words.of(text);
        return new ValueTest.HasWords(words, phrase && words.size() > 1 ? WordMode.PHRASE : WordMode.ANY);
    }

    private static Fit truth(String text) {
        boolean fits = text.equals("true") || text.equals("false");
        return fits ? Fit.by(new ValueTest.Equal(text, false)) : new Fit.Unfit(quoted(text) + " is neither true nor false");
    }

    private static Fit address(String text) {
        boolean fits = IpText.address(text) || IpText.block(text);
        return fits ? Fit.by(new ValueTest.InSubnet(text)) : new Fit.Unfit(quoted(text) + " is neither an IP address nor a block like 10.0.0.0/8");
    }

    private static Fit number(String text, Function<String, ValueTest> test) {
        Optional<String> number = NumberText.canonical(text);
        return number.isPresent() ? Fit.by(test.apply(number.get())) : new Fit.Unfit(quoted(text) + " is no number");
    }

    private Fit date(String text, Function<DateSpan, ValueTest> test) {
        Optional<DateSpan> span = dates.read(text);
        return span.isPresent() ? Fit.by(test.apply(span.get())) : noDate(text);
    }

    private static Fit noDate(String text) {
        return new Fit.Unfit(quoted(text) + " is no date; dates look like 2024-05-01, 2024-05-01T10:00:00Z, now or now-1d/d");
    }

    private static Fit numbers(Optional<Limit> low, Optional<Limit> high) {
        for (Limit limit : both(low, high)) {
            if (NumberText.canonical(limit.text()).isEmpty()) {
                return new Fit.Unfit(quoted(limit.text()) + " is no number");
            }
        }
        Function<String, String> canonical = text -> NumberText.canonical(text).orElseThrow();
        return Fit.by(new ValueTest.InRange(ValueTest.Domain.NUMBER, bound(low, canonical), bound(high, canonical)));
    }

    private static Fit addresses(Optional<Limit> low, Optional<Limit> high) {
        for (Limit limit : both(low, high)) {
            if (!IpText.address(limit.text())) {
                return new Fit.Unfit(quoted(limit.text()) + " is no IP address");
            }
        }
        return Fit.by(new ValueTest.InRange(ValueTest.Domain.IP, bound(low, Function.identity()), bound(high, Function.identity())));
    }

    private Fit dates(Optional<Limit> low, Optional<Limit> high) {
        for (Limit limit : both(low, high)) {
            if (dates.read(limit.text()).isEmpty()) {
                return noDate(limit.text());
            }
        }
        Optional<ValueTest.Bound> from = low.flatMap(limit -> dates.read(limit.text())
                .flatMap(span -> tick(limit.inclusive() ? span.from() : span.to(), true)));
        Optional<ValueTest.Bound> to = high.flatMap(limit -> dates.read(limit.text())
                .flatMap(span -> tick(limit.inclusive() ? span.to() : span.from(), false)));
        return Fit.by(new ValueTest.InRange(ValueTest.Domain.DATE, from, to));
    }

    private static ValueTest texts(Optional<Limit> low, Optional<Limit> high, Function<String, String> spelling) {
        return new ValueTest.InRange(ValueTest.Domain.TEXT, bound(low, spelling), bound(high, spelling));
    }

    private static Optional<ValueTest.Bound> bound(Optional<Limit> limit, Function<String, String> spelling) {
        return limit.map(l -> new ValueTest.Bound(spelling.apply(l.text()), l.inclusive()));
    }

    private static Optional<ValueTest.Bound> bound(String value, boolean inclusive) {
        return Optional.of(new ValueTest.Bound(value, inclusive));
    }

    private static Optional<ValueTest.Bound> tick(long ticks, boolean inclusive) {
        return bound(Long.toString(ticks), inclusive);
    }

    private static List<Limit> both(Optional<Limit> low, Optional<Limit> high) {
        List<Limit> limits = new ArrayList<>();
        low.ifPresent(limits::add);
        high.ifPresent(limits::add);
        return limits;
    }

    private static Fit group() {
        return new Fit.Unfit("it is a group of fields, which has no value of its own");
    }

    private static String quoted(String text) {
        return "\"" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "\"";
    }
}
