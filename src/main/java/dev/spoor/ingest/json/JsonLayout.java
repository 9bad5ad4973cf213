package dev.spoor.ingest.json;

/** How a JSON file lays out its documents, judged by its beginning. */
enum JsonLayout {
    /** One document a line. */
    LINES,
    /** The elements of one array. */
    ARRAY,
    /** One after the other, over several lines each. */
    DOCUMENTS,
    /** Not JSON documents. */
    NONE;

    /**
     * Judges the beginning of a file (UTF-8, without byte order mark). A first line that is a whole document, or one that is broken but followed by a line
     * that begins a document, means lines; otherwise documents run over lines.
     */
    static JsonLayout of(byte[] head) {
        int first = skipBlanks(head, 0);
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
