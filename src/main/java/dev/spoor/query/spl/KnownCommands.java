package dev.spoor.query.spl;

import dev.spoor.query.parse.ResourceTable;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The names of SPL's commands, also of those that this program does not have yet ({@code commands.tsv}). */
final class KnownCommands {
    private static final Set<String> NAMES = names();

    private KnownCommands() {}

    static boolean contains(String name) {
        return NAMES.contains(name);
    }

    /** ", did you mean ...?", or nothing. */
    static String suggestion(String name) {
        Optional<String> near = Nearest.to(name, NAMES);
        return near.map(known -> ", did you mean '" + known + "'?").orElse("");
    }

    private static Set<String> names() {
        Set<String> names = new TreeSet<>();
        ResourceTable.read(KnownCommands.class, "commands.tsv", 1).forEach(row -> names.add(row.getFirst()));
        return Set.copyOf(names);
    }
}
