package dev.spoor.normalize;

import java.util.ArrayList;
import java.util.List;

/** Reads comma-separated values as RFC 4180 has them. Blank lines are passed over. */
final class Csv {
    private final String text;
    private int at;

    private Csv(String text) {
        this.text = text;
    }

    /**
     * A row and where it begins.
     *
     * @param line  1-based
     * @param cells at least one
     */
    record Row(int line, List<String> cells) {}

    static List<List<String>> rows(String text) {
        return read(text).stream().map(Row::cells).toList();
    }

    /** The rows with their lines. A quote that is not closed runs to the end of the text. */
    static List<Row> read(String text) {
        Csv csv = new Csv(text.startsWith("\uFEFF") ? text.substring(1) : text);
        List<Row> rows = new ArrayList<>();
        int line = 1;
        int counted = 0;
        while (csv.at < csv.text.length()) {
            for (; counted < csv.at; counted++) {
                line += csv.text.charAt(counted) == '\n' ? 1 : 0;
            }
            List<String> row = csv.row();
            if (row.size() > 1 || !row.getFirst().isBlank()) {
                rows.add(new Row(line, row));
            }
        }
        return rows;
    }

    private List<String> row() {
        List<String> cells = new ArrayList<>();
        while (true) {
            cells.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
            if (at >= text.length() || text.charAt(at) != ',') {
                break;
            }
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        return cells;
    }

    private String plain() {
        int from = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted() {
        StringBuilder cell = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                if (at < text.length() && text.charAt(at) == '"') {
                    at++;
                } else {
                    break;
                }
            }
            cell.append(c);
        }
        return cell + plain();
    }
}
