package dev.spoor.normalize;

import dev.spoor.event.Value;
import java.util.function.UnaryOperator;

/** What was made of the strings met lately. Readers give the same object for the same value where they can, so that most are known by their identity. Not thread-safe. */
final class DerivedValues {
    private static final int SLOTS = 512;
    private final UnaryOperator<Value> making;
    private final Value[] met = new Value[SLOTS];
    private final Value[] made = new Value[SLOTS];
    private Value last;
    private Value lastMade;

    /**
     * @param making must depend on the text alone; may answer null
     */
    DerivedValues(UnaryOperator<Value> making) {
        this.making = making;
    }

    Value of(Value value) {
        if (value != last) {
            int hash = value.text().hashCode();
            int slot = (hash ^ hash >>> 9) & SLOTS - 1;
            if (!same(met[slot], value)) {
                made[slot] = making.apply(value);
                met[slot] = value;
            }
            last = value;
            lastMade = made[slot];
        }
        return lastMade;
    }

    private static boolean same(Value held, Value value) {
        return held == value || held != null && held.text().equals(value.text());
    }
}
