package dev.spoor.normalize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.spoor.event.Time;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalTimesTest {
    @ParameterizedTest(name = "{0} is {1}") @CsvSource(quoteCharacter = '\'', value = {
            "'5/1/2024 10:00:00 AM', 2024-05-01T08:00:00Z", "'05/01/2024 12:00:00 AM', 2024-04-30T22:00:00Z", "'05/01/2024 12:30:15 PM', 2024-05-01T10:30:15Z",
            "'01/05/2024 10:00:00', 2024-05-01T08:00:00Z", "'01.05.2024 10:00:00', 2024-05-01T08:00:00Z", "'1.5.2024, 10:00', 2024-05-01T08:00:00Z",
            "'2024/5/1 10:00:00', 2024-05-01T08:00:00Z", "'2024/5/1 \u4E0B\u5348 3:04:05', 2024-05-01T13:04:05Z", "'2024-05-01 10:00:00.25', 2024-05-01T08:00:00.25Z",
            "'2024-05-01T10:00:00Z', 2024-05-01T10:00:00Z", "'2024-05-01T10:00:00.5+0130', 2024-05-01T08:30:00.5Z", "1714557600.125, 2024-05-01T10:00:00.125Z",
            "'May 1, 2024 10:00:00.000', 2024-05-01T08:00:00Z", "'01/12/2024 10:00:00\u202FAM', 2024-01-12T09:00:00Z", "'1/5/2024 10:00:00 p.m.', 2024-01-05T21:00:00Z",
            "'05/13/2024 10:00', ", "'99/99/2024 10:00 AM', ", "'yesterday', ", "'5/1/24 10:00 AM', ", "'5/1/2024 10:00:00 AM CEST', ", "'5/1/2024 10', ", "'', ",
            "'1 2 3 4 5 6 7', ", "'2024-05-01T10:00:00+99:00', "})
    void timesOfPeopleAreReadByTheirSpelling(String text, String wanted) {
        assertEquals(wanted == null ? Time.NONE : Time.parse(wanted), new LocalTimes(ZoneId.of("Europe/Berlin")).ticks(text));
    }

    @Test void timesWithoutAZoneAndTextsThatAreNoneAreCounted() {
        LocalTimes times = new LocalTimes(ZoneId.of("UTC"));
        Stream.of("5/1/2024 10:00:00 AM", "2024-05-01T10:00:00Z", "yesterday", "").forEach(times::ticks);
        assertEquals(1, times.assumed());
        assertEquals(1, times.unread());
    }
}
