package dev.spoor.query.parse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that somebody may have meant by a name that nothing has. */
public final class Suggestions {
    private static final int LONGEST = 200;

    private Suggestions() {}

    private record Candidate(String name, int distance) {}

    /**
     * At most three known names near an unknown one, nearest first, equally near ones by name: the same in other letter case, names that end in it behind
     * a dot, names that a few slips of the keyboard away (a third of the length, at most three).
     */
    public static List<String> near(String name, Collection<String> known) {
        if (name.length() > LONGEST) {
            return List.of();
        }
        String wanted = name.toLowerCase(Locale.ROOT);
        int limit = Math.clamp(wanted.length() / 3, 1, 3);
        List<Candidate> candidates = new ArrayList<>();
        for (String candidate : known) {
            int distance = distance(wanted, candidate.toLowerCase(Locale.ROOT), limit);
            if (distance <= limit) {
                candidates.add(new Candidate(candidate, distance));
            }
        }
        return candidates.stream().sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name)).limit(3).map(Candidate::name).toList();
    }

    /** A question that ends a message, with a blank before it; empty where nothing is near. */
    public static String question(String name, Collection<String> known) {
        List<String> near = near(name, known);
        return near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?";
    }

    private static int distance(String wanted, String candidate, int limit) {
        if (candidate.endsWith("." + wanted)) {
            return 1;
        }
        return Math.abs(wanted.length() - candidate.length()) > limit ? limit + 1 : edits(wanted, candidate);
    }

    /** Insertions, deletions, replacements and swaps of neighbours that make one text of the other (optimal string alignment). */
    private static int edits(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(cost[i - 1][j - 1] + same, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
