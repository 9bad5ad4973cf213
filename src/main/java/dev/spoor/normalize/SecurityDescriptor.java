package dev.spoor.normalize;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** Puts the entries of a security descriptor in SDDL (Windows documentation) into words, as Elastic's pipelines do. */
final class SecurityDescriptor {
    private final Map<String, String> accounts;
    private final Map<String, String> kinds;
    private final Map<String, String> rights;

    SecurityDescriptor(MappingTables tables) {
        accounts = tables.values("sddl_account");
        kinds = tables.values("sddl_entry");
        rights = tables.values("sddl_right");
    }

    /** The entries of the access list that begins with a mark ({@code D:} or {@code S:}), in order. */
    List<String> entries(String sddl, String mark) {
        List<String> found = new ArrayList<>();
        int at = sddl.indexOf(mark);
        if (at < 0) {
            return found;
        }
        int next = at + 2;
        while (true) {
            int open = sddl.indexOf('(', next);
            int list = sddl.indexOf(':', next);
            if (open < 0 || list >= 0 && list < open) {
                return found;
            }
            int close = sddl.indexOf(')', open);
            if (close < 0) {
                return found;
            }
            String[] parts = sddl.substring(open + 1, close).split(";", -1);
            if (parts.length >= 6) {
                found.add(account(parts[5]) + " :" + named(kinds, parts[0]) + " (" + permissions(parts[2]) + ")");
            }
            next = close + 1;
        }
    }

    /** The name of a well-known account, else the text itself. */
    String account(String sid) {
        String known = accounts.get(sid.toLowerCase(Locale.ROOT));
        if (known == null && sid.startsWith("S-1-5-21-")) {
            known = accounts.get(sid.substring(sid.lastIndexOf('-')));
        }
        return known == null ? sid : known;
    }

    private String permissions(String text) {
        if (text.startsWith("0x")) {
            return "[" + text + "]";
        }
        StringJoiner words = new StringJoiner(", ", "[", "]");
        for (int i = 0; i + 1 < text.length(); i += 2) {
            words.add(named(rights, text.substring(i, i + 2)));
        }
        return words.toString();
    }

    private static String named(Map<String, String> table, String key) {
        return table.getOrDefault(key.toLowerCase(Locale.ROOT), key);
    }
}
