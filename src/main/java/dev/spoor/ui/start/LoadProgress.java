package dev.spoor.ui.start;

import dev.spoor.rule.Severity;
import java.util.List;
import java.util.Map;

/**
 * A load as it is now.
 *
 * @param phase    what is going on
 * @param files    all files
 * @param notFound what was given and is not there, a sentence each
 * @param done     share of the bytes that are read, 0 to 1; while rules run, share of the case
 * @param records  read so far
 * @param rate     records in a second since the beginning
 * @param left     nanoseconds that reading will take, -1 while nobody can tell
 * @param alerts   found so far
 * @param message  why it ended early; empty otherwise
 */
record LoadProgress(Phase phase, List<FileRow> files, List<String> notFound, double done, long records, long rate, long left, Map<Severity, Long> alerts, String message) {
    static final LoadProgress NONE = new LoadProgress(Phase.NONE, List.of(), List.of(), 0, 0, 0, -1, Map.of(), "");

    /** What is going on. */
    enum Phase {
        NONE, LOADING, DETECTING, DONE, CANCELLED, FAILED;

        boolean running() {
            return this == LOADING || this == DETECTING;
        }
    }

    LoadProgress {
        files = List.copyOf(files);
        notFound = List.copyOf(notFound);
        alerts = Map.copyOf(alerts);
    }

    long alertCount() {
        return alerts.values().stream().mapToLong(Long::longValue).sum();
    }

    long count(FileRow.State state) {
        return files.stream().filter(file -> file.state() == state).count();
    }
}
