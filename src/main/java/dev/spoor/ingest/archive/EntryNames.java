package dev.spoor.ingest.archive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes names of entries fit to be shown and says what is odd about them. Remembers the names of one container as numbers of 64 bits. Not thread-safe. */
final class EntryNames {
    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private final int limit;
    private final Set<Long> seen = new HashSet<>();

    EntryNames(ArchiveLimits limits) {
        this.limit = limits.name();
    }

    /** The name with control characters and lone surrogates written out, cut at the limit, never empty. */
    String shown(String name) {
        StringBuilder out = new StringBuilder(Math.min(limit, name.length()) + 8);
        for (int i = 0; i < name.length() && out.length() < limit; i++) {
            char c = name.charAt(i);
            boolean pair = Character.isHighSurrogate(c) && i + 1 < name.length() && Character.isLowSurrogate(name.charAt(i + 1));
            if (pair) {
                out.append(c).append(name.charAt(++i));
            } else if (c < ' ' || c == 0x7F) {
                out.append(String.format(Locale.ROOT, "\\x%02x", (int) c));
            } else {
                out.append(Character.isSurrogate(c) ? '\uFFFD' : c);
            }
        }
        return out.isEmpty() ? "(no name)" : name.length() > limit ? out.append('…').toString() : out.toString();
    }

    /** What is odd about a name of this container, as the rest of a sentence that begins with the entry. Each name is to be asked about once per entry. */
    Optional<String> odd(String name) {
        List<String> odd = new ArrayList<>();
        if (!seen.add(hash(name))) {
            odd.add("another entry before has the same name");
        }
        if (name.isEmpty()) {
            odd.add("it has no name");
        }
        if (name.startsWith("/") || name.startsWith("\\") || name.length() > 1 && name.charAt(1) == ':' && Character.isLetter(name.charAt(0))) {
            odd.add("its name is absolute");
        }
        if (leaves(name)) {
            odd.add("its name leads out of the archive");
        }
        if (name.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
            odd.add("its name holds control characters");
        }
        if (name.length() > limit) {
            odd.add("its name has " + name.length() + " characters, of which " + limit + " are kept");
        }
        return odd.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", odd) + "; it is read, and nothing is written under that name");
    }

    private static boolean leaves(String name) {
        for (String part : name.split("[/\\\\]", -1)) {
            if (part.equals("..")) {
                return true;
            }
        }
        return false;
    }

    private static long hash(String name) {
        long hash = FNV_BASIS;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }
}
