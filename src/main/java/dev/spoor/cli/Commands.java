package dev.spoor.cli;

import java.util.List;

/** The list of all commands. */
final class Commands {
    private Commands() {}

    /** New command objects, one of each. */
    static List<Object> all() {
        return List.of();
    }
}
