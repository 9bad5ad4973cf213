package dev.spoor.query.parse;

import dev.spoor.ecs.FieldType;
import dev.spoor.query.expr.ValueTest;
import dev.spoor.query.expr.ValueTest.WordMode;
import dev.spoor.query.expr.Words;
import java.util.List;
import java.util.Locale;

/** What Lucene's looser conditions mean to a field of a type: regular expressions, similar spellings, words near each other. Thread-safe. */
public final class LooseMatch {
    private LooseMatch() {}

    /**
     * A regular expression matches the whole value, or on text a whole word.
     *
     * @param re2 in RE2's syntax
     */
    public static Fit regex(FieldType type, String re2) {
        ValueTest test = new ValueTest.Matches(re2, true, false, true);
        return spelt(type, test, new ValueTest.AnyWord(test), "regular expressions do");
    }

    /**
     * The value, or on text a word, is at most so many edits away.
     *
     * @param edits 0 to 2
     */
    public static Fit similar(FieldType type, String text, int edits) {
        if (text.length() > Similar.LONGEST) {
            return new Fit.Unfit("a text of more than " + Similar.LONGEST + " characters cannot be searched for by similarity");
        }
        return spelt(type, Similar.test(text, edits), new ValueTest.AnyWord(Similar.test(text.toLowerCase(Locale.ROOT), edits)), "~ does");
    }

    /** On text, the words stand within so many moves of this order; on other types, which have no words, the value is this one. */
    public static Fit near(FieldType type, String text, int slop, TypedMatch match) {
        if (!type.analysed()) {
            return match.equal(type, text, true);
        }
        List<String> words = Words.of(text);
        return Fit.by(words.size() < 2 ? new ValueTest.HasWords(words, WordMode.ANY) : new ValueTest.WordsNear(words, slop));
    }

    private static Fit spelt(FieldType type, ValueTest whole, ValueTest word, String what) {
        return switch (type) {
            case KEYWORD, WILDCARD, CONSTANT_KEYWORD, FLATTENED, VERSION, UNKNOWN -> Fit.by(whole);
            case TEXT, MATCH_ONLY_TEXT -> Fit.by(word);
            case LONG, DOUBLE, BOOLEAN, DATE, IP -> new Fit.Unfit(what + " not work on a field of type " + type.elasticName());
            case NESTED, OBJECT -> new Fit.Unfit("it is a group of fields, which has no value of its own");
        };
    }
}
