package dev.spoor.query.spl;

import dev.spoor.query.expr.ValueTest;
import dev.spoor.query.expr.ValueTest.Bound;
import dev.spoor.query.expr.ValueTest.Domain;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The comparisons of {@code search} with one value: texts ignore case and know {@code *}; numbers are compared as numbers by {@code <} and {@code >}. */
final class SearchTest {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:[0-9]{1,30}(?:\\.[0-9]{0,30})?|\\.[0-9]{1,30})");
    private static final Pattern SUBNET = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}/[0-9]{1,2}|[0-9A-Fa-f:]{2,39}/[0-9]{1,3}");

    private SearchTest() {}

    /**
     * @param numeric whether equal numbers are equal however they are written
     */
    static ValueTest of(String operator, String value, boolean numeric) {
        return switch (operator) {
            case "!=" -> new ValueTest.Negated(equal(value, numeric));
            case "<" -> below(value, false);
            case "<=" -> below(value, true);
            case ">" -> above(value, false);
            case ">=" -> above(value, true);
            default -> equal(value, numeric);
        };
    }

    static boolean subnet(String value) {
        return value.indexOf('/') > 0 && SUBNET.matcher(value).matches();
    }

    private static ValueTest equal(String value, boolean numeric) {
        if (value.indexOf('*') >= 0) {
            return new ValueTest.Like(Stars.glob(value), true);
        }
        ValueTest same = new ValueTest.Equal(value, true);
        if (subnet(value)) {
            return either(same, new ValueTest.InSubnet(value));
        }
        if (numeric && NUMBER.matcher(value).matches()) {
            Optional<Bound> bound = Optional.of(new Bound(value, true));
            return either(same, new ValueTest.InRange(Domain.NUMBER, bound, bound));
        }
        return same;
    }

    private static ValueTest either(ValueTest first, ValueTest second) {
        return new ValueTest.Negated(new ValueTest.Every(List.of(new ValueTest.Negated(first), new ValueTest.Negated(second))));
    }

    private static ValueTest below(String value, boolean inclusive) {
        return new ValueTest.InRange(domain(value), Optional.empty(), Optional.of(new Bound(value, inclusive)));
    }

    private static ValueTest above(String value, boolean inclusive) {
        return new ValueTest.InRange(domain(value), Optional.of(new Bound(value, inclusive)), Optional.empty());
    }

    private static Domain domain(String value) {
        return NUMBER.matcher(value).matches() ? Domain.NUMBER : Domain.TEXT;
    }

    /** The regular expression of a term: it stands between characters that are no letters or digits; {@code *} is any characters but blanks. */
    static String words(String term) {
        StringBuilder regex = new StringBuilder();
        if (Character.isLetterOrDigit(term.codePointAt(0))) {
            regex.append("(?:^|[^\\pL\\pN])");
        }
        for (int i = 0; i < term.length(); i++) {
            char c = term.charAt(i);
            if (c == '*') {
                regex.append("\\S*");
            } else if (c < 128 && !Character.isLetterOrDigit(c)) {
                regex.append('\\').append(c);
            } else {
                regex.append(c);
            }
        }
        if (Character.isLetterOrDigit(term.codePointBefore(term.length()))) {
            regex.append("(?:$|[^\\pL\\pN])");
        }
        return regex.toString();
    }
}
