package dev.spoor.exec;

import dev.spoor.event.Value;
import dev.spoor.event.Value.Kind;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.Dictionary;
import dev.spoor.segment.GramFilter;

/**
 * A pattern with a literal in it, decided on the bytes of a dictionary: what does not have the literal cannot match, and where the pattern is no more than a
 * literal, the bytes decide alone. Where case is ignored and characters beyond ASCII are involved, {@link CaseFolding} decides on texts.
 */
final class LiteralTest implements CompiledTest {
    /** What the pattern asks of its literal. */
    enum Form {
        WHOLE, PREFIX, SUFFIX, CONTAINS,
        /** It must be somewhere, and then the pattern must be tried. */
        HINT
    }

    private final Form form;
    private final String literal;
    private final Needle needle;
    private final boolean ignoreCase;
    private final boolean asciiNeedle;
    private final CompiledTest slow;

    /**
     * A test.
     *
     * @param literal not empty; folded where case is ignored
     * @param slow    gives the same answer for any value
     */
    LiteralTest(Form form, String literal, boolean ignoreCase, CompiledTest slow) {
        this.form = form;
        this.literal = literal;
        this.needle = new Needle(literal, ignoreCase);
        this.ignoreCase = ignoreCase;
        this.asciiNeedle = literal.chars().allMatch(c -> c < 0x80);
        this.slow = slow;
    }

    @Override public boolean passes(Value value) {
        return slow.passes(value);
    }

    @Override public boolean passes(Dictionary dictionary, int code) {
        if (ignoreCase && doubtful(dictionary).get(code)) {
            return slow.passes(dictionary.value(code));
        }
        Dictionary.Text text = dictionary.text(code);
        byte[] bytes = text.bytes();
        int from = text.from();
        int to = text.to();
        if (to - from < needle.length()) {
            return false;
        }
        return switch (form) {
            case WHOLE -> to - from == needle.length() && needle.at(bytes, from);
            case PREFIX -> needle.at(bytes, from);
            case SUFFIX -> needle.at(bytes, to - needle.length());
            case CONTAINS -> needle.find(bytes, from, to) >= 0;
            case HINT -> needle.find(bytes, from, to) >= 0 && slow.passes(dictionary.value(code));
        };
    }

    @Override public Bitmap passing(Dictionary dictionary) {
        return form == Form.CONTAINS || form == Form.HINT ? scan(dictionary) : CompiledTest.super.passing(dictionary);
    }

    Form form() {
        return form;
    }

    Needle needle() {
        return needle;
    }

    /** The literal, folded where case is ignored. */
    String literal() {
        return literal;
    }

    boolean ignoreCase() {
        return ignoreCase;
    }

    /** Whether the pattern matches a text that has the literal in it. */
    boolean confirms(Value value) {
        return form == Form.CONTAINS || slow.passes(value);
    }

    /** The codes for which folding decides, not the bytes. */
    private Bitmap doubtful(Dictionary dictionary) {
        return !ignoreCase ? new Bitmap(0) : asciiNeedle ? dictionary.foldsToAscii() : dictionary.beyondAscii();
    }

    /** Searches all texts as one, and then asks those alone in which the bytes do not tell. */
    private Bitmap scan(Dictionary dictionary) {
        Bitmap result = new Bitmap(dictionary.size());
        if (!dictionary.packed()) {
            scan(dictionary, dictionary.arena(), 0, result);
        } else {
            for (int frame = 0; frame < dictionary.frames(); frame++) {
                if (needle.length() < GramFilter.GRAM || dictionary.filter(frame).mayHave(needle.bytes())) {
                    scan(dictionary, dictionary.frame(frame), dictionary.frameStart(frame), result);
                }
            }
        }
        askDoubtful(dictionary, result);
        return result;
    }

    /** Searches texts that begin at a place of the arena. */
    private void scan(Dictionary dictionary, byte[] bytes, int begin, Bitmap result) {
        int code = 0;
        int at = needle.find(bytes, 0, bytes.length);
        while (at >= 0) {
            code = dictionary.codeAt(begin + at, code);
            int end = dictionary.start(code + 1) - begin;
            boolean inside = at + needle.length() <= end;
            if (inside && dictionary.kind(code) != Kind.JSON && confirms(dictionary, code)) {
                result.set(code);
            }
            at = needle.find(bytes, inside ? end : at + 1, bytes.length);
        }
    }

    private boolean confirms(Dictionary dictionary, int code) {
        return form == Form.CONTAINS || slow.passes(dictionary.value(code));
    }

    /** Adds the codes that pass among those that the bytes do not tell. */
    void askDoubtful(Dictionary dictionary, Bitmap result) {
        Bitmap doubtful = doubtful(dictionary);
        for (int code = doubtful.next(0); code >= 0; code = doubtful.next(code + 1)) {
            if (dictionary.kind(code) != Kind.JSON && !result.get(code) && slow.passes(dictionary.value(code))) {
                result.set(code);
            }
        }
    }
}
