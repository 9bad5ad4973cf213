package dev.spoor.ingest.open;

import dev.spoor.ingest.IngestException;
import dev.spoor.ingest.archive.ArchiveBudget;
import dev.spoor.ingest.archive.ArchiveEntry;
import dev.spoor.ingest.archive.ArchiveItem;
import dev.spoor.ingest.archive.ArchiveProblem;
import dev.spoor.ingest.archive.ArchiveReader;
import dev.spoor.ingest.archive.Archives;
import dev.spoor.ingest.archive.ContainerFormat;
import dev.spoor.ingest.archive.EntryPath;
import dev.spoor.ingest.archive.PasswordSource;
import dev.spoor.job.Job;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Unpacks one entry of a file again, by its path and hash. Not thread-safe. */
public final class EntryFinder {
    private final EntryFiles files;
    private final ArchiveBudget budget;
    private final PasswordSource passwords;
    private String problem = "";

    /**
     * @param budget what looking for it may cost
     */
    public EntryFinder(EntryFiles files, ArchiveBudget budget, PasswordSource passwords) {
        this.files = files;
        this.budget = budget;
        this.passwords = passwords;
    }

    /**
     * The entry, in a file that the caller deletes.
     *
     * @throws IngestException if there is no such entry with these bytes any more; the message says what stood in the way
     */
    public UnpackedEntry find(Path file, String entry, String sha256) throws IngestException {
        return find(file, file.toString(), "", entry, sha256, 1)
                .orElseThrow(() -> new IngestException(
                        "The entry " + entry + " of " + file + " was not found with the bytes that were loaded" + (problem.isEmpty() ? "." : ": " + problem)));
    }

    private Optional<UnpackedEntry> find(Path file, String name, String prefix, String wanted, String sha256, int depth) throws IngestException {
        Optional<ContainerFormat> format = LogFiles.container(file);
        if (format.isEmpty() || depth > budget.limits().depth()) {
            return Optional.empty();
        }
        try (ArchiveReader reader = Archives.open(file, format.get(), name, budget, passwords)) {
            for (Optional<ArchiveItem> item = reader.next(); item.isPresent() && !budget.spent(); item = reader.next()) {
                Optional<UnpackedEntry> found = switch (item.get()) {
                    case ArchiveProblem told -> {
                        problem = told.text();
                        yield Optional.empty();
                    }
                    case ArchiveEntry entry -> look(entry, EntryPath.join(prefix, entry.name()), wanted, sha256, depth);
                };
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new IngestException(file + " cannot be closed: " + e.getMessage(), e);
        }
    }

    private Optional<UnpackedEntry> look(ArchiveEntry entry, String path, String wanted, String sha256, int depth) throws IngestException {
        boolean itself = path.equals(wanted);
        if (!itself && !wanted.startsWith(path + EntryPath.SEPARATOR)) {
            return Optional.empty();
        }
        UnpackedEntry unpacked = files.unpack(entry, Job.SILENT);
        unpacked.problem().ifPresent(why -> problem = why);
        if (itself && unpacked.sha256().equals(sha256)) {
            return Optional.of(unpacked);
        }
        Optional<UnpackedEntry> found = itself ? Optional.empty() : find(unpacked.file(), path, path, wanted, sha256, depth + 1);
        files.delete(unpacked);
        return found;
    }
}
