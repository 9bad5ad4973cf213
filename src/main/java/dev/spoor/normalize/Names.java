package dev.spoor.normalize;

import dev.spoor.event.Field;
import dev.spoor.event.FieldTable;
import java.util.HashMap;
import java.util.Map;

/** Field numbers by the names that records use, asked of the field table once per name. Not thread-safe. */
final class Names {
    private final FieldTable table;
    private final Map<String, Integer> ecs = new HashMap<>();
    private final Map<String, Integer> source = new HashMap<>();
    private final Map<String, Data> data = new HashMap<>();
    private final Map<String, Data> userData = new HashMap<>();

    /** The two fields of one piece of event data. */
    record Data(int source, int ecs) {}

    Names(FieldTable table) {
        this.table = table;
    }

    FieldTable table() {
        return table;
    }

    /** The field of a path in the ECS view. */
    int ecs(String path) {
        Integer known = ecs.get(path);
        if (known == null) {
            known = table.number(Field.ecs(path));
            ecs.put(path, known);
        }
        return known;
    }

    /** The field of a path in the source view. */
    int source(String path) {
        Integer known = source.get(path);
        if (known == null) {
            known = table.number(Field.source(path));
            source.put(path, known);
        }
        return known;
    }

    /** {@code EventData.<name>} and {@code winlog.event_data.<name>}. */
    Data data(String name) {
        Data known = data.get(name);
        if (known == null) {
            known = new Data(source("EventData." + name), ecs("winlog.event_data." + name));
            data.put(name, known);
        }
        return known;
    }

    /** {@code UserData.<name>} and {@code winlog.user_data.<name>}. */
    Data userData(String name) {
        Data known = userData.get(name);
        if (known == null) {
            known = new Data(source("UserData." + name), ecs("winlog.user_data." + name));
            userData.put(name, known);
        }
        return known;
    }
}
