package dev.spoor.exec;

import dev.spoor.event.Value;
import dev.spoor.event.Value.Kind;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.Dictionary;

/** A {@link dev.spoor.query.expr.ValueTest} made ready. Made by {@link TestCompiler}. Immutable; thread-safe. */
@FunctionalInterface
public interface CompiledTest {
    /** Whether a value passes. The value is not of kind JSON, which never passes and is not asked about. */
    boolean passes(Value value);

    /** Whether a value of a dictionary passes; the same answer as for the value itself, perhaps from its bytes. */
    default boolean passes(Dictionary dictionary, int code) {
        return passes(dictionary.value(code));
    }

    /** The codes of all values of a dictionary that pass. */
    default Bitmap passing(Dictionary dictionary) {
        Bitmap result = new Bitmap(dictionary.size());
        for (int code = 0; code < dictionary.size(); code++) {
            if (dictionary.kind(code) != Kind.JSON && passes(dictionary, code)) {
                result.set(code);
            }
        }
        return result;
    }
}
