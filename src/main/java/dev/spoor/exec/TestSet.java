package dev.spoor.exec;

import dev.spoor.event.Value.Kind;
import dev.spoor.exec.LiteralTest.Form;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.Dictionary;
import dev.spoor.segment.GramFilter;
import dev.spoor.segment.Lines;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Many tests on the values of one field, decided together in one pass over a dictionary: whole texts are looked up in a table; of every other literal some four bytes are looked for at each
 * place of the text (a filter and verification in the manner of Wu and Manber). Gives the same answers as the tests themselves. Immutable; thread-safe.
 */
public final class TestSet {
    /** It folds to itself, but in words it is lower-cased to a plain i. */
    private static final char DOTTED_I = '\u0130';
    private final LiteralTest[] tests;
    private final WholeTexts wholes;
    private final LiteralGrams grams;
    /** Whether a literal that is looked for without regard to case has characters beyond ASCII. */
    private final boolean beyondAscii;
    private final boolean ignoresCase;

    /** A set of tests, each of which it {@link #takes}. */
    public TestSet(List<CompiledTest> all) {
        tests = all.stream().map(LiteralTest.class::cast).toArray(LiteralTest[]::new);
        wholes = new WholeTexts(tests);
        grams = new LiteralGrams(tests);
        ignoresCase = Arrays.stream(tests).anyMatch(LiteralTest::ignoreCase);
        beyondAscii = Arrays.stream(tests).anyMatch(test -> test.ignoreCase() && !test.asciiNeedles());
    }

    /** Whether a test can be decided with others: one that needs literals that are not too short. */
    public static boolean takes(CompiledTest test) {
        return test instanceof LiteralTest literal
                && (literal.form() == Form.WHOLE || literal.shortest() >= GramFilter.GRAM && literal.needles().stream().noneMatch(Needle::severalLines));
    }

    /** How likely it is that a value somewhere passes a test: a guess from the lengths of its literals, to compare tests with. */
    public static double chance(CompiledTest test) {
        return test instanceof LiteralTest literal ? literal.needles().stream().mapToDouble(needle -> 1.0 / needle.length()).sum() : Double.MAX_VALUE;
    }

    /** How many tests there are. */
    public int size() {
        return tests.length;
    }

    /** Whether one of the texts behind a filter may pass a test, by its place in the list. */
    public boolean mayPass(int test, GramFilter filter) {
        return tests[test].mayPass(filter);
    }

    /** Decides all tests for all values. */
    public Passing decide(Dictionary dictionary) {
        Passing passing = new Passing(tests.length);
        if (dictionary.packed() || dictionary.lines() != null) {
            decide(dictionary, Bitmap.all(dictionary.size()), passing);
        } else {
            for (int code = 0; !wholes.isEmpty() && code < dictionary.size(); code++) {
                lookUp(dictionary, code, dictionary.arena(), dictionary.start(code), dictionary.start(code + 1), passing);
            }
            grams.search(dictionary.arena(), 0, dictionary.textBytes(), new Places(dictionary, passing));
        }
        Bitmap folded = unsure(dictionary);
        for (int code = folded.next(0); code >= 0; code = folded.next(code + 1)) {
            decideFolded(dictionary, code, passing);
        }
        return passing;
    }

    /** Decides all tests for the values of some codes. */
    public Passing decide(Dictionary dictionary, Bitmap codes) {
        Passing passing = new Passing(tests.length);
        decide(dictionary, codes, passing);
        Bitmap folded = unsure(dictionary);
        for (int code = folded.next(0); code >= 0; code = folded.next(code + 1)) {
            if (codes.get(code)) {
                decideFolded(dictionary, code, passing);
            }
        }
        return passing;
    }

    private void decide(Dictionary dictionary, Bitmap codes, Passing passing) {
        if (dictionary.lines() != null) {
            decideByLines(dictionary, codes, passing);
            return;
        }
        Places places = new Places(dictionary, passing);
        for (int code = codes.next(0); code >= 0; code = codes.next(code + 1)) {
            Dictionary.Text text = dictionary.text(code);
            lookUp(dictionary, code, text.bytes(), text.from(), text.to(), passing);
            places.only(code, text);
            grams.search(text.bytes(), text.from(), text.to(), places);
        }
    }

    /** Searches each line once, and then looks which texts have the lines in which something was found. */
    private void decideByLines(Dictionary dictionary, Bitmap codes, Passing passing) {
        Lines lines = dictionary.lines();
        LineHits hits = new LineHits(tests, grams, lines.lines(), lines.linesOf(codes));
        Lines.Composition composition = lines.composition();
        for (int code = codes.next(0); code >= 0; code = codes.next(code + 1)) {
            if (wholes.mayHave(lines.length(code))) {
                Dictionary.Text text = dictionary.text(code);
                lookUp(dictionary, code, text.bytes(), text.from(), text.to(), passing);
            }
            int first = composition.starts()[code];
            int last = composition.starts()[code + 1] - 1;
            for (int place = first; place <= last; place++) {
                for (int hit = hits.first(composition.lines()[place]); hit >= 0; hit = hits.next(hit)) {
                    int test = hits.test(hit);
                    if (hits.fits(hit, place == first, place == last) && passing.asks(test, code) && dictionary.kind(code) != Kind.JSON
                            && (hits.decided(hit) || tests[test].confirms(dictionary, code))) {
                        passing.add(test, code);
                    }
                }
            }
        }
    }

    private void lookUp(Dictionary dictionary, int code, byte[] bytes, int from, int to, Passing passing) {
        for (int entry = wholes.first(bytes, from, to); entry >= 0; entry = wholes.next(entry, bytes, from, to)) {
            if (dictionary.kind(code) != Kind.JSON) {
                passing.add(wholes.test(entry), code);
            }
        }
    }

    /** The codes in which a search of the bytes, or a filter, may miss what is equal without regard to case. Must not be changed. */
    public Bitmap unsure(Dictionary dictionary) {
        return !ignoresCase ? new Bitmap(dictionary.size()) : beyondAscii ? dictionary.beyondAscii() : dictionary.foldsToAscii();
    }

    private void decideFolded(Dictionary dictionary, int code, Passing passing) {
        if (dictionary.kind(code) == Kind.JSON) {
            return;
        }
        String folded = CaseFolding.fold(dictionary.value(code).text());
        decideFolded(dictionary, code, folded.getBytes(StandardCharsets.UTF_8), passing);
        if (folded.indexOf(DOTTED_I) >= 0) {
            decideFolded(dictionary, code, folded.replace(DOTTED_I, 'i').getBytes(StandardCharsets.UTF_8), passing);
        }
    }

    private void decideFolded(Dictionary dictionary, int code, byte[] bytes, Passing passing) {
        LiteralGrams.Found asked = (test, _, _, _) -> {
            if (tests[test].ignoreCase() && tests[test].passes(dictionary.value(code))) {
                passing.add(test, code);
            }
        };
        for (int entry = wholes.first(bytes, 0, bytes.length); entry >= 0; entry = wholes.next(entry, bytes, 0, bytes.length)) {
            asked.at(wholes.test(entry), null, 0, 0);
        }
        grams.search(bytes, 0, bytes.length, asked);
    }

    /** Tells which text a literal was found in, and whether it stands where it must. */
    private final class Places implements LiteralGrams.Found {
        private final Dictionary dictionary;
        private final Passing passing;
        private int code;
        /** Where the only text that is searched begins and ends; or the whole arena. */
        private int from = -1;
        private int to;

        Places(Dictionary dictionary, Passing passing) {
            this.dictionary = dictionary;
            this.passing = passing;
        }

        void only(int one, Dictionary.Text text) {
            code = one;
            from = text.from();
            to = text.to();
        }

        @Override public void at(int test, byte[] bytes, int begin, int end) {
            int first = from;
            int last = to;
            if (from < 0) {
                while (dictionary.start(code) > begin) {
                    code--;
                }
                code = dictionary.codeAt(begin, code);
                first = dictionary.start(code);
                last = dictionary.start(code + 1);
            }
            boolean inside = end <= last && switch (tests[test].form()) {
                case WHOLE -> begin == first && end == last;
                case PREFIX -> begin == first;
                case SUFFIX -> end == last;
                case CONTAINS, HINT -> true;
            };
            if (inside && !tests[test].ruledOut(bytes, first, last, begin, end) && passing.asks(test, code) && dictionary.kind(code) != Kind.JSON
                    && (tests[test].decided(bytes, first, last, begin, end) || tests[test].confirms(dictionary, code))) {
                passing.add(test, code);
            }
        }
    }
}
