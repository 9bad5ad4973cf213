package dev.spoor.exec.run;

import dev.spoor.query.expr.FieldRef;
import dev.spoor.segment.Column;
import dev.spoor.segment.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Numbers what the events of a segment hold in some fields, by the codes of the columns: events with the same number hold the same. Not thread-safe. */
final class EventPlaces {
    /** An event with several values in a field has no number. */
    static final int NONE = -1;
    private final List<Candidates> names = new ArrayList<>();
    private final List<Joint> joints = new ArrayList<>();

    /** Numbers pairs of numbers: in a table where all pairs that there may be fit into a small one, else by hashing. */
    private static final class Joint {
        private static final int SMALL = 1 << 15;
        private final NumberedKeys keys = new NumberedKeys();
        private final int width;
        /** Number + 1; 0: not asked for yet. Null where it would be too large. */
        private final int[] table;

        Joint(long rows, int width) {
            this.width = width;
            this.table = rows * width <= SMALL ? new int[(int) rows * width] : null;
        }

        int number(int left, int right) {
            if (table == null) {
                return keys.number((long) left << 32 | right);
            }
            int at = left * width + right;
            if (table[at] == 0) {
                table[at] = keys.number(at) + 1;
            }
            return table[at] - 1;
        }
    }

    /** The columns that may stand for a name, and the number before their first codes. */
    private record Candidates(Column[] columns, int[] offsets) {
        /** 0 where the name is missing. */
        int number(int event) {
            for (int i = 0; i < columns.length; i++) {
                if (columns[i].present().get(event)) {
                    int code = columns[i].only(event);
                    return code < 0 ? NONE : offsets[i] + code;
                }
            }
            return 0;
        }
    }

    EventPlaces(Segment segment, List<FieldRef> fields) {
        long most = 1;
        for (FieldRef field : fields) {
            List<Column> columns = field.candidates().stream().map(segment::column).flatMap(Optional::stream).toList();
            int[] offsets = new int[columns.size()];
            int offset = 1;
            for (int i = 0; i < offsets.length; i++) {
                offsets[i] = offset;
                offset += columns.get(i).distinct();
            }
            if (!columns.isEmpty()) {
                names.add(new Candidates(columns.toArray(Column[]::new), offsets));
                joints.add(new Joint(most, offset));
                // The first name's numbers are used as they are; those of pairs are at most as many as there are events.
                most = joints.size() == 1 ? offset : Math.min(most * offset, segment.size());
            }
        }
    }

    /** The number of an event; {@link #NONE} where it has none. */
    int of(int event) {
        if (names.isEmpty()) {
            return 0;
        }
        int place = names.getFirst().number(event);
        for (int i = 1; i < names.size() && place >= 0; i++) {
            int next = names.get(i).number(event);
            place = next < 0 ? NONE : joints.get(i).number(place, next);
        }
        return place;
    }
}
