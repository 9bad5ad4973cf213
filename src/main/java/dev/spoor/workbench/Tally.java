package dev.spoor.workbench;

import dev.spoor.event.Time;
import dev.spoor.store.Source;
import dev.spoor.store.SourceStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** What reading one source gives. Not thread-safe. */
final class Tally {
    private final List<String> problems = new ArrayList<>();
    private final FileProgress progress;
    private long skip;
    private long records;
    private long damaged;
    private long repaired;
    private int remarks;
    private OptionalLong zoneless = OptionalLong.empty();
    private long first = Time.NONE;
    private long last = Time.NONE;

    /**
     * @param skip how many events are in the case already
     */
    Tally(long skip, FileProgress progress) {
        this.progress = progress;
        this.skip = skip;
    }

    /** A place that cannot be read. */
    void damage(String problem) {
        damaged++;
        if (problems.size() < SourceStore.MAX_PROBLEMS) {
            problems.add(problem);
            progress.problem(problem);
        }
    }

    /** Something about the source as a whole; the last one told stands first. */
    void remark(String problem) {
        problems.addFirst(problem);
        remarks++;
        progress.problem(problem);
    }

    /** Whether the event of the next record is in the case already. */
    boolean skips() {
        return skip > 0;
    }

    /** A record with the time of its event; false if the event is in the case already. */
    boolean record(long ticks) {
        records++;
        if (ticks != Time.NONE) {
            first = first == Time.NONE ? ticks : Math.min(first, ticks);
            last = last == Time.NONE ? ticks : Math.max(last, ticks);
        }
        if (skip > 0) {
            skip--;
            return false;
        }
        return true;
    }

    void repaired(long more) {
        repaired += more;
    }

    /** How many times named no zone. */
    void zoneless(long times) {
        zoneless = OptionalLong.of(times);
    }

    long records() {
        return records;
    }

    long damaged() {
        return damaged;
    }

    Source.Result result() {
        return new Source.Result(records, damaged, repaired, first, last, told(), zoneless);
    }

    /** As many problems as are kept; where there were more, the first one says so. */
    private List<String> told() {
        if (damaged + remarks <= SourceStore.MAX_PROBLEMS) {
            return problems;
        }
        List<String> told = new ArrayList<>(problems.subList(0, Math.min(problems.size(), SourceStore.MAX_PROBLEMS - 1)));
        told.addFirst(String.format(Locale.ROOT, "Not all problems are told one by one: %,d more places could not be read.", damaged - Math.max(0, told.size() - remarks)));
        return told;
    }
}
