package dev.spoor.exec;

import dev.spoor.event.Value;
import dev.spoor.event.Value.Kind;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.Dictionary;

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
        byte[] bytes = dictionary.arena();
        int from = dictionary.start(code);
        int to = dictionary.start(code + 1);
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
        byte[] bytes = dictionary.arena();
        int code = 0;
        int at = needle.find(bytes, 0, bytes.length);
        while (at >= 0) {
            code = dictionary.codeAt(at, code);
            int end = dictionary.start(code + 1);
            boolean inside = at + needle.length() <= end;
            if (inside && dictionary.kind(code) != Kind.JSON && confirms(dictionary.value(code))) {
                result.set(code);
            }
            at = needle.find(bytes, inside ? end : at + 1, bytes.length);
        }
        askDoubtful(dictionary, result);
        return result;
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
