package dev.spoor.query.spl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spoor.query.pipeline.LookupTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the rows that {@code makeresults data="..."} gives.
 * <pre>
 * csv  = line { newline line }         the first names the columns
 * line = cell { "," cell }
 * cell = text | '"' text '"'           a quote within quotes is written twice
 * json = "[" object { "," object } "]"
 * </pre>
 */
final class GivenRows {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final int offset;

    /** @param offset where the command stands, for messages */
    GivenRows(int offset) {
        this.offset = offset;
    }

    LookupTable read(String format, String data) throws SplProblem {
        return switch (format) {
            case "csv" -> csv(data);
            case "json" -> json(data);
            default -> throw SplProblem.syntax(offset, "expected csv or json for format, found '" + format + "'");
        };
    }

    private LookupTable csv(String data) throws SplProblem {
        List<List<String>> lines = lines(data);
        if (lines.isEmpty()) {
            throw SplProblem.semantic(offset, "the data of makeresults have no line that names the columns");
        }
        List<String> columns = lines.removeFirst().stream().map(String::strip).toList();
        for (List<String> line : lines) {
            if (line.size() != columns.size()) {
                throw SplProblem.semantic(offset, "the data of makeresults have " + columns.size() + " columns, but a line of " + line.size() + " values");
            }
        }
        return table(columns, lines);
    }

    private static List<List<String>> lines(String data) {
        List<List<String>> lines = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i <= data.length(); i++) {
            char c = i == data.length() ? '\n' : data.charAt(i);
            if (c == '"' && quoted && i + 1 < data.length() && data.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n' && (!quoted || i == data.length())) {
                cells.add(cell.toString().replaceFirst("\r$", ""));
                cell.setLength(0);
                if (cells.size() > 1 || !cells.getFirst().isBlank()) {
                    lines.add(cells);
                }
                cells = new ArrayList<>();
            } else {
                cell.append(c);
            }
        }
        return lines;
    }

    private LookupTable json(String data) throws SplProblem {
        JsonNode tree;
        try {
            tree = JSON.readTree(data);
        } catch (JsonProcessingException e) {
            throw SplProblem.syntax(offset, "the data of makeresults are no JSON: " + e.getOriginalMessage());
        }
        if (!tree.isArray()) {
            throw SplProblem.semantic(offset, "the data of makeresults must be an array of objects");
        }
        Set<String> columns = new LinkedHashSet<>();
        for (JsonNode one : tree) {
            if (!one.isObject()) {
                throw SplProblem.semantic(offset, "the data of makeresults must be an array of objects");
            }
            one.fieldNames().forEachRemaining(columns::add);
        }
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode one : tree) {
            rows.add(columns.stream().map(name -> text(one.get(name))).toList());
        }
        return table(List.copyOf(columns), rows);
    }

    private static String text(JsonNode value) {
        return value == null || value.isNull() ? "" : value.isValueNode() ? value.asText() : value.toString();
    }

    private static LookupTable table(List<String> columns, List<List<String>> rows) {
        return new LookupTable(new LookupTable.Definition("makeresults", Map.of(), true, 0, 1, Optional.empty(), Optional.empty()), columns, rows);
    }
}
