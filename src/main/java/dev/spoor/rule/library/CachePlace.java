package dev.spoor.rule.library;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where what was read is kept. */
final class CachePlace {
    private CachePlace() {}

    /** SPOOR_CACHE where it is set, else the usual place of the operating system. */
    static Path of(Map<String, String> environment, String home, String system) {
        String stated = environment.getOrDefault("SPOOR_CACHE", "");
        if (!stated.isBlank()) {
            return Path.of(stated);
        }
        String local = environment.getOrDefault("LOCALAPPDATA", "");
        if (system.toLowerCase(Locale.ROOT).startsWith("windows") && !local.isBlank()) {
            return Path.of(local, "Spoor", "Cache");
        }
        String caches = environment.getOrDefault("XDG_CACHE_HOME", "");
        return caches.isBlank() ? Path.of(home, ".cache", "spoor") : Path.of(caches, "spoor");
    }
}
