package dev.spoor.normalize;

import dev.spoor.event.Value;
import dev.spoor.event.Values;
import java.util.ArrayList;
import java.util.List;

/** What a step put into an event, so that it can be put again where the step meets the same text. */
final class Recording {
    private final List<Put> puts = new ArrayList<>();
    private boolean made;

    private record Put(int field, Values values, boolean toSet) {}

    void put(int field, Values values, boolean toSet) {
        puts.add(new Put(field, values, toSet));
    }

    /** Says whether the step made something. */
    void made(boolean something) {
        made = something;
    }

    /** Puts all into an event; tells whether the step made something. */
    boolean replay(Draft draft) {
        for (Put put : puts) {
            if (put.toSet) {
                draft.addToSet(put.field, (Value) put.values);
            } else {
                draft.put(put.field, put.values);
            }
        }
        return made;
    }
}
