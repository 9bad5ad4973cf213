package dev.spoor.workbench;

import dev.spoor.workbench.Difference.Check;
import dev.spoor.workbench.Difference.Result;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** Tells differences, of each check the first thousand, and counts all. Not thread-safe. */
final class Differences {
    /** So many of each check and result are told. */
    static final int TOLD = 1_000;
    private final Consumer<Difference> sink;
    private final Map<Check, Map<Result, Long>> counts = new EnumMap<>(Check.class);

    Differences(Consumer<Difference> sink) {
        this.sink = sink;
    }

    void differs(Check check, String subject, String text) {
        tell(new Difference(check, Result.DIFFERS, subject, text));
    }

    void unchecked(Check check, String subject, String text) {
        tell(new Difference(check, Result.UNCHECKED, subject, text));
    }

    void note(Check check, String subject, String text) {
        tell(new Difference(check, Result.NOTE, subject, text));
    }

    private void tell(Difference difference) {
        long count = counts.computeIfAbsent(difference.check(), _ -> new EnumMap<>(Result.class)).merge(difference.result(), 1L, Long::sum);
        if (count <= TOLD) {
            sink.accept(difference);
        } else if (count == TOLD + 1) {
            sink.accept(new Difference(difference.check(), difference.result(), "", "there are more; they are counted and not told one by one"));
        }
    }

    /** How many of each check had a result; checks without are left out. */
    Map<Check, Long> counts(Result result) {
        Map<Check, Long> found = new EnumMap<>(Check.class);
        counts.forEach((check, results) -> {
            if (results.containsKey(result)) {
                found.put(check, results.get(result));
            }
        });
        return found;
    }
}
