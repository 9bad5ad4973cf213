package dev.spoor.ingest.json;

import java.util.BitSet;

/**
 * Follows one document over several pieces of bytes until it is closed, or until it is certain that it never will be because the next one begins: a
 * <code>{</code> at the beginning of a line, no deeper than the document's own, where JSON allows none. Not thread-safe.
 */
final class DocumentScan {
    private final int indent;
    private final BitSet objects = new BitSet();
    private int depth;
    private boolean inText;
    private boolean escaped;
    private boolean broken;
    private boolean done;
    private boolean cut;
    private byte before = ':';
    private int blanks = -1;

    /** @param indent blanks before the document on its line; -1 where something else stands there */
    DocumentScan(int indent) {
        this.indent = indent;
    }

    /** Whether the bracket that opened the document is closed. */
    boolean done() {
        return done;
    }

    /** Whether the next document begins before this one is closed. */
    boolean cut() {
        return cut;
    }

    /** Goes on with more bytes; returns how many belong to the document. */
    int scan(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (inText) {
                text(b);
            } else if (b == '\n') {
                blanks = 0;
            } else if (b == ' ' || b == '\t' || b == '\r') {
                blanks = blanks < 0 ? -1 : blanks + 1;
            } else {
                if (b == '{' && blanks >= 0 && blanks <= indent && depth > 0 && (broken || misplaced())) {
                    cut = true;
                    return i - from;
                }
                bracketOrOther(b);
                if (done) {
                    return i + 1 - from;
                }
                before = b;
                blanks = -1;
            }
        }
        return to - from;
    }

    /** A line end within a text is not JSON: a quote is missing. */
    private void text(byte b) {
        if (escaped) {
            escaped = false;
        } else if (b == '\\') {
            escaped = true;
        } else if (b == '"') {
            inText = false;
        } else if (b == '\n') {
            inText = false;
            broken = true;
            blanks = 0;
        }
    }

    private void bracketOrOther(byte b) {
        if (b == '"') {
            inText = true;
        } else if (b == '{' || b == '[') {
            objects.set(depth++, b == '{');
        } else if ((b == '}' || b == ']') && --depth <= 0) {
            done = true;
        }
    }

    private boolean misplaced() {
        return objects.get(depth - 1) ? before != ':' : before != ',' && before != '[';
    }
}
