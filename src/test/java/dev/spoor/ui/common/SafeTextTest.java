package dev.spoor.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

final class SafeTextTest {
    @Test void plainTextIsLeftAlone() {
        String text = "certutil.exe -backupDB C:\\Users\\Public";
        assertSame(text, SafeText.line(text));
    }

    @Test void lettersOfAllScriptsAreLeftAlone() {
        assertEquals("Zoë Ångström 日本 Привет 👣", SafeText.line("Zoë Ångström 日本 Привет 👣"));
    }

    @Test void controlCharactersBecomeNames() {
        assertEquals("a‹NUL›b‹ESC›[31mred‹ESC›[0m‹U+0007›‹U+007F›", SafeText.line("a\0b\u001b[31mred\u001b[0m\u0007\u007f"));
    }

    @Test void marksOfWritingDirectionBecomeVisible() {
        assertEquals("invoice‹U+202E›fdp.exe", SafeText.line("invoice\u202efdp.exe"));
        assertEquals("a‹U+200B›b‹U+FEFF›c‹U+2066›d", SafeText.line("a\u200bb\ufeffc\u2066d"));
    }

    @Test void strangeSpacesBecomeVisible() {
        assertEquals("svchost‹U+00A0›.exe", SafeText.line("svchost\u00a0.exe"));
    }

    @Test void brokenSurrogatesBecomeVisible() {
        assertEquals("a‹U+D83D›", SafeText.line("a\ud83d"));
    }

    @Test void aLineNamesItsBreaks() {
        assertEquals("a‹CR›‹LF›b‹TAB›c", SafeText.line("a\r\nb\tc"));
    }

    @Test void aBlockKeepsItsBreaks() {
        assertEquals("a\nb\tc‹CR›d", SafeText.block("a\r\nb\tc\rd"));
    }

    @Test void aCutNeverSplitsACharacter() {
        assertEquals("ab…", SafeText.line("ab👣cd", 3));
        assertEquals("ab👣…", SafeText.line("ab👣cd", 4));
        assertEquals("ab", SafeText.line("ab", 2));
    }
}
