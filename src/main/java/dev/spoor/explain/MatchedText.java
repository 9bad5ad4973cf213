package dev.spoor.explain;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.spoor.query.expr.Glob;
import dev.spoor.query.expr.ValueTest;
import dev.spoor.query.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which characters of a value made it pass a test: those that stand in the test itself. */
final class MatchedText {
    private MatchedText() {}

    /** The characters of a value that passes, in order and without overlap. */
    static List<Span> of(ValueTest test, String value) {
        List<Span> found = new ArrayList<>();
        add(test, value, found);
        found.sort(Comparator.comparingInt(Span::start).thenComparing(Comparator.comparingInt(Span::end).reversed()));
        List<Span> apart = new ArrayList<>();
        for (Span span : found) {
            if (apart.isEmpty() || span.start() >= apart.getLast().end()) {
                apart.add(span);
            }
        }
        return apart;
    }

    private static void add(ValueTest test, String value, List<Span> into) {
        switch (test) {
            case ValueTest.Equal _, ValueTest.OneOf _, ValueTest.InRange _, ValueTest.InSubnet _ -> into.add(new Span(0, value.length()));
            case ValueTest.Like(Glob glob, boolean ignoreCase) -> glob(glob, ignoreCase, value, into);
            case ValueTest.Matches matches -> regex(matches, value, into);
            case ValueTest.HasWords words -> words.words().forEach(word -> word(word, value, into));
            case ValueTest.WordsNear near -> near.words().forEach(word -> word(word, value, into));
            case ValueTest.WordLike(Glob glob) -> ClauseText.literals(new ValueTest.WordLike(glob)).forEach(word -> word(word, value, into));
            case ValueTest.AnyWord(ValueTest inner) -> ClauseText.literals(inner).forEach(word -> word(word, value, into));
            case ValueTest.Every(List<ValueTest> tests) -> tests.forEach(inner -> add(inner, value, into));
            case ValueTest.Negated _ -> {}
        }
    }

    private static void regex(ValueTest.Matches test, String value, List<Span> into) {
        int flags = (test.ignoreCase() ? Pattern.CASE_INSENSITIVE : 0) | (test.dotAll() ? Pattern.DOTALL : 0);
        Matcher matcher = Pattern.compile(test.regex(), flags).matcher(value);
        if (matcher.find()) {
            into.add(new Span(matcher.start(), matcher.end()));
        }
    }

    /** Lower-case where that keeps places. */
    private static String lower(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.length() == text.length() ? lower : text;
    }

    private static void word(String word, String value, List<Span> into) {
        int at = lower(value).indexOf(lower(word));
        if (at >= 0) {
            into.add(new Span(at, at + word.length()));
        }
    }

    /** The literals of a pattern from left to right; the last one of a pattern with a fixed end stands at the end. */
    private static void glob(Glob glob, boolean ignoreCase, String value, List<Span> into) {
        String text = ignoreCase ? lower(value) : value;
        int at = 0;
        for (int i = 0; i < glob.pieces().size(); i++) {
            if (glob.pieces().get(i) instanceof Glob.Literal(String literal)) {
                String sought = ignoreCase ? lower(literal) : literal;
                boolean last = i == glob.pieces().size() - 1;
                int place = last ? text.lastIndexOf(sought) : text.indexOf(sought, at);
                if (place >= at) {
                    into.add(new Span(place, place + literal.length()));
                    at = place + literal.length();
                }
            }
        }
    }
}
