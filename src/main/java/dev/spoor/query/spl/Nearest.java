package dev.spoor.query.spl;

import java.util.Collection;
import java.util.Optional;

/** Finds the name that somebody may have meant. */
final class Nearest {
    private static final int MAX_LENGTH = 60;

    private Nearest() {}

    /** The first name, in alphabetical order, with the fewest changes of a letter (two at most), ignoring case. */
    static Optional<String> to(String word, Collection<String> names) {
        String wanted = SplScanner.lower(word);
        if (wanted.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String best = null;
        int least = wanted.length() < 4 ? 2 : 3;
        for (String name : names.stream().sorted().toList()) {
            int distance = name.length() > MAX_LENGTH ? least : distance(wanted, SplScanner.lower(name));
            if (distance < least) {
                least = distance;
                best = name;
            }
        }
        return Optional.ofNullable(best);
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int next = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
                diagonal = row[j];
                row[j] = next;
            }
        }
        return row[b.length()];
    }
}
