package dev.spoor.exec.run;

import com.google.re2j.Pattern;
import dev.spoor.exec.Contributors;
import dev.spoor.exec.Row;
import dev.spoor.exec.RowValues;
import dev.spoor.exec.function.Replacement;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.query.pipeline.Assignment;
import dev.spoor.query.pipeline.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Steps that take one row after the other and hold none. */
final class Steps {
    private Steps() {}

    /** A step that does something with each row. */
    private abstract static class Each implements Step {
        final Step next;

        Each(Step next) {
            this.next = next;
        }

        @Override public void finish() throws RunLimitException {
            next.finish();
        }

        @Override public boolean satisfied() {
            return next.satisfied();
        }
    }

    static final class Filtering extends Each {
        private final Stage.Where where;
        private final ScalarEvaluator evaluator;

        Filtering(Stage.Where where, ScalarEvaluator evaluator, Step next) {
            super(next);
            this.where = where;
            this.evaluator = evaluator;
        }

        @Override public void accept(Row row) throws RunLimitException {
            if (evaluator.isTrue(where.condition(), row)) {
                next.accept(row);
            }
        }
    }

    static final class Extending extends Each {
        private final Stage.Extend extend;
        private final ScalarEvaluator evaluator;

        Extending(Stage.Extend extend, ScalarEvaluator evaluator, Step next) {
            super(next);
            this.extend = extend;
            this.evaluator = evaluator;
        }

        @Override public void accept(Row row) throws RunLimitException {
            for (Assignment assignment : extend.assignments()) {
                row.set(assignment.column(), evaluator.value(assignment.value(), row));
            }
            next.accept(row);
        }
    }

    static final class Dropping extends Each {
        private final Stage.Drop drop;

        Dropping(Stage.Drop drop, Step next) {
            super(next);
            this.drop = drop;
        }

        @Override public void accept(Row row) throws RunLimitException {
            Map<String, Object> columns = new LinkedHashMap<>(row.columns());
            drop.columns().forEach(columns::remove);
            row.replace(columns);
            next.accept(row);
        }
    }

    static final class Renaming extends Each {
        private final Stage.Rename rename;
        private final ScalarEvaluator evaluator;

        Renaming(Stage.Rename rename, ScalarEvaluator evaluator, Step next) {
            super(next);
            this.rename = rename;
            this.evaluator = evaluator;
        }

        @Override public void accept(Row row) throws RunLimitException {
            for (dev.spoor.query.pipeline.Renaming renaming : rename.renamings()) {
                Object value = evaluator.value(renaming.value(), row);
                Map<String, Object> columns = new LinkedHashMap<>();
                row.columns().forEach((name, held) -> {
                    if (name.equals(renaming.from())) {
                        columns.put(renaming.to(), value);
                    } else if (!name.equals(renaming.to())) {
                        columns.put(name, held);
                    }
                });
                columns.putIfAbsent(renaming.to(), value);
                row.replace(columns);
            }
            next.accept(row);
        }
    }

    static final class Limiting extends Each {
        private final long count;
        private long passed;

        Limiting(long count, Step next) {
            super(next);
            this.count = count;
        }

        @Override public void accept(Row row) throws RunLimitException {
            if (passed < count) {
                passed++;
                next.accept(row);
            }
        }

        @Override public boolean satisfied() {
            return passed >= count || next.satisfied();
        }
    }

    static final class Filling extends Each {
        private final Stage.FillNull fill;
        private final ScalarEvaluator evaluator;

        Filling(Stage.FillNull fill, ScalarEvaluator evaluator, Step next) {
            super(next);
            this.fill = fill;
            this.evaluator = evaluator;
        }

        @Override public void accept(Row row) throws RunLimitException {
            for (Assignment column : fill.columns()) {
                Object value = evaluator.value(column.value(), row);
                row.set(column.column(), value == null ? fill.value() : value);
            }
            next.accept(row);
        }
    }

    static final class Replacing extends Each {
        private final Stage.Replace replace;
        private final ScalarEvaluator evaluator;
        private final Pattern pattern;

        Replacing(Stage.Replace replace, ScalarEvaluator evaluator, Step next) {
            super(next);
            this.replace = replace;
            this.evaluator = evaluator;
            this.pattern = Pattern.compile(replace.regex());
        }

        @Override public void accept(Row row) throws RunLimitException {
            List<?> values = RowValues.list(evaluator.value(replace.input(), row));
            if (!values.isEmpty()) {
                row.set(replace.column(), RowValues.pack(values.stream()
                        .map(value -> Replacement.of(pattern, RowValues.text(value), replace.replacement(), replace.all())).toList()));
            }
            next.accept(row);
        }
    }

    static final class Generating extends Each {
        private final Stage.Generate generate;
        private final ScalarEvaluator evaluator;

        Generating(Stage.Generate generate, ScalarEvaluator evaluator, Step next) {
            super(next);
            this.generate = generate;
            this.evaluator = evaluator;
        }

        @Override public void accept(Row row) throws RunLimitException {
            next.accept(row);
        }

        @Override public void finish() throws RunLimitException {
            for (long i = 0; i < generate.count() && !next.satisfied(); i++) {
                Row row = new Row(Optional.empty(), Contributors.none());
                for (Assignment column : generate.columns()) {
                    row.set(column.column(), evaluator.value(column.value(), row));
                }
                next.accept(row);
            }
            next.finish();
        }
    }

    static final class Expanding extends Each {
        private final Stage.Expand expand;
        private final ScalarEvaluator evaluator;

        Expanding(Stage.Expand expand, ScalarEvaluator evaluator, Step next) {
            super(next);
            this.expand = expand;
            this.evaluator = evaluator;
        }

        @Override public void accept(Row row) throws RunLimitException {
            List<?> values = RowValues.list(evaluator.value(expand.input(), row));
            if (values.size() < 2) {
                next.accept(row);
                return;
            }
            long most = expand.limit() == 0 ? values.size() : Math.min(values.size(), expand.limit());
            for (int i = 0; i < most; i++) {
                Row one = row.copy();
                one.set(expand.column(), values.get(i));
                next.accept(one);
            }
        }
    }
}
