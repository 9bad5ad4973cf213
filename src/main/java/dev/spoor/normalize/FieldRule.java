package dev.spoor.normalize;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A row of a table of field rules; see the package. */
record FieldRule(String channel, EventIds events, String source, List<String> targets, Transform transform, String parameter, String when, String unless,
        Set<String> options) {
    private static final Set<String> OPTIONS = Set.of("move", "append", "keep", "free", "dash");
    private static final int SOURCE = 2;
    private static final int TARGET = 3;
    private static final int TRANSFORM = 4;
    private static final int PARAMETER = 5;

    static FieldRule parse(MappingTable table, MappingTable.Row row) throws MappingTableException {
        List<String> cells = row.cells();
        int line = row.line();
        Transform transform = Transform.named(cells.get(TRANSFORM))
                .orElseThrow(() -> table.problem(line, TRANSFORM, "there is no transform \"" + cells.get(TRANSFORM) + "\""));
        if (cells.get(1).isBlank()) {
            throw table.problem(line, 1, "event ids, or * for all, expected");
        }
        if (cells.get(SOURCE).isBlank()) {
            throw table.problem(line, SOURCE, "a field, or * for none, expected");
        }
        List<String> targets = cells.get(TARGET).isBlank() ? List.of() : List.of(cells.get(TARGET).split(";", -1));
        if (targets.size() < transform.targets() || targets.stream().anyMatch(String::isBlank)) {
            throw table.problem(line, TARGET, transform.targets() + " targets expected for " + cells.get(TRANSFORM) + ", \"" + cells.get(TARGET) + "\" found");
        }
        if (transform == Transform.JOIN && cells.get(PARAMETER).isBlank()) {
            throw table.problem(line, PARAMETER, "the field to join expected");
        }
        return new FieldRule(cells.get(0).toLowerCase(Locale.ROOT), EventIds.parse(cells.get(1)), cells.get(SOURCE), targets, transform, cells.get(PARAMETER), cells.get(6),
                cells.get(7), options(table, line, cells.get(8), targets));
    }

    private static Set<String> options(MappingTable table, int line, String cell, List<String> targets) throws MappingTableException {
        List<String> options = cell.isBlank() ? List.of() : Arrays.asList(cell.trim().split(" +"));
        for (String option : options) {
            if (!OPTIONS.contains(option)) {
                throw table.problem(line, 8, "there is no option \"" + option + "\"");
            }
            if (option.equals("keep") && targets.isEmpty()) {
                throw table.problem(line, 8, "keep needs a target");
            }
        }
        return Set.copyOf(options);
    }
}
