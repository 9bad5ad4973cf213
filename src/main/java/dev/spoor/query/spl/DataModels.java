package dev.spoor.query.spl;

import dev.spoor.event.Field;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.query.expr.ValueTest;
import dev.spoor.query.parse.ResourceTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The data models of Splunk's Common Information Model ({@code models.tsv}, {@code model_parts.tsv}, {@code model_fields.tsv}). Immutable. */
final class DataModels {
    private static final DataModels STANDARD = new DataModels();
    private final Map<String, List<DataModel>> byName = new LinkedHashMap<>();

    private DataModels() {
        Map<String, Map<String, List<DataModel.Line>>> fields = new LinkedHashMap<>();
        for (List<String> cells : ResourceTable.read(DataModels.class, "model_fields.tsv", 5)) {
            fields.computeIfAbsent(cells.get(0), _ -> new LinkedHashMap<>()).computeIfAbsent(cells.get(1), _ -> new ArrayList<>())
                    .add(new DataModel.Line(cells.get(2), cells.get(3), cells.get(4)));
        }
        Map<String, Set<String>> parts = new LinkedHashMap<>();
        Map<String, String> conditions = new LinkedHashMap<>();
        for (List<String> cells : ResourceTable.read(DataModels.class, "model_parts.tsv", 3)) {
            parts.computeIfAbsent(cells.get(0), _ -> new TreeSet<>()).add(cells.get(1));
            conditions.put(cells.get(0) + "." + cells.get(1), cells.get(2));
        }
        for (List<String> cells : ResourceTable.read(DataModels.class, "models.tsv", 5)) {
            String name = cells.get(0);
            byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(new DataModel(name, cells.get(1), parts.getOrDefault(name, Set.of()),
                    events(cells.get(2), cells.get(3)), conditions, fields.getOrDefault(cells.get(1), Map.of()), cells.get(4)));
        }
    }

    static DataModels standard() {
        return STANDARD;
    }

    /** Events of these kinds, and events that carry all the tags themselves, as exports of Splunk do. */
    private static Expression events(String tags, String kinds) {
        List<Expression> tagged = new ArrayList<>();
        for (String tag : tags.split(",")) {
            tagged.add(new Expression.Test(new FieldRef("tag", List.of(Field.source("tag"))), new ValueTest.Equal(tag, true)));
        }
        return new Expression.Or(List.of(EventKinds.condition(kinds), EventKinds.joined(tagged, true)));
    }

    /**
     * The data set that a reference names: {@code Endpoint.Processes}, {@code Web}, {@code Authentication.Failed_Authentication}.
     *
     * @param mentioned names in the search, by whose first part a model with several data sets is told
     */
    Optional<DataModel> find(String reference, Set<String> mentioned) {
        String[] parts = reference.replace("\"", "").split("\\.");
        List<DataModel> sets = byName.getOrDefault(parts[0], List.of());
        if (sets.isEmpty()) {
            return Optional.empty();
        }
        if (parts.length == 1) {
            return sets.stream().filter(set -> mentioned.stream().anyMatch(name -> name.startsWith(set.dataset() + "."))).findFirst().or(() -> Optional.of(sets.getFirst()));
        }
        String last = parts[parts.length - 1];
        return sets.stream().filter(set -> set.dataset().equals(parts[1]) || set.parts().contains(last)).findFirst().map(set -> set.part(last));
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>();
        byName.values().forEach(sets -> sets.forEach(set -> names.add(set.name() + "." + set.dataset())));
        return names;
    }
}
