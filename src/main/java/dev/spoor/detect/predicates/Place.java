package dev.spoor.detect.predicates;

import dev.spoor.event.Field;
import dev.spoor.exec.CompiledTest;
import dev.spoor.exec.TestSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where conditions look for a value: the first of some fields that an event has; with all tests that are made there. Immutable once sealed. */
final class Place {
    private final int id;
    private final List<Field> candidates;
    private final List<CompiledTest> tests = new ArrayList<>();
    private final Map<CompiledTest, Integer> numbers = new HashMap<>();
    private TestSet set;

    Place(int id, List<Field> candidates) {
        this.id = id;
        this.candidates = candidates;
    }

    int id() {
        return id;
    }

    List<Field> candidates() {
        return candidates;
    }

    /** The number of a test that is decided together with others, or -1 for one that is not. */
    int number(CompiledTest test) {
        if (!TestSet.takes(test)) {
            return -1;
        }
        return numbers.computeIfAbsent(test, fresh -> {
            tests.add(fresh);
            return tests.size() - 1;
        });
    }

    void seal() {
        set = new TestSet(tests);
        numbers.clear();
    }

    /** The tests that are decided together. */
    TestSet set() {
        return set;
    }
}
