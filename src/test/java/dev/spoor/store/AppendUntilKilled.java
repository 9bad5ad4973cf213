package dev.spoor.store;

import java.nio.file.Path;

/** A program of its own that appends segments of 50 events to source 1 and tells each on standard output when it is acknowledged, until it is killed. */
final class AppendUntilKilled {
    private AppendUntilKilled() {}

    /** @param arguments the case */
    public static void main(String[] arguments) throws StoreException {
        CaseFile file = CaseFile.open(Path.of(arguments[0]), Access.WRITE);
        for (int record = 1;; record += 50) {
            long first = file.segments().append(Events.segment(1, record, 50));
            System.out.println(first + 49);
        }
    }
}
