package dev.spoor.exec;

import dev.spoor.query.expr.ValueTest.HasWords;
import dev.spoor.query.expr.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
            case ALL -> value -> new HashSet<>(Words.of(value.text())).containsAll(wanted);
            case PHRASE -> value -> phrase(Words.of(value.text()), wanted, false);
            case PHRASE_PREFIX -> value -> phrase(Words.of(value.text()), wanted, true);
        };
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
