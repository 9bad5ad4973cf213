package dev.spoor.detect.predicates;

import dev.spoor.event.Value.Kind;
import dev.spoor.exec.CompiledTest;
import dev.spoor.exec.Passing;
import dev.spoor.exec.TestSet;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.Column;
import dev.spoor.segment.Dictionary;
import dev.spoor.segment.Postings;
import java.util.IdentityHashMap;
import java.util.Map;

/** A column in which a place finds values: in all events that have it, or in those that have none of the fields before it. Not thread-safe. */
final class Source {
    private final Column column;
    /** The events whose values count; null for all that the column has. */
    private final Bitmap open;
    private final Map<Column, Postings> postings;
    private final Map<CompiledTest, Decision> decisions = new IdentityHashMap<>();
    private Passing passing;

    /** What is known about a test that is decided alone: the codes that were asked about, and those that passed. */
    private record Decision(Bitmap asked, Bitmap passed) {}

    /** @param postings those of the segment's columns, as far as they were made */
    Source(Column column, Bitmap open, Map<Column, Postings> postings) {
        this.column = column;
        this.open = open;
        this.postings = postings;
    }

    int textBytes() {
        return column.dictionary().textBytes();
    }

    /** What the tests of a set that are decided together found; null before. */
    Passing passing() {
        return passing;
    }

    /** Decides the tests for all values. */
    void decide(TestSet set) {
        passing = open == null ? set.decide(column.dictionary()) : set.decide(column.dictionary(), codes(open));
    }

    /**
     * Decides the tests for the values of some events.
     *
     * @param events    whose values are all asked about
     * @param elsewhere tests that must be decided for all values, by their numbers
     */
    void decide(TestSet set, Bitmap events, Bitmap elsewhere) {
        Bitmap wanted = events.copy();
        wanted.and(open == null ? column.present() : open);
        Bitmap codes = codes(wanted);
        if (!elsewhere.isEmpty()) {
            codes.or(admitted(set, elsewhere));
        }
        passing = codes.cardinality() == column.distinct() && !column.dictionary().packed() && column.dictionary().lines() == null ? set.decide(column.dictionary())
                : set.decide(column.dictionary(), codes);
    }

    /** The codes that may pass one of some tests: all, or those of the frames that a filter does not rule out. */
    private Bitmap admitted(TestSet set, Bitmap tests) {
        Dictionary dictionary = column.dictionary();
        if (!dictionary.packed()) {
            return dictionary.lines() == null || mayHave(dictionary.lines().lines(), set, tests) ? Bitmap.all(dictionary.size()) : set.unsure(dictionary).copy();
        }
        Bitmap codes = set.unsure(dictionary).copy();
        for (int frame = 0; frame < dictionary.frames(); frame++) {
            for (int test = tests.next(0); test >= 0; test = tests.next(test + 1)) {
                if (set.mayPass(test, dictionary.filter(frame))) {
                    for (int code = dictionary.firstCode(frame); code < dictionary.firstCode(frame + 1); code++) {
                        codes.set(code);
                    }
                    break;
                }
            }
        }
        return codes;
    }

    /** Whether a line may pass one of some tests. */
    private static boolean mayHave(Dictionary lines, TestSet set, Bitmap tests) {
        if (!lines.packed()) {
            return true;
        }
        for (int frame = 0; frame < lines.frames(); frame++) {
            for (int test = tests.next(0); test >= 0; test = tests.next(test + 1)) {
                if (set.mayPass(test, lines.filter(frame))) {
                    return true;
                }
            }
        }
        return false;
    }

    private Bitmap codes(Bitmap events) {
        Bitmap codes = new Bitmap(column.distinct());
        for (int event = events.next(0); event >= 0; event = events.next(event + 1)) {
            for (int i = column.count(event) - 1; i >= 0; i--) {
                codes.set(column.code(event, i));
            }
        }
        return codes;
    }

    /** Whether a value passes a test that was decided with others. */
    boolean passes(int test) {
        return passing.first(test) >= 0;
    }

    /** Adds the events with a value that passes such a test. */
    void addEvents(int test, Bitmap result) {
        Bitmap target = open == null ? result : new Bitmap(result.size());
        Postings events = postings.computeIfAbsent(column, Postings::new);
        for (int entry = passing.first(test); entry >= 0; entry = passing.next(entry)) {
            events.addTo(passing.code(entry), target);
        }
        if (open != null) {
            target.and(open);
            result.or(target);
        }
    }

    /** Adds the events with a value that passes a test, all values being asked about. */
    void addEvents(CompiledTest test, Bitmap result) {
        Bitmap events = column.having(test.passing(column.dictionary()));
        if (open != null) {
            events.and(open);
        }
        result.or(events);
    }

    /** Adds the events of a set with a value that passes a test, their values alone being asked about. */
    void addEvents(CompiledTest test, Bitmap within, Bitmap result) {
        Decision decision = decisions.computeIfAbsent(test, _ -> new Decision(new Bitmap(column.distinct()), new Bitmap(column.distinct())));
        for (int event = within.next(0); event >= 0; event = within.next(event + 1)) {
            int count = open == null || open.get(event) ? column.count(event) : 0;
            for (int i = 0; i < count; i++) {
                if (passes(test, column.code(event, i), decision)) {
                    result.set(event);
                    break;
                }
            }
        }
    }

    private boolean passes(CompiledTest test, int code, Decision decision) {
        if (!decision.asked.get(code)) {
            decision.asked.set(code);
            if (column.dictionary().kind(code) != Kind.JSON && test.passes(column.dictionary(), code)) {
                decision.passed.set(code);
            }
        }
        return decision.passed.get(code);
    }
}
