package dev.spoor.triage;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What kind of account an alert is about, told by its name: who decides about one of a kind decides about all of it. */
enum UserKind {
    NONE, SYSTEM, ANONYMOUS, MACHINE, SERVICE, ADMINISTRATOR, PERSON;

    private static final Set<String> SYSTEMS =
            Set.of("system", "localsystem", "local system", "local service", "network service", "s-1-5-18", "s-1-5-19", "s-1-5-20", "window manager",
                    "font driver host");

    /** By the user of an event or row. */
    static UserKind of(AlertFields event) {
        Optional<String> user = event.user();
        if (user.isEmpty()) {
            return NONE;
        }
        String name = user.get().toLowerCase(Locale.ROOT);
        String bare = name.substring(name.lastIndexOf('\\') + 1);
        int at = bare.indexOf('@');
        String own = at > 0 ? bare.substring(0, at) : bare;
        if (SYSTEMS.contains(own) || own.startsWith("dwm-") || own.startsWith("umfd-")) {
            return SYSTEM;
        }
        if (own.startsWith("anonymous") || own.equals("guest")) {
            return ANONYMOUS;
        }
        if (own.endsWith("$")) {
            return MACHINE;
        }
        if (own.equals("root") || own.contains("adm")) {
            return ADMINISTRATOR;
        }
        return own.startsWith("svc") || own.endsWith("svc") || own.contains("service") || own.startsWith("sa-") || own.startsWith("sa_") ? SERVICE : PERSON;
    }

    /** The lower-case word that stands in a shape; empty for none. */
    String word() {
        return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
    }
}
