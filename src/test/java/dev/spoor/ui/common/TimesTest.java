package dev.spoor.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.spoor.event.Time;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

final class TimesTest {
    @Test void timesAreInTheZone() {
        long time = Time.parse("2024-05-02T05:14:07.3184+02:00");
        assertEquals("05-02 03:14:07", Times.UTC.time(time));
        assertEquals("2024-05-02 03:14:07.318", Times.UTC.fullTime(time));
        assertEquals("05-02 05:14:07", new Times(ZoneId.of("Europe/Berlin")).time(time));
        assertEquals("–", Times.UTC.time(Time.NONE));
    }

    @Test void aRangeNamesTheYearOnceUnlessItChanges() {
        assertEquals("2024-05-01 08:00 → 05-03 20:00", Times.UTC.range(Time.parse("2024-05-01T08:00Z"), Time.parse("2024-05-03T20:00Z")));
        assertEquals("2023-12-31 08:00 → 2024-01-01 20:00", Times.UTC.range(Time.parse("2023-12-31T08:00Z"), Time.parse("2024-01-01T20:00Z")));
    }
}
