package dev.spoor.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class FormatsTest {
    @Test void numbersAreGrouped() {
        assertEquals("12,431", Formats.count(12_431));
        assertEquals("–", Formats.countOrNone(0));
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
