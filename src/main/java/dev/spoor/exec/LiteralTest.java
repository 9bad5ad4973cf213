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
    private final Needle needle;
    private final boolean ignoreCase;
    private final boolean asciiNeedle;
    /** Whether a character beyond ASCII can fold to one of the needle's: the long s and the Kelvin sign are the only ones that fold to ASCII. */
    private final boolean foldedFromBeyond;
    private final CompiledTest slow;

    /**
     * A test.
     *
     * @param literal not empty; folded where case is ignored
     * @param slow    gives the same answer for any value
     */
    LiteralTest(Form form, String literal, boolean ignoreCase, CompiledTest slow) {
        this.form = form;
        this.needle = new Needle(literal, ignoreCase);
        this.ignoreCase = ignoreCase;
        this.asciiNeedle = literal.chars().allMatch(c -> c < 0x80);
        this.foldedFromBeyond = !asciiNeedle || literal.indexOf('s') >= 0 || literal.indexOf('k') >= 0;
        this.slow = slow;
    }

    @Override public boolean passes(Value value) {
        return slow.passes(value);
    }

    @Override public boolean passes(Dictionary dictionary, int code) {
        if (ignoreCase && foldedFromBeyond && !dictionary.ascii(code)) {
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
            if (inside && dictionary.kind(code) != Kind.JSON && (form == Form.CONTAINS || slow.passes(dictionary.value(code)))) {
                result.set(code);
            }
            at = needle.find(bytes, inside ? end : at + 1, bytes.length);
        }
        if (ignoreCase && foldedFromBeyond) {
            askBeyondAscii(dictionary, result);
        }
        return result;
    }

    private void askBeyondAscii(Dictionary dictionary, Bitmap result) {
        Bitmap beyond = dictionary.beyondAscii();
        for (int code = beyond.next(0); code >= 0; code = beyond.next(code + 1)) {
            if (dictionary.kind(code) != Kind.JSON && !result.get(code) && slow.passes(dictionary.value(code))) {
                result.set(code);
            }
        }
    }
}
