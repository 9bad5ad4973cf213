package dev.spoor.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.report.CsvCell;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Prints results as JSON lines, as CSV or as an aligned table. Call {@link #close} at the end: a table is printed then.
 */
final class Printer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WIDEST = 60;
    /** A cell of a table shows so much of a value; JSON lines and CSV have all of it. */
    private static final int LONGEST = 200;
    private final OutputFormat format;
    private final List<String> columns;
    private final Writer out;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * @param columns dotted names of the values that a table or CSV shows
     */
    Printer(PrintStream out, OutputFormat format, List<String> columns) {
        this.format = format;
        this.columns = columns;
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        if (format == OutputFormat.csv && !columns.isEmpty()) {
            write(columns.stream().map(CsvCell::of).collect(Collectors.joining(",")));
        }
    }

    void print(ObjectNode line) {
        switch (format) {
            case jsonl -> write(json(line));
            case csv -> write(cells(line).stream().map(CsvCell::of).collect(Collectors.joining(",")));
            case table -> rows.add(cells(line));
        }
    }

    /** A line of a text that has a form of its own. */
    void line(String text) {
        write(text);
    }

    @Override public void close() {
        if (format == OutputFormat.table && !rows.isEmpty()) {
            rows.addFirst(columns);
            int[] widths = new int[columns.size()];
            for (List<String> row : rows) {
                for (int i = 0; i < widths.length; i++) {
                    widths[i] = Math.max(widths[i], Math.min(WIDEST, row.get(i).length()));
                }
            }
            rows.forEach(row -> write(aligned(row, widths)));
        }
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String aligned(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            line.append(cell).append(" ".repeat(Math.max(0, widths[i] - cell.length()))).append("  ");
        }
        return line.toString().stripTrailing();
    }

    private List<String> cells(ObjectNode line) {
        List<String> cells = new ArrayList<>();
        for (String column : columns) {
            JsonNode node = at(line, column);
            String text = node.isMissingNode() || node.isNull() ? "" : node.isValueNode() ? node.asText() : json(node);
            cells.add(format == OutputFormat.table ? PlainText.line(text, LONGEST) : PlainText.line(text));
        }
        return cells;
    }

    /** A dotted name may be nested objects, a key with dots in it (a column of a row), or both. */
    private static JsonNode at(JsonNode node, String name) {
        JsonNode found = node.path(name);
        for (int dot = name.indexOf('.'); found.isMissingNode() && dot > 0; dot = name.indexOf('.', dot + 1)) {
            JsonNode child = node.path(name.substring(0, dot));
            if (child.isObject()) {
                found = at(child, name.substring(dot + 1));
            }
        }
        return found;
    }

    private void write(String line) {
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(JsonNode node) {
        try {
            return PlainText.json(JSON.writeValueAsString(node));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
