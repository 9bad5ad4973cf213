package dev.spoor.exec;

import dev.spoor.query.expr.ValueTest.HasWords;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Texts one of which a value must contain to have some words. A word is lower-cased character by character, which is the same as case folding but for the capital I with a dot, which becomes a
 * plain i: so only the parts of a word between its i's are sure.
 */
final class RequiredWords {
    private static final int MIN_LENGTH = 3;

    private RequiredWords() {}

    static List<String> of(HasWords test) {
        return switch (test.mode()) {
            case ANY -> ofWord(test.words());
            case ALL, PHRASE, PHRASE_PREFIX -> all(test.words());
        };
    }

    /** For one of some words; empty where nothing is sure. */
    static List<String> ofWord(List<String> words) {
        List<String> parts = words.stream().map(RequiredWords::part).toList();
        return parts.stream().allMatch(part -> part.length() >= MIN_LENGTH) ? parts.stream().distinct().toList() : List.of();
    }

    /** For all of some words. */
    static List<String> all(List<String> words) {
        return words.stream().map(RequiredWords::part).filter(part -> part.length() >= MIN_LENGTH).max(Comparator.comparingInt(String::length)).stream().toList();
    }

    private static String part(String word) {
        boolean halved = word.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        return halved ? "" : Stream.of(CaseFolding.fold(word).split("i")).max(Comparator.comparingInt(String::length)).orElse("");
    }
}
