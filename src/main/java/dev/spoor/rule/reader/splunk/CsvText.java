package dev.spoor.rule.reader.splunk;

import java.util.ArrayList;
import java.util.List;

/** Comma-separated values as RFC 4180 has them: quoted cells may hold commas, line ends and doubled quotes. */
final class CsvText {
    private CsvText() {}

    /** The rows; blank lines are none. */
    static List<List<String>> rows(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        int begin = text.startsWith("\uFEFF") ? 1 : 0;
        for (int i = begin; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"' && (quoted || cell.isEmpty())) {
                quoted = !quoted;
            } else if (!quoted && c == ',') {
                row.add(take(cell));
            } else if (!quoted && (c == '\n' || c == '\r')) {
                end(rows, row, cell);
                row = new ArrayList<>();
            } else {
                cell.append(c);
            }
        }
        end(rows, row, cell);
        return rows;
    }

    private static void end(List<List<String>> rows, List<String> row, StringBuilder cell) {
        if (!row.isEmpty() || !cell.isEmpty()) {
            row.add(take(cell));
            rows.add(List.copyOf(row));
        }
    }

    private static String take(StringBuilder cell) {
        String text = cell.toString();
        cell.setLength(0);
        return text;
    }
}
