package dev.spoor.ui.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FuzzyMatchTest {
    private static List<String> best(String letters, String... titles) {
        return FuzzyMatch.best(letters, List.of(titles).stream().map(title -> new PaletteEntry("", "", title, "", () -> {})).toList()).stream().map(PaletteEntry::title).toList();
    }

    @Test void noLettersKeepEverythingInOrder() {
        assertEquals(List.of("b", "a"), best(" ", "b", "a"));
    }

    @Test void lettersMustOccurInTheirOrder() {
        assertEquals(List.of("Evidence"), best("evd", "Evidence", "Devices"));
    }

    @Test void beginningsOfWordsComeFirst() {
        assertEquals(List.of("Open report", "Misreport it"), best("rep", "Misreport it", "Open report"));
    }

    @Test void wordsAreFoundInAnyOrder() {
        assertTrue(FuzzyMatch.score("host ca01", "ca01 host").isPresent());
    }

    @Test void lettersInARowBeatScatteredOnes() {
        assertEquals("Rules", best("rule", "Run under light edges", "Rules").getFirst());
    }
}
