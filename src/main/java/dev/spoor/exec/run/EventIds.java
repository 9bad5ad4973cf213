package dev.spoor.exec.run;

import dev.spoor.exec.Contributors;
import dev.spoor.segment.EventRow;

/** Gives events their numbers in the case. */
@FunctionalInterface
public interface EventIds {
    /** For who does not ask which events went into a row. */
    EventIds UNTOLD = new EventIds() {
        @Override public long id(EventRow event) {
            return 0;
        }

        @Override public Contributors contributors(EventRow event) {
            return Contributors.none();
        }
    };

    long id(EventRow event);

    /** The contributors of a row that is made from an event. */
    default Contributors contributors(EventRow event) {
        return Contributors.of(id(event));
    }
}
