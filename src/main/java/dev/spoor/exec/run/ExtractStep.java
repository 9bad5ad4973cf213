package dev.spoor.exec.run;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.spoor.exec.Row;
import dev.spoor.exec.RowValues;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.query.pipeline.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes named groups of a regular expression into columns. */
final class ExtractStep implements Step {
    private final Stage.Extract stage;
    private final Pattern pattern;
    private final ScalarEvaluator evaluator;
    private final Step next;

    ExtractStep(Stage.Extract stage, ScalarEvaluator evaluator, Step next) {
        this.stage = stage;
        this.pattern = Pattern.compile(stage.regex());
        this.evaluator = evaluator;
        this.next = next;
    }

    @Override public void accept(Row row) throws RunLimitException {
        Map<String, List<Object>> found = new LinkedHashMap<>();
        List<Object> offsets = new ArrayList<>();
        long matches = 0;
        for (Object value : RowValues.list(evaluator.value(stage.input(), row))) {
            Matcher matcher = pattern.matcher(RowValues.text(value));
            while ((stage.maxMatches() == 0 || matches < stage.maxMatches()) && matcher.find()) {
                matches++;
                take(matcher, found, offsets);
            }
        }
        found.forEach((name, values) -> row.set(name, RowValues.pack(values)));
        if (stage.offsets().isPresent() && !offsets.isEmpty()) {
            row.set(stage.offsets().get(), RowValues.pack(offsets));
        }
        next.accept(row);
    }

    private void take(Matcher matcher, Map<String, List<Object>> found, List<Object> offsets) {
        for (String group : stage.groups()) {
            String text = matcher.group(group);
            if (text != null) {
                found.computeIfAbsent(group, _ -> new ArrayList<>()).add(text);
                offsets.add(group + "=" + matcher.start(group) + "-" + (matcher.end(group) - 1));
            }
        }
    }

    @Override public void finish() throws RunLimitException {
        next.finish();
    }

    @Override public boolean satisfied() {
        return next.satisfied();
    }
}
