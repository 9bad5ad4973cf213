package dev.spoor.workbench;

import dev.spoor.ingest.archive.ArchiveReader;
import dev.spoor.job.Job;

/** Tells how far a file is: to the observer at most some twenty times a second, to the job always. Is the job of hashing the file. */
final class FileProgress implements Job {
    private static final long EVERY_NANOS = 50_000_000L;
    private final LoadObserver observer;
    private final Job job;
    private final int place;
    private final String name;
    private long told = System.nanoTime() - EVERY_NANOS;

    FileProgress(LoadObserver observer, Job job, int place, String name) {
        this.observer = observer;
        this.job = job;
        this.place = place;
        this.name = name;
    }

    /** The file's place in the queue. */
    int place() {
        return place;
    }

    /** Bytes hashed. */
    @Override public void report(String what, long done, long total) {
        job.report(what, done, total);
        if (due()) {
            observer.told(new LoadEvent.Hashing(place, done, total));
        }
    }

    @Override public boolean cancelled() {
        return job.cancelled();
    }

    void reading(String format, long done, long total, long records) {
        job.report(name, done, total);
        if (due()) {
            observer.told(new LoadEvent.Reading(place, format, done, total, records));
        }
    }

    /** The job of unpacking an entry of a container: how far the container is. */
    Job of(ArchiveReader reader, long size) {
        return new Job() {
            @Override public void report(String what, long done, long total) {
                reading(reader.format(), reader.position(), size, 0);
            }

            @Override public boolean cancelled() {
                return job.cancelled();
            }
        };
    }

    void problem(String problem) {
        observer.told(new LoadEvent.Problem(place, problem));
    }

    private boolean due() {
        long now = System.nanoTime();
        if (now - told < EVERY_NANOS) {
            return false;
        }
        told = now;
        return true;
    }
}
