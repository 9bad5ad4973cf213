package dev.spoor.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.spoor.event.Time;
import org.junit.jupiter.api.Test;

final class FormatsTest {
    @Test void numbersAreGrouped() {
        assertEquals("12,431", Formats.count(12_431));
        assertEquals("–", Formats.countOrNone(0));
    }

    @Test void timesAreInUtc() {
        long time = Time.parse("2024-05-02T05:14:07.3184+02:00");
        assertEquals("05-02 03:14:07", Formats.time(time));
        assertEquals("2024-05-02 03:14:07.318", Formats.fullTime(time));
        assertEquals("–", Formats.time(Time.NONE));
    }

    @Test void aRangeNamesTheYearOnceUnlessItChanges() {
        assertEquals("2024-05-01 08:00 → 05-03 20:00", Formats.range(Time.parse("2024-05-01T08:00Z"), Time.parse("2024-05-03T20:00Z")));
        assertEquals("2023-12-31 08:00 → 2024-01-01 20:00", Formats.range(Time.parse("2023-12-31T08:00Z"), Time.parse("2024-01-01T20:00Z")));
    }

    @Test void sizesHaveOneDigitAfterThePoint() {
        assertEquals("999 B", Formats.bytes(999));
        assertEquals("68.1 MB", Formats.bytes(68_100_000));
        assertEquals("1.0 GB", Formats.bytes(999_990_000));
    }

    @Test void hashesAreShortenedInTheMiddle() {
        assertEquals("0123abcd…89ef4567", Formats.hash("0123abcd00000000000000000000000089ef4567"));
    }

    @Test void fileNamesOfAllSystemsAreFound() {
        assertEquals("Security.evtx", Formats.fileName("C:\\logs\\Security.evtx"));
        assertEquals("Security.evtx", Formats.fileName("/evidence/ca01/Security.evtx"));
        assertEquals("dir/", Formats.fileName("dir/"));
    }
}
