package dev.spoor.exec.run;

import dev.spoor.query.pipeline.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Chooses the columns of a table: the heaviest, in the order of their names, then one for all others and one for none. */
final class PivotColumns {
    private final Stage.Pivot stage;

    PivotColumns(Stage.Pivot stage) {
        this.stage = stage;
    }

    List<String> of(Map<String, Double> sums, List<String> all) {
        List<String> named = new ArrayList<>(all);
        boolean nulls = stage.nulls().isPresent() && named.remove(stage.nulls().get());
        if (stage.columns().isEmpty()) {
            return List.of("");
        }
        boolean cut = stage.limit() > 0 && named.size() > stage.limit();
        if (cut) {
            Comparator<String> heaviest = Comparator.comparingDouble(name -> sums.getOrDefault(name, 0.0));
            named.sort((stage.lowest() ? heaviest : heaviest.reversed()).thenComparing(PivotRows.ORDER));
            named = new ArrayList<>(named.subList(0, (int) stage.limit()));
        }
        named.sort(PivotRows.ORDER);
        if (cut) {
            stage.others().ifPresent(named::add);
        }
        if (nulls) {
            named.add(stage.nulls().get());
        }
        return named;
    }
}
