package dev.spoor.ingest.archive;

import java.util.Locale;

/** What is left of the {@link ArchiveLimits} for one given file and all containers in it. Not thread-safe. */
public final class ArchiveBudget {
    private final ArchiveLimits limits;
    private long entries;
    private long bytes;

    /** Nothing is spent yet. */
    public ArchiveBudget(ArchiveLimits limits) {
        this.limits = limits;
    }

    /** The limits. */
    public ArchiveLimits limits() {
        return limits;
    }

    /** Whether a limit that holds for everything was passed, so that nothing more is read. */
    public boolean spent() {
        return entries > limits.entries() || bytes > limits.bytes();
    }

    /** Counts an entry; false if there was one too many. */
    boolean entry() {
        return ++entries <= limits.entries();
    }

    /** Counts unpacked bytes. */
    void unpacked(int count) throws ArchiveLimitException {
        bytes += count;
        if (bytes > limits.bytes()) {
            throw new ArchiveLimitException(String.format(Locale.ROOT, "all entries together unpack to more than the limit of %,d bytes", limits.bytes()));
        }
    }
}
