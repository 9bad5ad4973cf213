package dev.spoor.store;

import dev.spoor.store.JournalLine.Act;
import java.util.ArrayList;
import java.util.List;

/**
 * Walks the journal's chain of hashes line by line and tells where it breaks. A line that was changed, a hash that was changed and lines that were taken out are told apart, so
 * that one change is told once. Not thread-safe.
 */
public final class JournalChain {
    private JournalLine last = new JournalLine(0, new Act(0, "", "", "", ""), JournalLine.START);
    /** What the hash of the last line should be by its words. */
    private String computed = JournalLine.START;

    /** Takes the next line; answers what is wrong with it, in words. */
    public List<String> take(JournalLine line) {
        List<String> problems = new ArrayList<>();
        long expected = last.sequence() + 1;
        String before = line.follows(last.hash()) || !line.follows(computed) ? last.hash() : computed;
        if (line.sequence() != expected) {
            problems.add(missing(expected, line.sequence() - 1));
        } else if (!line.follows(before)) {
            problems.add("line " + line.sequence() + " (" + line.act().action() + " " + line.act().subject() + ") or its hash was changed after it was written");
        }
        computed = JournalLine.next(line.sequence(), before, line.act()).hash();
        last = line;
        return problems;
    }

    /** The newest line so far; number 0 before the first. */
    public JournalLine last() {
        return last;
    }

    /** Whether the newest line is the one that was noted beside the journal; answers what is wrong, in words. */
    public List<String> end(Journal.Head noted) {
        if (noted.sequence() > last.sequence()) {
            return List.of(missing(last.sequence() + 1, noted.sequence()) + " at the end");
        }
        return noted.sequence() == last.sequence() && noted.hash().equals(last.hash()) ? List.of()
                : List.of("the newest line is " + last.sequence() + " with hash " + last.hash() + ", noted was line " + noted.sequence() + " with hash " + noted.hash());
    }

    private static String missing(long from, long to) {
        return from == to ? "line " + from + " is missing" : "lines " + from + " to " + to + " are missing";
    }
}
