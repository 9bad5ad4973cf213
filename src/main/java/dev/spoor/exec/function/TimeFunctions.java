package dev.spoor.exec.function;

import dev.spoor.event.Time;
import dev.spoor.exec.RowValues;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/** SPL's functions of time. A time is seconds since 1970, with a fraction. */
final class TimeFunctions {
    private TimeFunctions() {}

    static void addTo(Map<String, Function> functions) {
        functions.put("spl.time", TimeFunctions::time);
        functions.put("spl.strftime", a -> format(a, false));
        functions.put("spl.ctime", a -> format(a, true));
        functions.put("spl.strptime", a -> a.text(0) == null || a.text(1) == null ? null : Strftime.parse(a.text(0), a.text(1), zone(a, 2)));
        functions.put("spl.relative_time", TimeFunctions::relative);
    }

    private static ZoneId zone(Arguments a, int index) {
        return ZoneId.of(a.text(index));
    }

    /** The time of a row: what its column holds, else that of its event. */
    private static Object time(Arguments a) {
        Object own = a.get(0);
        if (own != null) {
            Number number = RowValues.number(own);
            long ticks = number == null ? Time.parse(RowValues.text(own)) : Time.NONE;
            return number != null ? number : ticks == Time.NONE ? own : seconds(ticks);
        }
        long ticks = a.row().event().map(event -> event.time()).orElse(Time.NONE);
        return ticks == Time.NONE ? null : seconds(ticks);
    }

    /** Seconds of ticks; microseconds are kept, as a double of this size can. */
    static Number seconds(long ticks) {
        return RowValues.plain(Math.round(ticks / 10.0) / 1_000_000.0);
    }

    private static Object format(Arguments a, boolean keep) {
        Double seconds = a.real(0);
        if (seconds == null || a.text(1) == null) {
            return keep ? a.get(0) : null;
        }
        try {
            return Strftime.format(instant(seconds), a.text(1), zone(a, 2));
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    static Instant instant(double seconds) {
        long whole = (long) Math.floor(seconds);
        return Instant.ofEpochSecond(whole, Math.round((seconds - whole) * 1_000_000) * 1_000);
    }

    private static Object relative(Arguments a) {
        Double seconds = a.real(0);
        if (seconds == null || a.text(1) == null) {
            return null;
        }
        try {
            return RelativeTime.apply(instant(seconds), a.text(1), zone(a, 2)).<Object>map(Instant::getEpochSecond).orElse(null);
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }
}
