package dev.spoor.exec.run;

import dev.spoor.exec.Contributors;
import dev.spoor.exec.Row;
import dev.spoor.query.expr.Scalar;
import dev.spoor.query.pipeline.Assignment;
import dev.spoor.query.pipeline.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts rows of another pipeline beside rows with equal values. Holds the other rows. */
final class JoinStep implements Step {
    private final Stage.Join join;
    private final RunPlace place;
    private final List<Scalar> keys;
    private final Step next;
    private Map<List<String>, List<Row>> partners;

    JoinStep(Stage.Join join, RunPlace place, Step next) {
        this.join = join;
        this.place = place;
        this.keys = join.keys().stream().map(Assignment::value).toList();
        this.next = next;
    }

    @Override public void accept(Row row) throws RunLimitException {
        if (partners == null) {
            partners = partners();
        }
        List<Row> found = new ArrayList<>();
        for (List<Object> key : Keys.combinations(keys, row, place.evaluator())) {
            found.addAll(partners.getOrDefault(Keys.texts(key), List.of()));
        }
        if (found.isEmpty() && join.keepAlone()) {
            next.accept(row);
        }
        long most = join.most() == 0 ? found.size() : Math.min(found.size(), join.most());
        for (int i = 0; i < most; i++) {
            next.accept(beside(row, found.get(i), join.overwrite()));
        }
    }

    private Map<List<String>, List<Row>> partners() throws RunLimitException {
        Map<List<String>, List<Row>> byKey = new HashMap<>();
        List<Scalar> columns = join.keys().stream().<Scalar>map(key -> new Scalar.Name(new dev.spoor.query.expr.FieldRef(key.column(), List.of()))).toList();
        for (Row row : place.rows(join.other())) {
            for (List<Object> key : Keys.combinations(columns, row, place.evaluator())) {
                List<String> texts = Keys.texts(key);
                if (!texts.contains(null)) {
                    byKey.computeIfAbsent(texts, _ -> new ArrayList<>()).add(row);
                }
            }
        }
        return byKey;
    }

    /** A row with the columns of both; what holds nothing does not take another's place. */
    static Row beside(Row row, Row partner, boolean overwrite) {
        Contributors both = Contributors.none();
        both.add(row.contributors());
        both.add(partner.contributors());
        Row joined = new Row(row.event(), both);
        row.columns().forEach(joined::set);
        partner.columns().forEach((name, value) -> {
            if (value != null && (overwrite || joined.get(name) == null)) {
                joined.set(name, value);
            }
        });
        return joined;
    }

    @Override public void finish() throws RunLimitException {
        next.finish();
    }

    @Override public boolean satisfied() {
        return next.satisfied();
    }
}
