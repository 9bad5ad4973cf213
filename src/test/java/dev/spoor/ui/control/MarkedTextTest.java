package dev.spoor.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MarkedTextTest {
    @Test void aLongMarkIsCutIntoPiecesBehindSeparators() {
        assertEquals(List.of("\\Device\\", "HarddiskVolume3\\", "Windows\\", "powershell.exe"), MarkedText.pieces("\\Device\\HarddiskVolume3\\Windows\\powershell.exe"));
        assertEquals(List.of("whoami"), MarkedText.pieces("whoami"));
    }

    @Test void noPieceIsLongerThanALineOfANarrowPane() {
        String marked = "A".repeat(1_000) + "\uD83D\uDD0D".repeat(200);
        List<String> pieces = MarkedText.pieces(marked);
        assertEquals(marked, String.join("", pieces));
        assertTrue(pieces.stream().allMatch(piece -> piece.length() <= 25 && !Character.isHighSurrogate(piece.charAt(piece.length() - 1))), pieces::toString);
    }
}
