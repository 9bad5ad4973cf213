package dev.spoor.ui.alerts;

import dev.spoor.workbench.EventDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which fields of an event a query names, and which of its words occur in their values: what the eye looks for first when asking why a rule matched. It
 * reads the query as a row of words, whatever the language; time is in proportion to query and event.
 */
final class NamedFields {
    private static final int MOST_WORDS = 400;
    private static final Set<String> NO_VALUES = Set.of("and", "or", "not", "where", "with", "from", "like", "any", "the", "selection", "condition", "true", "false",
            "null", "by", "search", "eval", "stats", "count", "endswith", "startswith", "contains", "all", "event", "process", "file", "sequence");

    /** Some characters of a value, from {@code start} to before {@code end}. */
    record Mark(int start, int end) {}

    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private final List<String> words;

    /** Finds the fields of an event that a query names, in the order in which it names them. */
    NamedFields(String query, EventDocument event) {
        Set<String> found = new LinkedHashSet<>();
        for (String word : words(query)) {
            if (!field(word, event)) {
                literals(word, found);
            }
        }
        words = found.stream().sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder())).limit(MOST_WORDS).toList();
    }

    /** The named fields with their values in the event. */
    Map<String, List<String>> fields() {
        return fields;
    }

    /** Where words of the query occur in a value, in order, without overlap; longer words win. */
    List<Mark> marks(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        if (lower.length() != value.length()) {
            return List.of();
        }
        boolean[] taken = new boolean[value.length()];
        List<Mark> marks = new ArrayList<>();
        for (String word : words) {
            int at = lower.indexOf(word);
            while (at >= 0) {
                if (!taken[at] && !taken[at + word.length() - 1]) {
                    marks.add(new Mark(at, at + word.length()));
                    for (int i = at; i < at + word.length(); i++) {
                        taken[i] = true;
                    }
                }
                at = lower.indexOf(word, at + word.length());
            }
        }
        marks.sort(Comparator.comparingInt(Mark::start));
        return marks;
    }

    private boolean field(String word, EventDocument event) {
        for (String path : List.of(word, "EventData." + word, "System." + word)) {
            List<String> values = event.fields().containsKey(path) ? event.fields().get(path) : event.source().get(path);
            if (values != null) {
                fields.putIfAbsent(path, values);
                return true;
            }
        }
        return false;
    }

    private static void literals(String word, Set<String> into) {
        for (String part : word.toLowerCase(Locale.ROOT).split("[*?%]+")) {
            String text = part.replace("\\\\", "\\");
            if (text.length() > 1 && !NO_VALUES.contains(text) && (text.length() > 2 || !text.chars().allMatch(Character::isLetter))) {
                into.add(text);
            }
        }
    }

    /** Quoted texts without their quotes, and runs of characters that words are made of. */
    private static List<String> words(String query) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < query.length()) {
            char c = query.charAt(at);
            int end = at + 1;
            if (c == '"' || c == '\'') {
                while (end < query.length() && query.charAt(end) != c && query.charAt(end) != '\n') {
                    end += query.charAt(end) == '\\' ? 2 : 1;
                }
                words.add(query.substring(at + 1, Math.min(end, query.length())));
                end++;
            } else if (part(c)) {
                while (end < query.length() && part(query.charAt(end))) {
                    end++;
                }
                words.add(query.substring(at, end));
            }
            at = end;
        }
        return words;
    }

    private static boolean part(char c) {
        return Character.isLetterOrDigit(c) || "_.@*?\\-$%".indexOf(c) >= 0;
    }
}
