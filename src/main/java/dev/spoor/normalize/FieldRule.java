package dev.spoor.normalize;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A row of a table of field rules; see the package. */
record FieldRule(String channel, EventIds events, String source, List<String> targets, Transform transform, String parameter, String when, String unless,
        Set<String> options) {
    private static final Set<String> OPTIONS = Set.of("move", "append", "keep", "free", "dash");

    static FieldRule parse(String table, int row, List<String> cells) throws MappingTableException {
        Transform transform = Transform.named(cells.get(4))
                .orElseThrow(() -> new MappingTableException(table + ", row " + row + ": there is no transform \"" + cells.get(4) + "\""));
        Set<String> options = cells.get(8).isBlank() ? Set.of() : Set.of(cells.get(8).trim().split(" +"));
        for (String option : options) {
            if (!OPTIONS.contains(option)) {
                throw new MappingTableException(table + ", row " + row + ": there is no option \"" + option + "\"");
            }
        }
        List<String> targets = cells.get(3).isBlank() ? List.of() : List.of(cells.get(3).split(";"));
        return new FieldRule(cells.get(0).toLowerCase(Locale.ROOT), EventIds.parse(cells.get(1)), cells.get(2), targets, transform, cells.get(5), cells.get(6),
                cells.get(7), options);
    }
}
