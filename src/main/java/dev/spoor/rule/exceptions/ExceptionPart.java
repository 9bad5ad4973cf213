package dev.spoor.rule.exceptions;

import java.util.Locale;

/**
 * Which events of a rule an exception is asked about: all of them, those of one step of a sequence, or what the events of a sequence have in common.
 *
 * @param step counted from 1, as the rule writes its steps; 0 where it is no step
 */
public record ExceptionPart(Kind kind, int step) {
    /** Every event that the rule reads. */
    public static final ExceptionPart WHOLE = new ExceptionPart(Kind.WHOLE, 0);
    /** The join key: sequences whose key satisfies the entries are kept away. */
    public static final ExceptionPart KEY = new ExceptionPart(Kind.KEY, 0);
    private static final int MOST = 99;

    /** What is meant. */
    public enum Kind {
        WHOLE, STEP, KEY
    }

    /** One step of a sequence. */
    public static ExceptionPart step(int step) {
        return new ExceptionPart(Kind.STEP, step);
    }

    /** The part as it is written: {@code whole}, {@code step:2}, {@code key}. */
    public static ExceptionPart parse(String text) throws ExceptionProblem {
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (word.equals("whole") || word.equals("key")) {
            return word.equals("key") ? KEY : WHOLE;
        }
        if (word.matches("step:[0-9]{1,2}") && Integer.parseInt(word.substring(5)) >= 1 && Integer.parseInt(word.substring(5)) <= MOST) {
            return step(Integer.parseInt(word.substring(5)));
        }
        throw new ExceptionProblem("The part of a rule: expected whole, key or step:2, found '" + text + "'");
    }

    /** The part as {@link #parse} reads it. */
    public String text() {
        return switch (kind) {
            case WHOLE -> "whole";
            case KEY -> "key";
            case STEP -> "step:" + step;
        };
    }

    /** The part in words, to follow "on"; {@code events}, {@code events of step 2}. */
    String words() {
        return switch (kind) {
            case WHOLE -> "events where ";
            case KEY -> "sequences whose join key satisfies ";
            case STEP -> "events of step " + step + " where ";
        };
    }
}
