package dev.spoor.exec.run;

import dev.spoor.exec.Row;
import dev.spoor.segment.EventRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The end of the line: gathers the rows. */
final class Collector implements Step {
    private final RunLimits limits;
    private final List<Row> rows = new ArrayList<>();

    Collector(RunLimits limits) {
        this.limits = limits;
    }

    @Override public void accept(Row row) throws RunLimitException {
        if (rows.size() >= limits.rows()) {
            throw new RunLimitException("the result has more than " + limits.rows() + " rows");
        }
        rows.add(row);
    }

    @Override public void finish() {
        // Nothing waits here.
    }

    List<Row> rows() {
        return rows;
    }

    List<EventRow> events() {
        return rows.stream().map(Row::event).flatMap(Optional::stream).toList();
    }

    /** The rows as a table; they are gone from here, because both together may not have room. */
    ResultTable table() {
        Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> names.addAll(row.columns().keySet()));
        List<ResultTable.Column> columns = names.stream().map(name -> new ResultTable.Column(name, type(name))).toList();
        List<ResultTable.ResultRow> results = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            results.add(new ResultTable.ResultRow(values(rows.get(i), columns), rows.get(i).contributors()));
            rows.set(i, null);
        }
        rows.clear();
        return new ResultTable(columns, results);
    }

    private static List<Object> values(Row row, List<ResultTable.Column> columns) {
        List<Object> values = new ArrayList<>(columns.size());
        columns.forEach(column -> values.add(row.get(column.name())));
        return values;
    }

    private String type(String name) {
        String type = "null";
        for (Row row : rows) {
            Object value = row.get(name);
            if (value != null) {
                String own = type(value);
                type = type.equals("null") || type.equals(own) ? own : wider(type, own);
            }
        }
        return type;
    }

    private static String wider(String a, String b) {
        boolean numbers = (a.equals("long") || a.equals("double")) && (b.equals("long") || b.equals("double"));
        return numbers ? "double" : "keyword";
    }

    private static String type(Object value) {
        return switch (value) {
            case Long _ -> "long";
            case Double _ -> "double";
            case Boolean _ -> "boolean";
            case Instant _ -> "date";
            case List<?> list when !list.isEmpty() && list.stream().map(Collector::type).distinct().count() == 1 -> type(list.getFirst());
            default -> "keyword";
        };
    }
}
