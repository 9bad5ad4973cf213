package dev.spoor.query.sigma;

import dev.spoor.event.Field;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.query.parse.ResourceTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What names of fields stand for: on the source view (a document's own names, EventData, UserData, System), under the names that another log gives the same thing, then on the ECS view
 * ({@code fields.tsv}). Immutable.
 */
final class FieldNames {
    private static final FieldNames STANDARD = new FieldNames();
    private static final Set<String> SYSTEM_FIRST = Set.of("EventID", "Channel", "Provider_Name", "Computer", "ComputerName");
    private final Map<String, List<Row>> rows = new HashMap<>();
    private final Map<String, List<String>> blanks = new HashMap<>();

    /** @param kind {@code category}, {@code service} or {@code product} with its value, or empty for any log source */
    private record Row(String kind, String value, List<String> targets) {
        boolean concerns(LogSource source) {
            return switch (kind) {
                case "category" -> source.category().equals(value);
                case "service" -> source.service().equals(value);
                case "product" -> source.product().equals(value);
                default -> true;
            };
        }
    }

    private FieldNames() {
        for (List<String> cells : ResourceTable.read(FieldNames.class, "fields.tsv", 4)) {
            rows.computeIfAbsent(cells.get(0), _ -> new ArrayList<>()).add(new Row(cells.get(1), cells.get(2), ResourceTable.list(cells.get(3))));
        }
        for (List<String> cells : ResourceTable.read(FieldNames.class, "names_with_blanks.txt", 1)) {
            blanks.computeIfAbsent(cells.getFirst().replace(" ", ""), _ -> new ArrayList<>()).add(cells.getFirst());
        }
    }

    static FieldNames standard() {
        return STANDARD;
    }

    /** The fields that a name stands for in the rules of a log source. */
    FieldRef resolve(String name, LogSource source) {
        Set<Field> candidates = new LinkedHashSet<>();
        if (name.equals("EventType")) { // collectors write their own of this name
            candidates.add(Field.source("EventData.EventType"));
            candidates.add(Field.ecs("winlog.event_data.EventType"));
        }
        List<String> targets = targets(name, source);
        boolean systemFirst = SYSTEM_FIRST.contains(name);
        targets.stream().filter(target -> target.startsWith("<") || systemFirst && target.startsWith("System.")).forEach(target -> add(target, candidates));
        own(name, candidates);
        blanks.getOrDefault(name, List.of()).forEach(spelt -> own(spelt, candidates));
        targets.forEach(target -> add(target, candidates));
        candidates.add(Field.ecs("winlog.event_data." + name));
        candidates.add(Field.ecs(name));
        return new FieldRef(name, List.copyOf(candidates));
    }

    private List<String> targets(String name, LogSource source) {
        List<String> targets = new ArrayList<>();
        for (Row row : rows.getOrDefault(name, List.of())) {
            if (row.concerns(source)) {
                targets.addAll(row.targets());
            }
        }
        return targets;
    }

    /** {@code System.x}: of the System element; {@code ecs:x}: of the ECS view; {@code <x}: the record's own, before the name itself; else the record's own. */
    private static void add(String target, Set<Field> candidates) {
        if (target.startsWith("ecs:")) {
            candidates.add(Field.ecs(target.substring(4)));
        } else if (target.startsWith("System.")) {
            candidates.add(Field.source(target));
        } else {
            own(target.startsWith("<") ? target.substring(1) : target, candidates);
        }
    }

    private static void own(String name, Set<Field> candidates) {
        candidates.add(Field.source(name));
        candidates.add(Field.source("EventData." + name));
        candidates.add(Field.source("UserData." + name));
    }
}
