package dev.spoor.ingest.open;

import java.util.HexFormat;
import java.util.Locale;

/** Says in words what a file of no known format begins with. */
final class HeadText {
    private HeadText() {}

    static String describe(byte[] head) {
        if (begins(head, "Rar!\u001A\u0007")) {
            return "the mark of a RAR archive";
        }
        if (begins(head, "MSCF")) {
            return "the mark of a cabinet (CAB)";
        }
        if (begins(head, "SQLite format 3\0")) {
            return "the mark of a SQLite database";
        }
        if (begins(head, "%PDF")) {
            return "the mark of a PDF document";
        }
        if (begins(head, "\u0030\0\0\0LfLe")) {
            return "the mark of an event log of Windows XP (EVT)";
        }
        return text(head) ? "the text \"" + excerpt(head) + "\"" : "the bytes " + hex(head);
    }

    private static boolean begins(byte[] head, String mark) {
        if (head.length < mark.length()) {
            return false;
        }
        for (int i = 0; i < mark.length(); i++) {
            if (head[i] != (byte) mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean text(byte[] head) {
        for (int i = 0; i < Math.min(32, head.length); i++) {
            if (head[i] < 32 && head[i] != '\t' && head[i] != '\r' && head[i] != '\n') {
                return false;
            }
        }
        return true;
    }

    private static String excerpt(byte[] head) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < Math.min(32, head.length); i++) {
            out.append(head[i] < 32 ? ' ' : (char) head[i]);
        }
        return out.toString();
    }

    private static String hex(byte[] head) {
        return HexFormat.ofDelimiter(" ").formatHex(head, 0, Math.min(8, head.length)).toUpperCase(Locale.ROOT);
    }
}
