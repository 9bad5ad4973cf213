package dev.spoor.query.spl;

import dev.spoor.query.expr.Scalar;
import dev.spoor.query.parse.QueryContext;
import dev.spoor.query.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The values of {@code earliest} and {@code latest}: seconds since 1970, {@code now}, {@code -24h@h}, or {@code 05/01/2024:10:00:00}. */
final class TimeModifier {
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}(?:\\.[0-9]{1,9})?");
    private static final Pattern RELATIVE = Pattern.compile("(?:[+-][0-9]{0,9}[A-Za-z]+)*(?:@[A-Za-z]+[0-7]?(?:[+-][0-9]{0,9}[A-Za-z]+)*)?");
    private static final Pattern DATE = Pattern.compile("[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}:[0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}");

    private TimeModifier() {}

    /** Seconds since 1970. */
    static Scalar moment(String text, QueryContext context, Span span) throws SplProblem {
        Scalar now = literal(context.now().getEpochSecond());
        Scalar zone = literal(context.zone().getId());
        if (text.equals("now") || text.equals("now()")) {
            return now;
        }
        if (SECONDS.matcher(text).matches()) {
            return literal(EvalParser.value(text));
        }
        if (DATE.matcher(text).matches()) {
            return new Scalar.Call("spl.strptime", List.of(literal(text), literal("%m/%d/%Y:%H:%M:%S"), zone), span);
        }
        if (!text.isEmpty() && RELATIVE.matcher(text).matches()) {
            return new Scalar.Call("spl.relative_time", List.of(now, literal(text), zone), span);
        }
        throw SplProblem.syntax(span.start(), "expected a time such as -24h, @d or 1714557600, found '" + text + "'");
    }

    private static Scalar literal(Object value) {
        return new Scalar.Literal(Optional.of(value));
    }
}
