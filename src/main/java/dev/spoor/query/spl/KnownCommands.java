package dev.spoor.query.spl;

import dev.spoor.query.parse.ResourceTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The names of SPL's commands, also of those that this program does not have yet ({@code commands.tsv}). */
final class KnownCommands {
    private static final Set<String> NAMES = names();
    private static final Map<String, String> REASONS = reasons();

    private KnownCommands() {}

    static boolean contains(String name) {
        return NAMES.contains(name);
    }

    /** A command that changes nothing here, or that needs what no case has; empty for others. */
    static Optional<Command> without(String name) {
        return Optional.ofNullable(REASONS.get(name)).map(reason -> reason.equals("-") ? new Command.Pass(name) : new Command.Elsewhere(name, reason));
    }

    private static Map<String, String> reasons() {
        Map<String, String> reasons = new HashMap<>();
        for (List<String> row : ResourceTable.read(KnownCommands.class, "commands.tsv", 2)) {
            if (!row.get(1).isEmpty()) {
                reasons.put(row.get(0), row.get(1));
            }
        }
        return Map.copyOf(reasons);
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
