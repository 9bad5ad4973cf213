package dev.spoor.exec.run;

import dev.spoor.exec.Row;
import dev.spoor.exec.RowValues;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.query.pipeline.Assignment;
import dev.spoor.query.pipeline.Stage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The rows of a pipeline, to be asked whether another row agrees with one of them. */
final class Agreement {
    private final Stage.Membership membership;
    private final Set<List<String>> exact = new HashSet<>();
    private final List<List<String>> patterns = new ArrayList<>();

    Agreement(Stage.Membership membership, RunPlace place) throws RunLimitException {
        this.membership = membership;
        Set<List<String>> seen = new LinkedHashSet<>();
        for (Row row : place.rows(membership.rows())) {
            add(row, 0, new ArrayList<>(), seen);
        }
        for (List<String> values : seen) {
            boolean plain = values.stream().allMatch(value -> value != null && value.indexOf('*') < 0);
            (plain ? exact : patterns).add(values);
        }
    }

    /** Each combination of a row's values, in lower case; null where it has none. */
    private void add(Row row, int field, List<String> begin, Set<List<String>> into) {
        if (field == membership.fields().size()) {
            if (begin.stream().anyMatch(value -> value != null)) {
                into.add(new ArrayList<>(begin));
            }
            return;
        }
        List<?> values = RowValues.list(row.get(membership.fields().get(field).column()));
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(RowValues.text(value).toLowerCase(Locale.ROOT)));
        if (texts.isEmpty()) {
            texts.add(null);
        }
        for (String text : texts) {
            begin.add(text);
            add(row, field + 1, begin, into);
            begin.removeLast();
        }
    }

    String column() {
        return membership.column();
    }

    boolean holds(Row row, ScalarEvaluator evaluator) {
        List<List<String>> own = new ArrayList<>();
        for (Assignment field : membership.fields()) {
            own.add(RowValues.list(evaluator.value(field.value(), row)).stream().map(value -> RowValues.text(value).toLowerCase(Locale.ROOT)).toList());
        }
        return equal(own, 0, new ArrayList<>()) || patterns.stream().anyMatch(pattern -> matches(pattern, own));
    }

    private boolean equal(List<List<String>> own, int field, List<String> begin) {
        if (field == own.size()) {
            return exact.contains(begin);
        }
        for (String text : own.get(field)) {
            begin.add(text);
            boolean found = equal(own, field + 1, begin);
            begin.removeLast();
            if (found) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(List<String> pattern, List<List<String>> own) {
        for (int i = 0; i < pattern.size(); i++) {
            String one = pattern.get(i);
            if (one != null && own.get(i).stream().noneMatch(value -> StarPattern.of(one).test(value))) {
                return false;
            }
        }
        return true;
    }
}
