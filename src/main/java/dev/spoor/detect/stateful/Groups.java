package dev.spoor.detect.stateful;

import dev.spoor.detect.TypedField;
import dev.spoor.segment.Segment;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;

/** Numbers for combinations of values of some fields: equal combinations have equal numbers, also in different segments and data sets. Used by one thread. */
final class Groups {
    /** How many combinations one event may have: the product of its numbers of values. */
    static final int MOST = 10_000;
    private final Terms terms;
    private final int fields;
    private final List<Combinations> levels = new ArrayList<>();
    private long cut;

    Groups(Terms terms, int fields) {
        this.terms = terms;
        this.fields = fields;
        for (int i = 1; i < fields; i++) {
            levels.add(new Combinations());
        }
    }

    /** The combinations of the events of one segment. */
    final class Reader {
        private final List<TermColumns> columns;
        private final IntBag values = new IntBag();

        Reader(List<TypedField> names, Segment segment) {
            columns = names.stream().map(name -> new TermColumns(name, segment, terms)).toList();
        }

        /** The numbers of an event's combinations; none where one of the fields is missing, 0 where no field is asked for. */
        IntBag read(int event) {
            IntBag groups = new IntBag();
            if (columns.isEmpty()) {
                groups.add(0);
                return groups;
            }
            columns.getFirst().read(event, groups);
            for (int i = 1; i < columns.size(); i++) {
                values.clear();
                columns.get(i).read(event, values);
                groups = product(levels.get(i - 1), groups, values);
            }
            return groups;
        }
    }

    private IntBag product(Combinations level, IntBag left, IntBag right) {
        IntBag all = new IntBag();
        for (int i = 0; i < left.size(); i++) {
            for (int j = 0; j < right.size(); j++) {
                if (all.size() == MOST) {
                    cut++;
                    return all;
                }
                all.add(level.code(left.get(i), right.get(j)));
            }
        }
        return all;
    }

    /** How many events had more combinations than are looked at. */
    long cut() {
        return cut;
    }

    /** The values of a combination, in the order of the fields. */
    List<String> texts(int group) {
        LinkedList<String> texts = new LinkedList<>();
        int rest = group;
        for (int i = fields - 1; i > 0; i--) {
            texts.addFirst(terms.text(levels.get(i - 1).right(rest)));
            rest = levels.get(i - 1).left(rest);
        }
        if (fields > 0) {
            texts.addFirst(terms.text(rest));
        }
        return texts;
    }
}
