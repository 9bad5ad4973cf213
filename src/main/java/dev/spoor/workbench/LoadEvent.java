package dev.spoor.workbench;

import dev.spoor.rule.Severity;
import java.util.List;
import java.util.Map;

/** What happens while evidence is loaded. Files are told apart by their place in the {@link Queued} list, counted from 0. */
public sealed interface LoadEvent {
    /** All files that will be looked at, in that order; comes first. */
    record Queued(List<QueuedFile> files) implements LoadEvent {
        public Queued {
            files = List.copyOf(files);
        }
    }

    /**
     * A file that waits.
     *
     * @param name as the user will see it
     * @param size bytes, -1 if nobody knows
     */
    record QueuedFile(String name, long size) {}

    /** An entry of a container, which is loaded like a file now; its place is the next one. */
    record Found(int file, QueuedFile entry) implements LoadEvent {}

    /** Something given that is not there or cannot be listed, a sentence. */
    record NotFound(String problem) implements LoadEvent {}

    /** A file is being hashed. */
    record Hashing(int file, long done, long total) implements LoadEvent {}

    /**
     * A file is being read.
     *
     * @param format  what it is, by its content
     * @param done    bytes; of a compressed file they may be more than {@code total}
     * @param records read so far
     */
    record Reading(int file, String format, long done, long total, long records) implements LoadEvent {}

    /** A place in a file that could not be read, with its position. Each is told while there are at most 1,000 of a file. */
    record Problem(int file, String problem) implements LoadEvent {}

    /** A file has been read to its end; it is in the case with the segment that holds its last event. */
    record Done(int file, String format, long records, long damaged) implements LoadEvent {}

    /** A file could not be loaded at all. */
    record Refused(int file, String why) implements LoadEvent {}

    /** A file's bytes are in the case already. */
    record Duplicate(int file, String of) implements LoadEvent {}

    /**
     * Alerts so far: while loading those of rules on single events, at the end all of the run.
     *
     * @param bySeverity how many
     */
    record AlertsSoFar(Map<Severity, Long> bySeverity) implements LoadEvent {
        public AlertsSoFar {
            bySeverity = Map.copyOf(bySeverity);
        }
    }

    /** Everything is loaded; the rules run over the whole case. */
    record Detecting(long done, long total) implements LoadEvent {}
}
