package dev.spoor.normalize;

import java.util.Set;

/** Which event ids a rule is for: all, some, or all but some. */
record EventIds(boolean except, Set<String> ids) {
    static EventIds parse(String text) {
        if (text.equals("*")) {
            return new EventIds(true, Set.of());
        }
        boolean except = text.startsWith("!");
        return new EventIds(except, Set.of((except ? text.substring(1) : text).split("\\|")));
    }

    boolean has(String id) {
        return ids.contains(id) != except;
    }
}
