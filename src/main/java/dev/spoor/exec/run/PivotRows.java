package dev.spoor.exec.run;

import dev.spoor.exec.RowValues;
import dev.spoor.query.pipeline.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The rows of a table: values as they are, or times at even distances. */
final class PivotRows {
    /** Numbers, then texts. */
    static final Comparator<Object> ORDER = (left, right) -> {
        int order = RowValues.compare(left, right);
        return order != 0 ? order : RowValues.text(left).compareTo(RowValues.text(right));
    };
    private static final int MOST = 100;
    private static final long MOST_EMPTY = 100_000;
    private static final double[] SPANS = {1, 5, 10, 30, 60, 300, 600, 1800, 3600, 43_200, 86_400, 604_800, 2_592_000, 31_536_000};
    private final Stage.Pivot stage;
    private double first = Double.NaN;
    private double last = Double.NaN;

    PivotRows(Stage.Pivot stage) {
        this.stage = stage;
    }

    /** Learns of a row's value, before any is placed. */
    void add(Object value) {
        Number number = stage.spacing().isPresent() ? RowValues.number(value) : null;
        if (number != null) {
            first = Double.isNaN(first) ? number.doubleValue() : Math.min(first, number.doubleValue());
            last = Double.isNaN(last) ? number.doubleValue() : Math.max(last, number.doubleValue());
        }
    }

    private double span() {
        double wanted = stage.spacing().orElse(1.0);
        for (int i = 0; wanted == 0 && i < SPANS.length; i++) {
            if ((Math.floor(last / SPANS[i]) - Math.floor(first / SPANS[i])) < MOST) {
                return SPANS[i];
            }
        }
        return wanted == 0 ? SPANS[SPANS.length - 1] : wanted;
    }

    /** The row that a value belongs to. */
    Object place(Object value) {
        Number number = stage.spacing().isPresent() ? RowValues.number(value) : null;
        return number == null ? value : RowValues.plain(Math.floor(number.doubleValue() / span()) * span());
    }

    /** All rows from the first to the last, also those without a value; none where rows have no even distances. */
    List<Object> all() {
        List<Object> all = new ArrayList<>();
        if (stage.spacing().isPresent() && !Double.isNaN(first)) {
            double span = span();
            double count = Math.floor(last / span) - Math.floor(first / span);
            for (long i = 0; i <= count && count < MOST_EMPTY; i++) {
                all.add(RowValues.plain((Math.floor(first / span) + i) * span));
            }
        }
        return all;
    }
}
