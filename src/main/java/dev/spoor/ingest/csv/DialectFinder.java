package dev.spoor.ingest.csv;

import dev.spoor.ingest.TextWindow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells from the first bytes of a file whether it is a table, and how it is written: the delimiter is the one with which a header of names stands above rows that
 * all have as many cells as it, or all one more.
 */
final class DialectFinder {
    private static final List<Character> DELIMITERS = List.of(',', '\t', ';', '|');
    private static final int MAX_ROWS = 200;
    private static final int MANY = 6;
    /** Names by which exports of Splunk, Kibana, EvtxECmd, PowerShell and the Event Viewer are known. */
    private static final Set<String> KNOWN = Set.of("_raw", "_time", "@timestamp", "event.code", "sourcetype", "EventRecordId", "MapDescription", "ProviderName",
            "Event ID", "Date and Time");
    private static final int FULL = 1 << 16;
    private static final int FIRST = 64;

    private DialectFinder() {}

    /** The dialect, or empty for what is no table. */
    static Optional<Dialect> find(byte[] head) {
        try {
            if (!text(head)) {
                return Optional.empty();
            }
            TextWindow window = TextWindow.of(head);
            Optional<Character> named = Preamble.skip(window);
            int first = window.at(0);
            if (first == '{' || first == '[' || first == '<' || first == TextWindow.END) {
                return Optional.empty();
            }
            Optional<Found> best = Optional.empty();
            for (char delimiter : named.map(List::of).orElse(DELIMITERS)) {
                Optional<Found> found = table(head, delimiter);
                if (found.isPresent() && (best.isEmpty() || found.get().columns > best.get().columns)) {
                    best = found;
                }
            }
            return best.map(Found::dialect);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot fail to be read", e);
        }
    }

    /** How a file is read that does not look like a table, because the user says that it is one. */
    static Dialect assumed(byte[] head, char delimiter) {
        try {
            boolean carriage = carriage(head);
            List<List<String>> rows = rows(head, delimiter, carriage);
            return new Dialect(delimiter, carriage, !rows.isEmpty() && HeaderNames.are(rows.getFirst()), 0);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot fail to be read", e);
        }
    }

    private record Found(Dialect dialect, int columns) {}

    private static Optional<Found> table(byte[] head, char delimiter) throws IOException {
        boolean carriage = carriage(head);
        List<List<String>> rows = rows(head, delimiter, carriage);
        if (rows.isEmpty() || !HeaderNames.are(rows.getFirst())) {
            return Optional.empty();
        }
        int columns = rows.getFirst().size();
        List<List<String>> body = rows.subList(1, rows.size());
        long same = body.stream().filter(row -> row.size() == columns).count();
        long more = body.stream().filter(row -> row.size() == columns + 1).count();
        int extra = more > same ? 1 : 0;
        return enough(rows.getFirst(), body.size(), Math.max(same, more)) ? Optional.of(new Found(new Dialect(delimiter, carriage, true, extra), columns)) : Optional.empty();
    }

    /**
     * Whether rows fit their header: two columns all rows, more columns most; of a header with many names or one that exports are known by, one row is enough, since a
     * damaged export is read better than refused.
     */
    private static boolean enough(List<String> header, int rows, long fit) {
        boolean known = header.stream().anyMatch(KNOWN::contains) && header.size() >= 2;
        if (known || header.size() >= MANY) {
            return fit > 0 || known && rows == 0;
        }
        return header.size() >= 3 ? fit > 0 && fit * 2 > rows : header.size() == 2 && rows >= 2 && fit == rows;
    }

    /** The first rows; the last one only where the file ends with it. */
    private static List<List<String>> rows(byte[] head, char delimiter, boolean carriage) throws IOException {
        TextWindow window = TextWindow.of(head);
        Preamble.skip(window);
        RowScanner scanner = new RowScanner(window, delimiter, carriage, FULL);
        List<List<String>> rows = new ArrayList<>();
        while (rows.size() < MAX_ROWS) {
            RowScanner.Outcome outcome = scanner.scan(true);
            boolean cut = head.length >= FULL && window.at(scanner.length()) == TextWindow.END;
            if (outcome == RowScanner.Outcome.END || outcome == RowScanner.Outcome.LONG || cut) {
                break;
            }
            if (outcome == RowScanner.Outcome.UNCLOSED) {
                window.skipLine(carriage);
                continue;
            }
            if (!scanner.blank()) {
                rows.add(cells(window, scanner));
            }
            window.forget(scanner.length());
        }
        return rows;
    }

    static List<String> cells(TextWindow window, RowScanner scanner) {
        List<String> cells = new ArrayList<>(scanner.count());
        var charset = window.charset(0, scanner.length());
        for (int i = 0; i < scanner.count(); i++) {
            cells.add(scanner.cell(i, charset));
        }
        return cells;
    }

    /** Whether there are carriage returns and no line feed. */
    private static boolean carriage(byte[] head) {
        boolean found = false;
        for (byte b : head) {
            if (b == '\n') {
                return false;
            }
            found = found || b == '\r';
        }
        return found;
    }

    /** Whether the beginning holds no control characters but those of text. */
    private static boolean text(byte[] head) throws IOException {
        TextWindow window = TextWindow.of(head);
        int controls = 0;
        int looked = 0;
        for (int at = 0, c = window.at(0); c != TextWindow.END; at += window.width(), c = window.at(at)) {
            looked++;
            if (c < ' ' && c != '\t' && c != '\r' && c != '\n' && (looked < FIRST || ++controls > 8 + looked / 1_000)) {
                return false;
            }
        }
        return true;
    }
}
