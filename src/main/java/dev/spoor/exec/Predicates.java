package dev.spoor.exec;

import dev.spoor.event.Field;
import dev.spoor.event.Value.Kind;
import dev.spoor.query.expr.ValueTest;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.Column;
import dev.spoor.segment.Segment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tests on the columns of one segment, each decided once: for all distinct values of a column, or, where a column has much text and few events are left to
 * ask about, for the values of these only. Not thread-safe.
 */
final class Predicates {
    /** A column with more text than this is not decided as a whole for a few events. */
    private static final int MUCH_TEXT = 64 << 10;
    /** "Few" is less than one event in so many. */
    private static final int FEW = 8;
    private final Segment segment;
    private final TestCompiler compiler;
    private final Map<Key, Decision> decisions = new HashMap<>();
    /** Most tests of most rules find nothing in a segment; they share one answer. */
    private final Bitmap none;

    private record Key(Field field, CompiledTest test) {}

    /** What is known about a test on a column: the codes that were asked about, those that passed, and the events once all codes are decided. */
    private static final class Decision {
        private final Column column;
        private final CompiledTest test;
        private Bitmap asked;
        private Bitmap passed;
        private Bitmap events;

        Decision(Column column, CompiledTest test) {
            this.column = column;
            this.test = test;
        }

        void decide(Bitmap none) {
            Bitmap codes = test.passing(column.dictionary());
            events = codes.isEmpty() ? none : column.having(codes);
        }

        Bitmap of(Bitmap within) {
            if (asked == null) {
                asked = new Bitmap(column.distinct());
                passed = new Bitmap(column.distinct());
            }
            Bitmap result = new Bitmap(within.size());
            for (int event = within.next(0); event >= 0; event = within.next(event + 1)) {
                int count = column.count(event);
                for (int i = 0; i < count; i++) {
                    if (passes(column.code(event, i))) {
                        result.set(event);
                        break;
                    }
                }
            }
            return result;
        }

        private boolean passes(int code) {
            if (!asked.get(code)) {
                asked.set(code);
                if (column.dictionary().kind(code) != Kind.JSON && test.passes(column.dictionary(), code)) {
                    passed.set(code);
                }
            }
            return passed.get(code);
        }
    }

    Predicates(Segment segment, TestCompiler compiler) {
        this.segment = segment;
        this.compiler = compiler;
        this.none = new Bitmap(segment.size());
    }

    /** The events of a set for which a value of the first candidate field that they have passes. A new bitmap. */
    Bitmap test(List<Field> candidates, ValueTest test, Bitmap within) {
        Bitmap result = new Bitmap(within.size());
        Bitmap open = within;
        for (Field field : candidates) {
            Optional<Column> column = segment.column(field);
            if (column.isPresent()) {
                result.or(decide(field, column.get(), test, open));
                open = open.copy();
                open.andNot(column.get().present());
                if (open.isEmpty()) {
                    break;
                }
            }
        }
        return result;
    }

    /** The events of a set that have a value in one of the fields. A new bitmap. */
    Bitmap exists(List<Field> candidates, Bitmap within) {
        Bitmap result = new Bitmap(within.size());
        for (Field field : candidates) {
            segment.column(field).ifPresent(column -> result.or(column.present()));
        }
        result.and(within);
        return result;
    }

    private Bitmap decide(Field field, Column column, ValueTest test, Bitmap within) {
        CompiledTest compiled = compiler.compile(test);
        Decision decision = decisions.computeIfAbsent(new Key(field, compiled), key -> new Decision(column, compiled));
        if (decision.events == null) {
            boolean few = column.dictionary().textBytes() > MUCH_TEXT && within.cardinality() < segment.size() / FEW;
            if (few) {
                return decision.of(within);
            }
            decision.decide(none);
        }
        Bitmap result = decision.events.copy();
        result.and(within);
        return result;
    }
}
