package dev.spoor.ui.start;

import dev.spoor.rule.Severity;
import dev.spoor.ui.start.FileRow.State;
import dev.spoor.ui.start.LoadProgress.Phase;
import dev.spoor.workbench.LoadEvent;
import dev.spoor.workbench.LoadObserver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Keeps count of a load: the thread that loads tells, the window asks for a snapshot some times a second. Thread-safe. */
final class LoadBoard implements LoadObserver {
    private static final long SOON = 1_000_000_000L;
    private final LongSupplier clock;
    private final long begin;
    private final List<FileRow> files = new ArrayList<>();
    private final List<String> notFound = new ArrayList<>();
    private final Map<Integer, Long> begun = new HashMap<>();
    private Map<Severity, Long> alerts = Map.of();
    private Phase phase = Phase.LOADING;
    private double detected;
    private long end = -1;
    /** Files behind these are entries of containers, whose bytes are counted with the container. */
    private int given;
    private String message = "";

    /**
     * @param clock nanoseconds
     */
    LoadBoard(LongSupplier clock) {
        this.clock = clock;
        this.begin = clock.getAsLong();
    }

    @Override public synchronized void told(LoadEvent event) {
        switch (event) {
            case LoadEvent.Queued(List<LoadEvent.QueuedFile> queued) -> {
                queued.forEach(file -> files.add(FileRow.waiting(file.name(), file.size())));
                given = files.size();
            }
            case LoadEvent.Found(int _, LoadEvent.QueuedFile entry) -> files.add(FileRow.waiting(entry.name(), entry.size()));
            case LoadEvent.NotFound(String problem) -> notFound.add(problem);
            case LoadEvent.Hashing(int file, long done, long total) -> files.set(file, files.get(file).hashing(share(done, total)));
            case LoadEvent.Reading(int file, String format, long done, long total, long records) -> files.set(file,
                    files.get(file).reading(format, share(done, total), records, since(file)));
            case LoadEvent.Problem(int file, String problem) -> files.set(file, files.get(file).problem(problem));
            case LoadEvent.Done(int file, String format, long records, long damaged) -> over(file, State.DONE, format, records, damaged, "");
            case LoadEvent.Refused(int file, String why) -> over(file, State.REFUSED, "", 0, 0, why);
            case LoadEvent.Duplicate(int file, String of) -> over(file, State.DUPLICATE, "", 0, 0, of);
            case LoadEvent.AlertsSoFar(Map<Severity, Long> found) -> alerts = found;
            case LoadEvent.Detecting(long done, long total) -> {
                phase = Phase.DETECTING;
                detected = share(done, total);
            }
        }
    }

    /** The load came to its end. */
    synchronized void ended(Phase how, String why) {
        phase = how;
        message = why;
        end = clock.getAsLong();
        if (how != Phase.DONE) {
            files.replaceAll(file -> file.state().over() ? file : file.over(State.LEFT, file.format(), file.records(), file.damaged(), file.nanos(), ""));
        }
    }

    synchronized LoadProgress snapshot() {
        long nanos = Math.max(1, (end < 0 ? clock.getAsLong() : end) - begin);
        double all = 0;
        double read = 0;
        long records = 0;
        for (int i = 0; i < files.size(); i++) {
            FileRow file = files.get(i);
            double size = i < given ? Math.max(1, file.size()) : 0;
            all += size;
            read += file.state().over() ? size : file.state() == State.READING ? size * Math.min(1, file.done()) : 0;
            records += file.records();
        }
        double done = phase == Phase.DETECTING ? detected : all == 0 ? 0 : read / all;
        long left = phase == Phase.LOADING && nanos > SOON && read > 0 ? (long) (nanos * (all - read) / read) : -1;
        return new LoadProgress(phase, files, notFound, done, records, (long) (records * 1e9 / nanos), left, alerts, message);
    }

    private void over(int file, State state, String format, long records, long damaged, String why) {
        files.set(file, files.get(file).over(state, format, records, damaged, since(file), why));
    }

    private long since(int file) {
        long now = clock.getAsLong();
        return now - begun.computeIfAbsent(file, _ -> now);
    }

    private static double share(long done, long total) {
        return total <= 0 ? 0 : Math.min(1, (double) done / total);
    }
}
