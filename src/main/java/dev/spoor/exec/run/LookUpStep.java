package dev.spoor.exec.run;

import dev.spoor.exec.Row;
import dev.spoor.exec.RowValues;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.query.pipeline.Assignment;
import dev.spoor.query.pipeline.LookupTable;
import dev.spoor.query.pipeline.Stage;
import java.util.ArrayList;
import java.util.List;

/** Looks up values in a table. */
final class LookUpStep implements Step {
    private final Stage.LookUp stage;
    private final ScalarEvaluator evaluator;
    private final Step next;
    private final TableIndexes indexes;
    private TableIndex index;

    LookUpStep(Stage.LookUp stage, ScalarEvaluator evaluator, TableIndexes indexes, Step next) {
        this.stage = stage;
        this.evaluator = evaluator;
        this.indexes = indexes;
        this.next = next;
    }

    @Override public void accept(Row row) throws RunLimitException {
        if (index == null) {
            index = indexes.of(stage.table(), stage.keys().stream().map(Assignment::column).toList());
        }
        if (!stage.keepExisting() || stage.outputs().stream().anyMatch(output -> evaluator.value(output.before(), row) == null)) {
            fill(row);
        }
        next.accept(row);
    }

    private void fill(Row row) {
        List<List<String>> rows = rows(row);
        LookupTable.Definition definition = stage.table().definition();
        List<Stage.Output> outputs = stage.outputs();
        List<Object> values = new ArrayList<>();
        for (Stage.Output output : outputs) {
            int column = stage.table().columns().indexOf(output.from());
            List<String> texts = new ArrayList<>();
            if (column >= 0) {
                rows.stream().map(one -> one.get(column)).filter(text -> !text.isEmpty()).forEach(texts::add);
            }
            for (int i = rows.size(); i < definition.least() && definition.otherwise().isPresent(); i++) {
                texts.add(definition.otherwise().get());
            }
            values.add(RowValues.pack(texts));
        }
        boolean matched = !rows.isEmpty() || definition.otherwise().isPresent() && definition.least() > 0;
        for (int i = 0; i < outputs.size(); i++) {
            if (matched || stage.clear()) {
                row.set(outputs.get(i).to(), values.get(i));
            }
        }
    }

    private List<List<String>> rows(Row row) {
        List<List<String>> all = new ArrayList<>();
        for (List<Object> key : Keys.combinations(stage.keys().stream().map(Assignment::value).toList(), row, evaluator)) {
            List<String> texts = Keys.texts(key);
            if (texts.contains(null)) {
                continue;
            }
            all.addAll(index.find(texts));
        }
        int most = stage.table().definition().most();
        return all.size() > most ? all.subList(0, most) : all;
    }

    @Override public void finish() throws RunLimitException {
        next.finish();
    }

    @Override public boolean satisfied() {
        return next.satisfied();
    }
}
