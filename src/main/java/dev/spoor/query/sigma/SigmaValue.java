package dev.spoor.query.sigma;

import dev.spoor.query.expr.Glob;
import dev.spoor.query.expr.Scalar.Operator;
import dev.spoor.query.expr.ValueTest;

/** A value of a detection item on its way through the modifiers. */
sealed interface SigmaValue {
    /**
     * A text or number.
     *
     * @param raw as written, before wildcards were read
     */
    record Str(Glob glob, String raw, boolean plain) implements SigmaValue {}

    /** Bytes of a text in another encoding, waiting for Base64. */
    record Bytes(byte[] bytes) implements SigmaValue {}

    /** No value. */
    record None() implements SigmaValue {}

    /** A regular expression. */
    record Regex(String pcre, String flags) implements SigmaValue {}

    /** A test that is ready. */
    record Tested(ValueTest test) implements SigmaValue {}

    /** A comparison with a number. */
    record Compared(Operator operator, String number) implements SigmaValue {}

    /** The value of another field. */
    record Other(String field, Place place) implements SigmaValue {}

    /** Where the other field's value stands. */
    enum Place {
        WHOLE, BEGIN, END, INSIDE
    }

    /** Whether the field has a value. */
    record Present(boolean present) implements SigmaValue {}
}
