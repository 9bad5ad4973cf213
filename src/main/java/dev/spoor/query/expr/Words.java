package dev.spoor.query.expr;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into lower-case words as Elasticsearch's standard analyser does: the word boundaries of Unicode Standard Annex 29 without those words
 * that have no letter or digit. {@code Can't} and {@code 10.0.0.1} and {@code foo_bar} are one word, {@code a-b} is two, a Chinese character is a word of
 * its own. Words longer than 255 characters are cut into pieces of 255.
 *
 * <p>Each of the conditions of {@link ValueTest.HasWords} and {@link ValueTest.WordLike} is about these words, on the query's side and on the value's.
 */
public final class Words {
    private static final int MAX_LENGTH = 255;
    private final String text;
    private final List<String> words = new ArrayList<>();
    private int at;

    private Words(String text) {
        this.text = text;
    }

    /** The words of a text, in order; repeats are kept. */
    public static List<String> of(String text) {
        Words words = new Words(text);
        while (words.at < text.length()) {
            words.next();
        }
        return words.words;
    }

    private enum Type {
        LETTER, DIGIT, JOINER, KATAKANA, ALONE, COMPLEX, EXTEND, MID_LETTER, MID_DIGIT, MID_BOTH, OTHER;

        boolean letterOrDigit() {
            return this == LETTER || this == DIGIT;
        }
    }

    private void next() {
        int begin = at;
        Type type = take();
        boolean word = switch (type) {
            case ALONE -> true;
            case COMPLEX -> takeComplex();
            case LETTER, DIGIT, JOINER, KATAKANA -> takeWord(type);
            case EXTEND, MID_LETTER, MID_DIGIT, MID_BOTH, OTHER -> false;
        };
        if (word) {
            add(text.substring(begin, at));
        }
    }

    private boolean takeComplex() {
        while (peek(at) == Type.COMPLEX) {
            take();
        }
        return true;
    }

    /** Goes on to the end of a word that began with a type. */
    private boolean takeWord(Type first) {
        Type last = first;
        boolean solid = first != Type.JOINER;
        while (at < text.length()) {
            Type next = peek(at);
            if (joins(last, next)) {
                last = take();
                solid |= last != Type.JOINER;
            } else if (bridges(last, next) && peek(after(at)) == last) {
                take();
                last = take();
            } else {
                break;
            }
        }
        return solid;
    }

    private static boolean joins(Type last, Type next) {
        return switch (next) {
            case LETTER, DIGIT -> last.letterOrDigit() || last == Type.JOINER;
            case KATAKANA -> last == Type.KATAKANA || last == Type.JOINER;
            case JOINER -> true;
            case ALONE, COMPLEX, EXTEND, MID_LETTER, MID_DIGIT, MID_BOTH, OTHER -> false;
        };
    }

    private static boolean bridges(Type last, Type next) {
        return switch (last) {
            case LETTER -> next == Type.MID_LETTER || next == Type.MID_BOTH;
            case DIGIT -> next == Type.MID_DIGIT || next == Type.MID_BOTH;
            case JOINER, KATAKANA, ALONE, COMPLEX, EXTEND, MID_LETTER, MID_DIGIT, MID_BOTH, OTHER -> false;
        };
    }

    private void add(String word) {
        for (int i = 0; i < word.length(); i += MAX_LENGTH) {
            words.add(lower(word.substring(i, Math.min(word.length(), i + MAX_LENGTH))));
        }
    }

    /** A text in lower case as the words of a text are: character by character. */
    public static String lower(String word) {
        int at = 0;
        while (at < word.length() && word.charAt(at) < 0x80 && !(word.charAt(at) >= 'A' && word.charAt(at) <= 'Z')) {
            at++;
        }
        if (at == word.length()) {
            return word;
        }
        char[] ascii = word.toCharArray();
        for (; at < ascii.length && ascii[at] < 0x80; at++) {
            ascii[at] += ascii[at] >= 'A' && ascii[at] <= 'Z' ? (char) 32 : 0;
        }
        return at == ascii.length ? new String(ascii) : lowerAny(word);
    }

    private static String lowerAny(String word) {
        StringBuilder out = new StringBuilder(word.length());
        word.codePoints().map(Character::toLowerCase).forEach(out::appendCodePoint);
        return out.toString();
    }

    /** Takes a character and the marks that extend it. */
    private Type take() {
        Type type = peek(at);
        at = after(at);
        return type;
    }

    private int after(int from) {
        int next = from + Character.charCount(text.codePointAt(from));
        while (next < text.length() && peek(next) == Type.EXTEND) {
            next += Character.charCount(text.codePointAt(next));
        }
        return next;
    }

    private Type peek(int index) {
        return index < text.length() ? type(text.codePointAt(index)) : Type.OTHER;
    }

    private static Type type(int c) {
        if (c < 0x80) {
            return ascii(c);
        }
        Type punctuation = punctuation(c);
        if (punctuation != Type.OTHER) {
            return punctuation;
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> Type.EXTEND;
            case Character.FORMAT -> c == 0x200B ? Type.OTHER : Type.EXTEND;
            case Character.CONNECTOR_PUNCTUATION -> Type.JOINER;
            case Character.DECIMAL_DIGIT_NUMBER -> Type.DIGIT;
            default -> Character.isEmojiPresentation(c) ? Type.ALONE : Character.isAlphabetic(c) ? letter(c) : Type.OTHER;
        };
    }

    private static Type ascii(int c) {
        if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
            return Type.LETTER;
        }
        if (c >= '0' && c <= '9') {
            return Type.DIGIT;
        }
        return switch (c) {
            case '_' -> Type.JOINER;
            case '.', '\'' -> Type.MID_BOTH;
            case ':' -> Type.MID_LETTER;
            case ',', ';' -> Type.MID_DIGIT;
            default -> Type.OTHER;
        };
    }

    private static Type punctuation(int c) {
        return switch (c) {
            case 0x2018, 0x2019, 0x2024, 0xFE52, 0xFF07, 0xFF0E -> Type.MID_BOTH;
            case 0xB7, 0x387, 0x55F, 0x5F4, 0x2027, 0xFE13, 0xFE55, 0xFF1A -> Type.MID_LETTER;
            case 0x37E, 0x589, 0x60C, 0x60D, 0x66C, 0x7F8, 0x2044, 0xFE10, 0xFE14, 0xFE50, 0xFE54, 0xFF0C, 0xFF1B -> Type.MID_DIGIT;
            case 0x202F -> Type.JOINER;
            case 0x66B -> Type.DIGIT;
            default -> Type.OTHER;
        };
    }

    private static Type letter(int c) {
        if (Character.isIdeographic(c)) {
            return Type.ALONE;
        }
        return switch (UnicodeScript.of(c)) {
            case HIRAGANA -> Type.ALONE;
            case KATAKANA -> Type.KATAKANA;
            case THAI, LAO, KHMER, MYANMAR, TAI_LE, NEW_TAI_LUE, TAI_THAM, TAI_VIET -> Type.COMPLEX;
            default -> c == 0x30FC ? Type.KATAKANA : Type.LETTER;
        };
    }
}
