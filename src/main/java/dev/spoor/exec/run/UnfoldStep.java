package dev.spoor.exec.run;

import dev.spoor.exec.Row;
import dev.spoor.exec.RowValues;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.exec.function.UnfoldedText;
import dev.spoor.query.pipeline.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes columns of what a text says. */
final class UnfoldStep implements Step {
    private final Stage.Unfold stage;
    private final ScalarEvaluator evaluator;
    private final Step next;

    UnfoldStep(Stage.Unfold stage, ScalarEvaluator evaluator, Step next) {
        this.stage = stage;
        this.evaluator = evaluator;
        this.next = next;
    }

    @Override public void accept(Row row) throws RunLimitException {
        String text = RowValues.text(evaluator.value(stage.input(), row));
        if (text == null) {
            next.accept(row);
            return;
        }
        switch (stage.notation()) {
            case Stage.Json _ -> give(row, UnfoldedText.json(text));
            case Stage.Xml(boolean flat) -> give(row, UnfoldedText.xml(text, flat));
            case Stage.Pairs(String between, String within) -> give(row, UnfoldedText.pairs(text, between, within));
            case Stage.Grid _ -> {
                List<Map<String, String>> lines = UnfoldedText.grid(text);
                for (Map<String, String> line : lines) {
                    Row one = row.copy();
                    line.forEach((name, value) -> one.set(stage.prefix() + name, value));
                    next.accept(one);
                }
                if (lines.isEmpty()) {
                    next.accept(row);
                }
            }
        }
    }

    private void give(Row row, Map<String, List<String>> found) throws RunLimitException {
        new LinkedHashMap<>(found).forEach((name, values) -> row.set(stage.prefix() + name, RowValues.pack(values)));
        next.accept(row);
    }

    @Override public void finish() throws RunLimitException {
        next.finish();
    }

    @Override public boolean satisfied() {
        return next.satisfied();
    }
}
