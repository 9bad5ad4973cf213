package dev.spoor.workbench;

import dev.spoor.ingest.IngestException;
import dev.spoor.ingest.archive.ArchiveBudget;
import dev.spoor.ingest.archive.ArchiveLimits;
import dev.spoor.ingest.archive.PasswordSource;
import dev.spoor.ingest.open.EntryFiles;
import dev.spoor.ingest.open.EntryFinder;
import dev.spoor.ingest.open.UnpackedEntry;
import dev.spoor.store.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Entries of containers that were unpacked again to look at their records; the last few are kept until closing. Encrypted ones cannot be, no password is kept. Not thread-safe. */
final class UnpackedEvidence implements AutoCloseable {
    private static final int KEPT = 4;
    /** Looking at a record must not take minutes. */
    private static final ArchiveLimits LIMITS = ArchiveLimits.DEFAULT.withBytes(256L << 20);
    private final Map<Integer, UnpackedEntry> kept = new LinkedHashMap<>();
    private Optional<EntryFiles> files = Optional.empty();

    /**
     * The file with the bytes of a source that is an entry.
     *
     * @throws IngestException if the bytes that were loaded are not there any more, or are not to be had without a password or within the limits
     */
    Path of(Source source) throws IngestException {
        UnpackedEntry known = kept.get(source.number());
        if (known != null) {
            return known.file();
        }
        if (files.isEmpty()) {
            files = Optional.of(EntryFiles.create());
        }
        EntryFinder finder = new EntryFinder(files.get(), new ArchiveBudget(LIMITS), PasswordSource.NONE);
        Source.Registration origin = source.origin();
        UnpackedEntry found = finder.find(Path.of(origin.path()), origin.entry(), origin.sha256());
        if (kept.size() == KEPT) {
            files.get().delete(kept.remove(kept.keySet().iterator().next()));
        }
        kept.put(source.number(), found);
        return found.file();
    }

    @Override public void close() throws IOException {
        if (files.isPresent()) {
            files.get().close();
        }
        files = Optional.empty();
        kept.clear();
    }
}
