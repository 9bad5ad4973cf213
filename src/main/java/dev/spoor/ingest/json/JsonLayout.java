package dev.spoor.ingest.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** How a JSON file lays out its documents, judged by its beginning. */
enum JsonLayout {
    /** One document a line. */
    LINES,
    /** The elements of one array. */
    ARRAY,
    /** One after the other, over several lines each. */
    DOCUMENTS,
    /** In lists within documents, as a search answers. */
    ROWS,
    /** Not JSON documents. */
    NONE;

    /**
     * Judges the beginning of a file (UTF-8, without byte order mark). A first line that is a whole document, or one that is broken but followed by a line
     * that begins a document, means lines; otherwise documents run over lines.
     */
    static JsonLayout of(byte[] head) {
        int first = skipBlanks(head, 0);
        if (recordLine(head, first)) {
            return DOCUMENTS;
        }
        if (first == head.length) {
            return NONE;
        }
        if (head[first] == '[') {
            int second = skipBlanks(head, first + 1);
            boolean fits = second == head.length || head[second] == '{' || head[second] == ']';
            return fits ? ARRAY : NONE;
        }
        if (head[first] != '{') {
            return NONE;
        }
        int second = skipBlanks(head, first + 1);
        if (second < head.length && head[second] != '"' && head[second] != '}') {
            return NONE;
        }
        if (holdsRows(head, first)) {
            return ROWS;
        }
        int lineEnd = lineEnd(head, first);
        BracketScan scan = new BracketScan();
        scan.scan(head, first, lineEnd);
        if (scan.done() || lineEnd == head.length) {
            return LINES;
        }
        int next = skipBlanks(head, lineEnd);
        boolean atLineStart = next < head.length && head[next] == '{' && next > 0 && head[next - 1] == '\n';
        return atLineStart ? LINES : DOCUMENTS;
    }

    /** Whether the first document holds a list of records. */
    private static boolean holdsRows(byte[] head, int from) {
        RowsScan scan = new RowsScan();
        for (int i = from; i < head.length; i++) {
            switch (scan.next(head[i])) {
                case ON -> {}
                case ROW -> {
                    return true;
                }
                case END -> {
                    return scan.sawList();
                }
            }
        }
        return false;
    }

    /** Whether a line {@code Record 1} stands here and a document behind it, as evtx_dump writes them. */
    private static boolean recordLine(byte[] head, int from) {
        byte[] mark = "Record ".getBytes(StandardCharsets.US_ASCII);
        if (head.length - from <= mark.length || !Arrays.equals(head, from, from + mark.length, mark, 0, mark.length)) {
            return false;
        }
        int next = skipBlanks(head, lineEnd(head, from));
        return next < head.length && head[next] == '{';
    }

    private static int lineEnd(byte[] head, int from) {
        int i = from;
        while (i < head.length && head[i] != '\n') {
            i++;
        }
        return i;
    }

    private static int skipBlanks(byte[] head, int from) {
        int i = from;
        while (i < head.length && (head[i] == ' ' || head[i] == '\t' || head[i] == '\r' || head[i] == '\n')) {
            i++;
        }
        return i;
    }
}
