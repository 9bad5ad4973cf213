package dev.spoor.ingest.csv;

import dev.spoor.ingest.TextWindow;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;

/** Finds the cells of the row at the beginning of a window. Looks at every byte once, up to a limit. Not thread-safe. */
final class RowScanner {
    /** How a scan ended. */
    enum Outcome {
        /** The row is whole. */
        ROW,
        /** Nothing is left in the file. */
        END,
        /** The row does not end within the limit. */
        LONG,
        /** A quote opens a cell and none closes it. */
        UNCLOSED
    }

    private static final int MAX_BLANKS = 16;
    private final TextWindow window;
    private final char delimiter;
    private final boolean carriage;
    private final int limit;
    private final int width;
    private int[] cells = new int[64];
    private int count;
    private int length;
    private boolean stray;
    private int open;

    RowScanner(TextWindow window, char delimiter, boolean carriage, int limit) {
        this.window = window;
        this.delimiter = delimiter;
        this.carriage = carriage;
        this.limit = limit;
        this.width = window.width();
    }

    /** How many cells the row has. */
    int count() {
        return count;
    }

    /** Bytes of the row with its line end; where it is not whole, of what was looked at. */
    int length() {
        return length;
    }

    /** Whether a quote within a quoted cell was not doubled. */
    boolean stray() {
        return stray;
    }

    /** Distance of the quote that is not closed. */
    int open() {
        return open;
    }

    /** Whether the row is a blank line. */
    boolean blank() {
        return count == 1 && cells[0] == cells[1];
    }

    /** The text of a cell. */
    String cell(int index, Charset charset) {
        int to = cells[2 * index + 1];
        String text = window.text(cells[2 * index], Math.abs(to), charset);
        return to < 0 ? text.replace("\"\"", "\"") : text;
    }

    /**
     * Scans a row.
     *
     * @param lenient whether an undoubled quote belongs to a quoted cell, which then ends at a quote before a delimiter; else it ends the quoted part
     */
    Outcome scan(boolean lenient) throws IOException {
        count = 0;
        stray = false;
        int at = 0;
        while (true) {
            int quote = quote(at);
            Outcome outcome = quote >= 0 ? quoted(quote, lenient) : plain(at, at);
            at = length;
            if (outcome != Outcome.ROW) {
                return outcome;
            }
            int c = window.at(at);
            if (c == delimiter) {
                at += width;
            } else if (c == TextWindow.END) {
                return count == 1 && cells[1] == 0 ? Outcome.END : Outcome.ROW;
            } else {
                length = at + (c == '\r' && !carriage ? 2 : 1) * width;
                return Outcome.ROW;
            }
        }
    }

    /** Distance of the quote that opens the cell, blanks before it allowed; -1 where none does. */
    private int quote(int from) throws IOException {
        int at = from;
        for (int i = 0; i < MAX_BLANKS && window.at(at) == ' '; i++) {
            at += width;
        }
        return window.at(at) == '"' ? at : -1;
    }

    private Outcome plain(int begin, int from) throws IOException {
        int at = from;
        while (!ends(at)) {
            if (at > limit) {
                length = at;
                return Outcome.LONG;
            }
            at += width;
        }
        add(begin, at);
        return Outcome.ROW;
    }

    private Outcome quoted(int quote, boolean lenient) throws IOException {
        boolean doubled = false;
        boolean lines = false;
        open = quote;
        int at = quote + width;
        for (int c = window.at(at); c != TextWindow.END && at <= limit; c = window.at(at)) {
            if (c == '"') {
                if (window.at(at + width) == '"') {
                    doubled = true;
                    at += width;
                } else if (closes(at)) {
                    add(quote + width, doubled ? -at : at);
                    length = blanks(at + width);
                    return Outcome.ROW;
                } else {
                    stray = true;
                    if (!lenient) {
                        return plain(quote + width, at);
                    }
                    if (lines && opens(at)) {
                        break;
                    }
                }
            }
            lines = lines || c == '\n' || c == '\r';
            at += width;
        }
        length = at;
        return Outcome.UNCLOSED;
    }

    /** Whether a quote stands where a cell begins. */
    private boolean opens(int quote) throws IOException {
        int before = window.at(quote - width);
        return before == delimiter || before == '\n' || before == '\r';
    }

    private boolean closes(int quote) throws IOException {
        return ends(blanks(quote + width));
    }

    private int blanks(int from) throws IOException {
        int at = from;
        for (int i = 0; i < MAX_BLANKS && window.at(at) == ' ' && delimiter != ' '; i++) {
            at += width;
        }
        return at;
    }

    private boolean ends(int at) throws IOException {
        int c = window.at(at);
        return c == delimiter || c == '\n' || c == TextWindow.END || c == '\r' && (carriage || window.at(at + width) == '\n');
    }

    private void add(int from, int to) {
        if (2 * count + 2 > cells.length) {
            cells = Arrays.copyOf(cells, cells.length * 2);
        }
        cells[2 * count] = from;
        cells[2 * count + 1] = to;
        count++;
        length = Math.abs(to);
    }
}
