package dev.spoor.detect.stateful;

import dev.spoor.ecs.FieldType;
import dev.spoor.event.Time;
import dev.spoor.event.Value;
import dev.spoor.exec.CanonicalValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for texts: equal texts have equal numbers, across all fields, rules and data sets of a run. Used by one thread. */
final class Terms {
    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    /** The number of a value as a field of a type compares it. */
    int code(FieldType type, Value value) {
        return code(CanonicalValues.text(type, value));
    }

    int code(String text) {
        Integer known = codes.putIfAbsent(text, texts.size());
        if (known == null) {
            texts.add(text);
            return texts.size() - 1;
        }
        return known;
    }

    /** The number of a text, or -1 where nothing has it. */
    int known(String text) {
        return codes.getOrDefault(text, -1);
    }

    String text(int code) {
        return texts.get(code);
    }

    /** Ticks of a value that is a date, {@link Time#NONE} if it is none. */
    static long ticks(Value value) {
        return CanonicalValues.ticks(value);
    }
}
