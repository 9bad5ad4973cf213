package dev.spoor.query.spl;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans such as {@code 5m}, {@code 1h} or {@code 10}, which is a plain number. */
final class TimeSpan {
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)([A-Za-z]*)");

    private TimeSpan() {}

    /** Seconds, or the number itself where there is no unit. */
    static double seconds(String text, int offset) throws SplProblem {
        Matcher matcher = SPAN.matcher(text);
        if (!matcher.matches() || Double.parseDouble(matcher.group(1)) == 0) {
            throw SplProblem.syntax(offset, "expected a span such as 5m or 100, found '" + text + "'");
        }
        return Double.parseDouble(matcher.group(1)) * unit(matcher.group(2), offset);
    }

    private static double unit(String unit, int offset) throws SplProblem {
        return switch (SplScanner.lower(unit)) {
            case "", "s", "sec", "secs", "second", "seconds" -> 1;
            case "ms" -> 0.001;
            case "m", "min", "mins", "minute", "minutes" -> 60;
            case "h", "hr", "hrs", "hour", "hours" -> 3600;
            case "d", "day", "days" -> 86_400;
            case "w", "week", "weeks" -> 604_800;
            default -> throw SplProblem.unsupported(offset, "spans of '" + unit + "' are not there yet");
        };
    }
}
