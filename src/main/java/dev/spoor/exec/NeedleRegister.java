package dev.spoor.exec;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The literals that were looked for in one field of any segment. Thread-safe. */
final class NeedleRegister {
    private final Set<LiteralTest> tests = new LinkedHashSet<>();
    private NeedleSet built = new NeedleSet(List.of());

    /** Remembers a test for the searches to come. */
    synchronized void add(LiteralTest test) {
        tests.add(test);
    }

    /** A search for all tests, or for most of them: it is made anew only when a quarter has been added. */
    synchronized NeedleSet needles() {
        if (tests.size() > built.size() + built.size() / 4) {
            built = new NeedleSet(new ArrayList<>(tests));
        }
        return built;
    }
}
