package dev.spoor.exec;

import dev.spoor.event.Value;
import dev.spoor.event.Value.Kind;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.Dictionary;
import dev.spoor.segment.GramFilter;
import dev.spoor.segment.Lines;
import java.util.List;

/**
 * A pattern that only texts with one of some literals can match, decided on the bytes of a dictionary: where the pattern is no more than its literals, the bytes decide alone. Where case is
 * ignored and characters beyond ASCII are involved, {@link CaseFolding} decides on texts.
 */
final class LiteralTest implements CompiledTest {
    /** So many whole texts are compared one by one; more are looked up. */
    private static final int FEW = 4;

    /** What the pattern asks of its literals. */
    enum Form {
        WHOLE, PREFIX, SUFFIX, CONTAINS,
        /** One of them must be somewhere, and then the pattern must be tried. */
        HINT
    }

    /** What it means for a literal that is a word of ASCII letters and digits whether it stands alone. */
    enum Edges {
        /** Where it is part of a longer word it does not count; where it stands alone the test passes. */
        DECIDE,
        /** Where it is part of a longer word it does not count. */
        ARE_NEEDED, SAY_NOTHING
    }

    private final Form form;
    private final Edges edges;
    private final List<Needle> needles;
    private final boolean ignoreCase;
    private final boolean asciiNeedles;
    private final CompiledTest slow;
    private final int shortest;

    /**
     * A test.
     *
     * @param literals not empty, none of them; folded where case is ignored
     * @param slow     gives the same answer for any value
     */
    LiteralTest(Form form, List<String> literals, boolean ignoreCase, CompiledTest slow) {
        this(form, literals, ignoreCase, Edges.SAY_NOTHING, true, slow);
    }

    /** A test on words, whose case does not count. */
    LiteralTest(Form form, List<String> words, Edges edges, CompiledTest slow) {
        this(form, words, true, edges, words.stream().noneMatch(word -> word.indexOf('i') >= 0), slow);
    }

    private LiteralTest(Form form, List<String> literals, boolean ignoreCase, Edges edges, boolean sure, CompiledTest slow) {
        this.form = form;
        this.edges = edges;
        this.needles = literals.stream().map(literal -> new Needle(literal, ignoreCase)).toList();
        this.ignoreCase = ignoreCase;
        this.asciiNeedles = sure && needles.stream().allMatch(Needle::ascii);
        this.slow = slow;
        this.shortest = needles.stream().mapToInt(Needle::length).min().orElseThrow();
    }

    /** A test that knows only bytes: in doubt it says no. */
    private LiteralTest(Form form, List<Needle> needles, Edges edges, boolean ignoreCase, boolean asciiNeedles) {
        this.form = form;
        this.edges = edges;
        this.needles = needles;
        this.ignoreCase = ignoreCase;
        this.asciiNeedles = asciiNeedles;
        this.slow = _ -> false;
        this.shortest = needles.stream().mapToInt(Needle::length).min().orElseThrow();
    }

    @Override public boolean passes(Value value) {
        return slow.passes(value);
    }

    @Override public boolean passes(Dictionary dictionary, int code) {
        if (form == Form.WHOLE && needles.size() > FEW || ignoreCase && doubtful(dictionary).get(code)) {
            return slow.passes(dictionary.value(code));
        }
        Dictionary.Text text = dictionary.text(code);
        if (text.to() - text.from() < shortest) {
            return false;
        }
        for (Needle needle : needles) {
            if (form == Form.HINT ? stands(needle, text) : fits(needle, text)) {
                return form != Form.HINT || slow.passes(dictionary.value(code));
            }
        }
        return false;
    }

    /** Whether a needle stands somewhere in a text as it must to count. */
    private boolean stands(Needle needle, Dictionary.Text text) {
        int at = text.to() - text.from() < needle.length() ? -1 : needle.find(text.bytes(), text.from(), text.to());
        while (at >= 0 && ruledOut(text.bytes(), text.from(), text.to(), at, at + needle.length())) {
            at = text.to() - at - 1 < needle.length() ? -1 : needle.find(text.bytes(), at + 1, text.to());
        }
        return at >= 0;
    }

    /**
     * Whether a literal does not count where it stands.
     *
     * @param from where the text begins
     * @param to   where it ends
     */
    boolean ruledOut(byte[] bytes, int from, int to, int begin, int end) {
        return edges != Edges.SAY_NOTHING && WordEdges.joined(bytes, from, to, begin, end);
    }

    /** Whether the test passes because of how a literal stands; else the pattern must be tried. */
    boolean decided(byte[] bytes, int from, int to, int begin, int end) {
        return form != Form.HINT || edges == Edges.DECIDE && WordEdges.alone(bytes, from, to, begin, end);
    }

    private boolean fits(Needle needle, Dictionary.Text text) {
        int length = text.to() - text.from();
        return needle.length() <= length && switch (form) {
            case WHOLE -> length == needle.length() && needle.at(text.bytes(), text.from());
            case PREFIX -> needle.at(text.bytes(), text.from());
            case SUFFIX -> needle.at(text.bytes(), text.to() - needle.length());
            case CONTAINS, HINT -> needle.find(text.bytes(), text.from(), text.to()) >= 0;
        };
    }

    @Override public Bitmap passing(Dictionary dictionary) {
        return anywhere() ? scan(dictionary) : CompiledTest.super.passing(dictionary);
    }

    Form form() {
        return form;
    }

    List<Needle> needles() {
        return needles;
    }

    boolean ignoreCase() {
        return ignoreCase;
    }

    /** Whether all literals are ASCII: only two characters beyond it are equal to ASCII letters without regard to case. */
    boolean asciiNeedles() {
        return asciiNeedles;
    }

    /** Bytes of the shortest literal. */
    int shortest() {
        return shortest;
    }

    /** Whether a literal may stand anywhere in a text. */
    boolean anywhere() {
        return form == Form.CONTAINS || form == Form.HINT;
    }

    /** Whether the pattern matches a text that has a literal where it must be. */
    boolean confirms(Dictionary dictionary, int code) {
        return form != Form.HINT || slow.passes(dictionary.value(code));
    }

    /** Whether the texts behind a filter may have one of the literals. */
    boolean mayPass(GramFilter filter) {
        for (Needle needle : needles) {
            if (needle.length() < GramFilter.GRAM || filter.mayHave(needle.bytes())) {
                return true;
            }
        }
        return false;
    }

    /** The codes for which folding decides, not the bytes. */
    private Bitmap doubtful(Dictionary dictionary) {
        return !ignoreCase ? new Bitmap(0) : asciiNeedles ? dictionary.foldsToAscii() : dictionary.beyondAscii();
    }

    /** The codes of the texts that pass. */
    private Bitmap scan(Dictionary dictionary) {
        Lines lines = dictionary.lines();
        return lines == null ? scanTexts(dictionary) : scanLines(dictionary, lines);
    }

    /** Searches the lines, each of which is there once; a literal that goes over several lines is sought by its longest line. */
    private Bitmap scanLines(Dictionary dictionary, Lines lines) {
        boolean whole = form == Form.CONTAINS && needles.stream().noneMatch(Needle::severalLines);
        LiteralTest inLine = new LiteralTest(Form.CONTAINS, needles.stream().map(Needle::longestLine).toList(), edges, ignoreCase, asciiNeedles);
        Bitmap result = lines.having(inLine.scanTexts(lines.lines()));
        for (int code = result.next(0); code >= 0; code = result.next(code + 1)) {
            if (dictionary.kind(code) == Kind.JSON || !whole && !passes(dictionary, code)) {
                result.clear(code);
            }
        }
        askDoubtful(dictionary, result);
        return result;
    }

    /** Searches all texts as one, and then asks those alone in which the bytes do not tell. */
    private Bitmap scanTexts(Dictionary dictionary) {
        Bitmap result = new Bitmap(dictionary.size());
        for (Needle needle : needles) {
            if (!dictionary.packed()) {
                scan(needle, dictionary, dictionary.arena(), 0, dictionary.textBytes(), result);
            }
        }
        if (dictionary.packed()) {
            scanFrames(dictionary, result);
        }
        askDoubtful(dictionary, result);
        return result;
    }

    private void scanFrames(Dictionary dictionary, Bitmap result) {
        try (Dictionary.FrameReader reader = dictionary.frameReader()) {
            for (int frame = 0; frame < dictionary.frames(); frame++) {
                if (mayPass(dictionary.filter(frame))) {
                    byte[] texts = reader.texts(frame);
                    int length = dictionary.frameStart(frame + 1) - dictionary.frameStart(frame);
                    for (Needle needle : needles) {
                        scan(needle, dictionary, texts, dictionary.frameStart(frame), length, result);
                    }
                }
            }
        }
    }

    /** Searches texts that begin at a place of the arena. */
    private void scan(Needle needle, Dictionary dictionary, byte[] bytes, int begin, int length, Bitmap result) {
        int code = 0;
        int at = needle.find(bytes, 0, length);
        while (at >= 0) {
            code = dictionary.codeAt(begin + at, code);
            int end = dictionary.start(code + 1) - begin;
            boolean inside = at + needle.length() <= end;
            boolean counts = inside && !ruledOut(bytes, dictionary.start(code) - begin, end, at, at + needle.length());
            if (counts && dictionary.kind(code) != Kind.JSON && !result.get(code) && confirms(dictionary, code)) {
                result.set(code);
            }
            at = needle.find(bytes, counts ? end : at + 1, length);
        }
    }

    /** Adds the codes that pass among those that the bytes do not tell. */
    private void askDoubtful(Dictionary dictionary, Bitmap result) {
        Bitmap doubtful = doubtful(dictionary);
        for (int code = doubtful.next(0); code >= 0; code = doubtful.next(code + 1)) {
            if (dictionary.kind(code) != Kind.JSON && !result.get(code) && slow.passes(dictionary.value(code))) {
                result.set(code);
            }
        }
    }
}
