package dev.spoor.exec.run;

import dev.spoor.exec.Contributors;
import dev.spoor.exec.Row;
import dev.spoor.exec.RowValues;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.query.pipeline.Measure;
import dev.spoor.query.pipeline.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes a table with a row for each value of one field and a column for each value of another. Holds all rows. */
final class PivotStep implements Step {
    private static final Object ONE_ROW = "";
    private final Stage.Pivot stage;
    private final ScalarEvaluator evaluator;
    private final Held held;
    private final Step next;

    private record Cell(Object row, String column, Row source) {}

    PivotStep(Stage.Pivot stage, ScalarEvaluator evaluator, RunLimits limits, Step next) {
        this.stage = stage;
        this.evaluator = evaluator;
        this.held = new Held(limits, "chart");
        this.next = next;
    }

    @Override public void accept(Row row) throws RunLimitException {
        held.add(row);
    }

    @Override public void finish() throws RunLimitException {
        PivotRows places = new PivotRows(stage);
        List<Cell> cells = cells(places);
        List<String> columns = new PivotColumns(stage).of(sums(cells), cells.stream().map(Cell::column).distinct().toList());
        Map<Object, Map<String, Measures>> table = new TreeMap<>(PivotRows.ORDER);
        Map<Object, Contributors> contributors = new HashMap<>();
        places.all().forEach(place -> table.put(place, new HashMap<>()));
        for (Cell cell : cells) {
            String column = column(columns, cell.column());
            if (column != null) {
                table.computeIfAbsent(cell.row(), _ -> new HashMap<>()).computeIfAbsent(column, _ -> new Measures(stage.measures())).add(cell.source(), evaluator);
                contributors.computeIfAbsent(cell.row(), _ -> Contributors.none()).add(cell.source().contributors());
            }
        }
        for (Map.Entry<Object, Map<String, Measures>> line : table.entrySet()) {
            next.accept(row(line.getKey(), line.getValue(), columns, contributors.getOrDefault(line.getKey(), Contributors.none())));
        }
        next.finish();
    }

    private List<Cell> cells(PivotRows places) {
        List<Cell> cells = new ArrayList<>();
        for (Row row : held.rows()) {
            places.add(stage.rows().map(rows -> evaluator.value(rows.value(), row)).orElse(null));
        }
        for (Row row : held.rows()) {
            List<?> lines = stage.rows().isEmpty() ? List.of(ONE_ROW) : RowValues.list(evaluator.value(stage.rows().get().value(), row));
            List<?> columns = stage.columns().isEmpty() ? List.of("") : RowValues.list(evaluator.value(stage.columns().get().value(), row));
            for (Object line : lines) {
                for (Object column : columns) {
                    cells.add(new Cell(places.place(line), RowValues.text(column), row));
                }
                if (columns.isEmpty() && stage.nulls().isPresent()) {
                    cells.add(new Cell(places.place(line), stage.nulls().get(), row));
                }
            }
        }
        return cells;
    }

    /** The sum of each column's values of the first measure, by which columns are chosen. */
    private Map<String, Double> sums(List<Cell> cells) {
        Map<String, Double> sums = new HashMap<>();
        if (stage.columns().isEmpty() || stage.limit() == 0) {
            return sums;
        }
        Map<List<Object>, Measures> single = new HashMap<>();
        List<Measure> first = stage.measures().subList(0, 1);
        cells.forEach(cell -> single.computeIfAbsent(List.of(cell.row(), cell.column()), _ -> new Measures(first)).add(cell.source(), evaluator));
        single.forEach((place, measures) -> {
            Row row = new Row(Optional.empty(), Contributors.none());
            measures.into(row);
            Number number = RowValues.number(row.get(first.getFirst().column()));
            sums.merge((String) place.get(1), number == null ? 0 : number.doubleValue(), Double::sum);
        });
        return sums;
    }

    private String column(List<String> columns, String name) {
        return columns.contains(name) ? name : stage.others().filter(columns::contains).orElse(null);
    }

    private Row row(Object place, Map<String, Measures> cells, List<String> columns, Contributors contributors) {
        Row row = new Row(Optional.empty(), contributors);
        stage.rows().ifPresent(rows -> row.set(rows.column(), place));
        for (Measure measure : stage.measures()) {
            for (String column : columns) {
                Row values = new Row(Optional.empty(), Contributors.none());
                Measures measures = cells.get(column);
                (measures == null ? new Measures(stage.measures()) : measures).into(values);
                String name = stage.columns().isEmpty() ? measure.column() : stage.measures().size() == 1 ? column : measure.column() + ": " + column;
                row.set(name, values.get(measure.column()));
            }
        }
        return row;
    }
}
