package dev.spoor.exec.run;

import dev.spoor.query.pipeline.LookupTable;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The indexes of the tables that pipelines look up in, made once for all of them. Thread-safe. */
final class TableIndexes {
    private final Map<LookupTable, Map<List<String>, TableIndex>> indexes = new IdentityHashMap<>();

    /** The index of a table by some columns. */
    synchronized TableIndex of(LookupTable table, List<String> columns) {
        return indexes.computeIfAbsent(table, _ -> new HashMap<>()).computeIfAbsent(columns, keys -> new TableIndex(table, keys));
    }
}
