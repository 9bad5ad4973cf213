package dev.spoor.ingest.json;

/** Follows brackets and quotes of a JSON document over several pieces of bytes until it is closed. Not thread-safe. */
final class BracketScan {
    private int depth;
    private boolean inText;
    private boolean escaped;
    private boolean done;

    /** Whether the bracket that opened the document is closed. */
    boolean done() {
        return done;
    }

    /** Goes on with more bytes; returns how many belong to the document. */
    int scan(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (inText) {
                if (escaped) {
                    escaped = false;
                } else if (b == '\\') {
                    escaped = true;
                } else if (b == '"') {
                    inText = false;
                }
            } else if (b == '"') {
                inText = true;
            } else if (b == '{' || b == '[') {
                depth++;
            } else if ((b == '}' || b == ']') && --depth <= 0) {
                done = true;
                return i + 1 - from;
            }
        }
        return to - from;
    }
}
