package dev.spoor.ingest.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells whether a row holds names, and names the columns that have none. */
final class HeaderNames {
    private static final int LONGEST = 128;
    private static final int MAX_WORDS = 8;

    private HeaderNames() {}

    /** Whether the cells of a row look like names of columns: most are filled, all filled ones are short words with a letter, few come twice. */
    static boolean are(List<String> cells) {
        Set<String> distinct = new HashSet<>();
        int filled = 0;
        for (String cell : cells) {
            if (!cell.isBlank()) {
                filled++;
                distinct.add(cell);
                if (!name(cell.strip())) {
                    return false;
                }
            }
        }
        return filled > 0 && filled * 4 >= cells.size() * 3 && distinct.size() * 2 >= filled;
    }

    /** The names of the columns: those of the row; {@code column_3} where it names none, and for columns behind it. */
    static List<String> of(List<String> cells, boolean named, int extra) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < cells.size() + extra; i++) {
            String name = named && i < cells.size() ? cells.get(i).strip() : "";
            names.add(name.isEmpty() ? column(i) : name);
        }
        return names;
    }

    /** The name of a column that has none, counted from 0. */
    static String column(int index) {
        return "column_" + (index + 1);
    }

    private static boolean name(String text) {
        if (text.length() > LONGEST || text.chars().noneMatch(Character::isLetter) || text.chars().filter(c -> c == ' ').count() >= MAX_WORDS) {
            return false;
        }
        int first = text.codePointAt(0);
        boolean begins = Character.isLetter(first) || first == '_' || first == '@' || first == '#' || first == '$';
        return begins && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK
                || " _.@#$%()/-[]{}'\u2019&+*:?\u00B0".indexOf(c) >= 0) && !text.contains(": ") && !text.endsWith(".") && !text.contains(". ") | text.startsWith("Id. ");
    }
}
