package dev.spoor.detect.stateful;

import dev.spoor.detect.FoundEvent;
import dev.spoor.detect.Memory;
import dev.spoor.detect.TypedField;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.Segment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The indicators of one rule, found by their values. As in Elastic Security, an alternative of one pair takes the first value of an indicator's field; one of several
 * pairs takes only indicators that have exactly one value in each of their fields. Used by one thread.
 */
final class Indicators {
    private final List<List<Memory.Pair>> alternatives;
    private final List<String> fields;
    private final EventLog log;
    /** For each alternative, the indicators by the number of their value in the first pair that is not negated. */
    private final List<Map<Integer, IntBag>> byValue = new ArrayList<>();
    /** For each alternative, where the numbers of an indicator's values begin. */
    private final List<Map<Integer, Integer>> starts = new ArrayList<>();
    private final IntBag values = new IntBag();

    /**
     * What agrees.
     *
     * @param indicator its place among the indicators
     * @param value     number of the value that event and indicator have
     */
    record Hit(int indicator, Memory.Pair pair, int value) {}

    Indicators(Memory.Indicators memory, List<String> fields, EventLog log) {
        this.alternatives = memory.alternatives();
        this.fields = fields;
        this.log = log;
        for (int i = 0; i < alternatives.size(); i++) {
            byValue.add(new HashMap<>());
            starts.add(new HashMap<>());
        }
    }

    int size() {
        return log.size();
    }

    FoundEvent event(int indicator) {
        return log.event(indicator);
    }

    /** Takes the indicators of a segment. Values are read as the event's field has them, which is how Elasticsearch compares. */
    void take(Memory.Indicators here, Segment segment, int number, Bitmap found, Terms terms) {
        List<List<TermColumns>> columns = new ArrayList<>();
        if (!found.isEmpty()) {
            here.alternatives().forEach(pairs -> columns.add(pairs.stream()
                    .map(pair -> new TermColumns(new TypedField(pair.indicatorField().ref(), pair.field().type()), segment, terms)).toList()));
        }
        for (int event = found.next(0); event >= 0; event = found.next(event + 1)) {
            int indicator = log.size();
            log.add(segment.time(event), number, event, 0);
            for (int i = 0; i < alternatives.size(); i++) {
                add(i, columns.get(i), event, indicator);
            }
        }
    }

    private void add(int alternative, List<TermColumns> columns, int event, int indicator) {
        IntBag all = new IntBag();
        IntBag read = new IntBag();
        for (TermColumns column : columns) {
            read.clear();
            column.read(event, read);
            if (read.size() == 0 || read.size() > 1 && columns.size() > 1) {
                return;
            }
            all.add(read.get(0));
        }
        starts.get(alternative).put(indicator, values.size());
        for (int i = 0; i < all.size(); i++) {
            values.add(all.get(i));
        }
        byValue.get(alternative).computeIfAbsent(all.get(lead(alternatives.get(alternative))), _ -> new IntBag()).add(indicator);
    }

    /** The first pair that is not negated; rules without one are not compiled. */
    private static int lead(List<Memory.Pair> pairs) {
        for (int i = 0; i < pairs.size(); i++) {
            if (!pairs.get(i).negated()) {
                return i;
            }
        }
        throw new IllegalArgumentException("nothing has to agree");
    }

    /**
     * What agrees with an event.
     *
     * @param event the numbers of its values by field
     */
    List<Hit> of(List<int[]> event) {
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < alternatives.size(); i++) {
            List<Memory.Pair> pairs = alternatives.get(i);
            int lead = lead(pairs);
            for (int value : valuesOf(event, pairs.get(lead))) {
                IntBag candidates = byValue.get(i).get(value);
                for (int j = 0; candidates != null && j < candidates.size(); j++) {
                    if (agrees(event, pairs, starts.get(i).get(candidates.get(j)))) {
                        add(hits, candidates.get(j), pairs, starts.get(i).get(candidates.get(j)));
                    }
                }
            }
        }
        return hits;
    }

    private boolean agrees(List<int[]> event, List<Memory.Pair> pairs, int start) {
        for (int i = 0; i < pairs.size(); i++) {
            if (has(valuesOf(event, pairs.get(i)), values.get(start + i)) == pairs.get(i).negated()) {
                return false;
            }
        }
        return true;
    }

    private void add(List<Hit> hits, int indicator, List<Memory.Pair> pairs, int start) {
        for (int i = 0; i < pairs.size(); i++) {
            if (!pairs.get(i).negated()) {
                hits.add(new Hit(indicator, pairs.get(i), values.get(start + i)));
            }
        }
    }

    private int[] valuesOf(List<int[]> event, Memory.Pair pair) {
        return event.get(fields.indexOf(pair.field().name()));
    }

    private static boolean has(int[] values, int wanted) {
        for (int value : values) {
            if (value == wanted) {
                return true;
            }
        }
        return false;
    }
}
