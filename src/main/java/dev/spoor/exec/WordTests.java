package dev.spoor.exec;

import dev.spoor.event.Value;
import dev.spoor.query.expr.ValueTest.HasWords;
import dev.spoor.query.expr.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Conditions on the words of a text. */
final class WordTests {
    private WordTests() {}

    static CompiledTest of(HasWords test) {
        List<String> wanted = test.words();
        if (wanted.isEmpty()) {
            return value -> false;
        }
        return switch (test.mode()) {
            case ANY -> any(Set.copyOf(wanted));
            case ALL -> value -> hasAll(value.text(), wanted, false) && new HashSet<>(Words.of(value.text())).containsAll(wanted);
            case PHRASE -> value -> hasAll(value.text(), wanted, true) && phrase(Words.of(value.text()), wanted, false);
            case PHRASE_PREFIX -> value -> hasAll(value.text(), wanted, true) && phrase(Words.of(value.text()), wanted, true);
        };
    }

    /** Whether a text has some words as parts, which is quick to find out; in order, one behind the other. */
    private static boolean hasAll(String text, List<String> wanted, boolean ordered) {
        String lower = Words.lower(text);
        int from = 0;
        for (String word : wanted) {
            int found = lower.indexOf(word, from);
            if (found < 0) {
                return false;
            }
            from = ordered ? found + word.length() : 0;
        }
        return true;
    }

    /** One of the words of the text passes. */
    static CompiledTest anyWord(CompiledTest test) {
        return value -> Words.of(value.text()).stream().anyMatch(word -> test.passes(Value.string(word)));
    }

    /** The words stand within {@code slop} moves of the order given. */
    static CompiledTest near(List<String> wanted, int slop) {
        return value -> !wanted.isEmpty() && near(Words.of(value.text()), wanted, slop);
    }

    private static boolean near(List<String> words, List<String> wanted, int slop) {
        List<TreeSet<Integer>> shifts = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            TreeSet<Integer> shift = new TreeSet<>();
            for (int place = 0; place < words.size(); place++) {
                if (words.get(place).equals(wanted.get(i))) {
                    shift.add(place - i);
                }
            }
            shifts.add(shift);
        }
        return shifts.stream().flatMap(TreeSet::stream).anyMatch(low -> shifts.stream().allMatch(shift -> {
            Integer next = shift.ceiling(low);
            return next != null && next - low <= slop;
        }));
    }

    private static CompiledTest any(Set<String> wanted) {
        return value -> {
            for (String word : Words.of(value.text())) {
                if (wanted.contains(word)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static boolean phrase(List<String> words, List<String> wanted, boolean prefix) {
        for (int i = 0; i + wanted.size() <= words.size(); i++) {
            if (phraseAt(words, i, wanted, prefix)) {
                return true;
            }
        }
        return false;
    }

    private static boolean phraseAt(List<String> words, int begin, List<String> wanted, boolean prefix) {
        int last = wanted.size() - 1;
        for (int i = 0; i < last; i++) {
            if (!words.get(begin + i).equals(wanted.get(i))) {
                return false;
            }
        }
        String word = words.get(begin + last);
        return prefix ? word.startsWith(wanted.get(last)) : word.equals(wanted.get(last));
    }
}
