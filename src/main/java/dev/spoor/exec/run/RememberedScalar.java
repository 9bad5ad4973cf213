package dev.spoor.exec.run;

import dev.spoor.exec.Row;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.query.expr.Scalar;
import dev.spoor.segment.EventRow;
import dev.spoor.segment.Segment;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is made of a scalar's value, computed once for all events of a segment that have the same codes in the columns which the scalar reads. Rows without an event, and rows
 * whose columns hide one of these fields, are computed one by one. Not thread-safe.
 *
 * @param <T> what is made of values; never null
 */
final class RememberedScalar<T> {
    private static final int SEGMENTS = 16;
    private final Scalar scalar;
    private final ScalarEvaluator evaluator;
    private final Function<Object, T> made;
    private final Optional<List<FieldRef>> fields;
    private final Map<Segment, Known> segments = new LinkedHashMap<>(SEGMENTS * 2, 0.75F, true);
    private Segment segment;
    private Known known;

    private static final class Known {
        private final EventPlaces places;
        private Object[] results = new Object[64];

        Known(EventPlaces places) {
            this.places = places;
        }

        Object get(int place) {
            return place < results.length ? results[place] : null;
        }

        void put(int place, Object result) {
            if (place >= results.length) {
                results = Arrays.copyOf(results, Math.max(place + 1, results.length * 2));
            }
            results[place] = result;
        }
    }

    RememberedScalar(Scalar scalar, ScalarEvaluator evaluator, Function<Object, T> made) {
        this.scalar = scalar;
        this.evaluator = evaluator;
        this.made = made;
        this.fields = ReadFields.of(scalar);
    }

    T of(Row row) {
        if (fields.isEmpty() || row.event().isEmpty() || hidden(row)) {
            return compute(row);
        }
        EventRow event = row.event().get();
        if (event.segment() != segment) {
            segment = event.segment();
            known = known(segment);
        }
        int place = known.places.of(event.index());
        if (place == EventPlaces.NONE) {
            return compute(row);
        }
        @SuppressWarnings("unchecked") T result = (T) known.get(place);
        if (result == null) {
            result = compute(row);
            known.put(place, result);
        }
        return result;
    }

    private T compute(Row row) {
        return made.apply(evaluator.value(scalar, row));
    }

    private boolean hidden(Row row) {
        if (!row.columns().isEmpty()) {
            for (FieldRef field : fields.get()) {
                if (row.has(field.name())) {
                    return true;
                }
            }
        }
        return false;
    }

    private Known known(Segment of) {
        Known found = segments.get(of);
        if (found == null) {
            if (segments.size() == SEGMENTS) {
                segments.remove(segments.keySet().iterator().next());
            }
            found = new Known(new EventPlaces(of, fields.get()));
            segments.put(of, found);
        }
        return found;
    }
}
