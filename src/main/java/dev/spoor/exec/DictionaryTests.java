package dev.spoor.exec;

import dev.spoor.event.Value.Kind;
import dev.spoor.exec.LiteralTest.Form;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.Dictionary;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Decides many tests on one dictionary. The first few are decided one by one; when there are more, whole texts are looked up in a table, and all literals that are looked for
 * in this field are searched in one pass. Gives the same answers as the tests themselves. Not thread-safe.
 */
final class DictionaryTests {
    /** So many tests are decided on their own before the work for all is done. */
    private static final int ON_THEIR_OWN = 8;
    /** Work that is done sparingly at most, in passes over all texts. */
    private static final int PASSES = 4;
    private static final int[] NO_CODES = {};
    private final Dictionary dictionary;
    private final NeedleRegister register;
    private final Map<String, int[]> exact = new HashMap<>();
    private final Map<String, int[]> folded = new HashMap<>();
    private int wholes;
    private long spent;
    private int searches;
    private NeedleSet.Hits hits;

    DictionaryTests(Dictionary dictionary, NeedleRegister register) {
        this.dictionary = dictionary;
        this.register = register;
    }

    /**
     * Whether a test had better be asked only about the values of some events. For a single test it had; for literals of many rules the work is counted, and when it has
     * become more than searching all texts a few times, they are searched for all.
     */
    boolean sparing(CompiledTest test, int events) {
        if (!(test instanceof LiteralTest literal)) {
            return true;
        }
        if (NeedleSet.takes(literal)) {
            register.add(literal);
        }
        boolean known = hits != null && hits.knows(literal) || literal.form() == Form.WHOLE && wholes > ON_THEIR_OWN;
        spent += events * (1L + dictionary.textBytes() / Math.max(1, dictionary.size()));
        return !known && spent < PASSES * (long) dictionary.textBytes();
    }

    /** The codes that pass. Must not be changed. */
    Bitmap passing(CompiledTest test) {
        if (test instanceof LiteralTest literal) {
            if (literal.form() == Form.WHOLE) {
                return ++wholes > ON_THEIR_OWN ? lookUp(literal) : literal.passing(dictionary);
            }
            if (NeedleSet.takes(literal)) {
                return search(literal);
            }
        }
        return test.passing(dictionary);
    }

    private Bitmap lookUp(LiteralTest test) {
        Map<String, int[]> codes = test.ignoreCase() ? folded : exact;
        if (codes.isEmpty()) {
            for (int code = 0; code < dictionary.size(); code++) {
                if (dictionary.kind(code) != Kind.JSON) {
                    String text = dictionary.value(code).text();
                    codes.merge(test.ignoreCase() ? CaseFolding.fold(text) : text, new int[] {code}, DictionaryTests::joined);
                }
            }
        }
        Bitmap result = new Bitmap(dictionary.size());
        for (int code : codes.getOrDefault(test.literal(), NO_CODES)) {
            result.set(code);
        }
        return result;
    }

    private Bitmap search(LiteralTest test) {
        register.add(test);
        if (hits == null && ++searches > ON_THEIR_OWN) {
            hits = register.needles().search(dictionary);
        }
        return hits != null && hits.knows(test) ? hits.passing(test) : test.passing(dictionary);
    }

    private static int[] joined(int[] left, int[] right) {
        int[] both = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, both, left.length, right.length);
        return both;
    }
}
