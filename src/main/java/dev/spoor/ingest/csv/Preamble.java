package dev.spoor.ingest.csv;

import dev.spoor.ingest.TextWindow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What may stand before the header: blank lines, {@code sep=;} for spreadsheets, {@code #TYPE ...} of PowerShell. */
final class Preamble {
    private static final int LONGEST = 512;
    private static final int MAX_LINES = 16;

    private Preamble() {}

    /** Moves a window to the header; answers the delimiter that was named. */
    static Optional<Character> skip(TextWindow window) throws IOException {
        Optional<Character> named = Optional.empty();
        for (int i = 0; i < MAX_LINES; i++) {
            int end = window.lineEnd(0, LONGEST, false);
            String line = window.text(0, end, window.width() == 1 ? StandardCharsets.UTF_8 : window.encoding().charset()).strip();
            boolean separator = line.length() == 5 && line.startsWith("sep=") || line.equals("sep=") && end < LONGEST;
            if (window.at(0) == TextWindow.END || end >= LONGEST || !separator && !line.isEmpty() && !line.startsWith("#TYPE ")) {
                break;
            }
            if (separator) {
                named = Optional.of(line.length() == 5 ? line.charAt(4) : '\t');
            }
            window.skipLine(false);
        }
        return named;
    }
}
