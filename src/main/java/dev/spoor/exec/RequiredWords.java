package dev.spoor.exec;

import dev.spoor.exec.LiteralTest.Edges;
import dev.spoor.exec.LiteralTest.Form;
import dev.spoor.query.expr.ValueTest.HasWords;
import java.util.Comparator;
import java.util.List;

/**
 * Words one of which a text must contain to have some words, without regard to case. A word is lower-cased character by character, which is the same as case folding but for the capital I with
 * a dot, which becomes a plain i: where an i is sought, texts beyond ASCII are therefore all asked about.
 *
 * @param any   folded; empty where nothing is sure
 * @param edges what it says about a text that a word stands alone in it
 */
record RequiredWords(List<String> any, Edges edges) {
    private static final int MIN_LENGTH = 3;
    private static final int MAX_LENGTH = 200;

    static RequiredWords of(HasWords test) {
        return switch (test.mode()) {
            case ANY -> of(test.words(), Edges.DECIDE);
            case ALL, PHRASE -> longest(test.words());
            case PHRASE_PREFIX -> ofPart(longest(test.words()).any.stream().findFirst().orElse(""));
        };
    }

    /** For a part of a word. */
    static RequiredWords ofPart(String part) {
        return of(List.of(part), Edges.SAY_NOTHING);
    }

    /** For all of some words. */
    static RequiredWords longest(List<String> words) {
        return of(words.stream().max(Comparator.comparingInt(String::length)).stream().toList(), Edges.ARE_NEEDED);
    }

    private static RequiredWords of(List<String> words, Edges edges) {
        List<String> any = words.stream().map(CaseFolding::fold).distinct().toList();
        boolean sure = any.stream().allMatch(word -> word.length() >= MIN_LENGTH && word.length() <= MAX_LENGTH && !halved(word));
        boolean plain = any.stream().allMatch(word -> word.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9'));
        return new RequiredWords(sure ? any : List.of(), plain ? edges : Edges.SAY_NOTHING);
    }

    private static boolean halved(String word) {
        return word.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** The test, asked only where one of the words stands. */
    CompiledTest before(CompiledTest slow) {
        return any.isEmpty() ? slow : new LiteralTest(Form.HINT, any, edges, slow);
    }
}
