package dev.spoor.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.ingest.Damaged;
import dev.spoor.ingest.DocumentRecord;
import dev.spoor.ingest.IngestException;
import dev.spoor.ingest.LogReader;
import dev.spoor.ingest.ReadResult;
import dev.spoor.ingest.ShapedRecord;
import dev.spoor.ingest.WindowsRecord;
import dev.spoor.ingest.archive.ArchiveBudget;
import dev.spoor.ingest.archive.ArchiveEntry;
import dev.spoor.ingest.archive.ArchiveItem;
import dev.spoor.ingest.archive.ArchiveLimits;
import dev.spoor.ingest.archive.ArchiveProblem;
import dev.spoor.ingest.archive.ArchiveReader;
import dev.spoor.ingest.archive.Archives;
import dev.spoor.ingest.archive.ContainerFormat;
import dev.spoor.ingest.archive.EntryPath;
import dev.spoor.ingest.archive.PasswordSource;
import dev.spoor.ingest.open.EntryFiles;
import dev.spoor.ingest.open.LogFiles;
import dev.spoor.ingest.open.OpenOptions;
import dev.spoor.ingest.open.UnpackedEntry;
import dev.spoor.job.Job;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Gives the records of a file, or of each entry of a container, one line each. Not thread-safe. */
final class RecordWalk implements Closeable {
    private final OpenOptions options;
    private final PasswordSource passwords;
    private final Consumer<ObjectNode> out;
    private final ArchiveBudget budget = new ArchiveBudget(ArchiveLimits.DEFAULT);
    private Optional<EntryFiles> files = Optional.empty();
    private long records;
    private long damaged;

    RecordWalk(OpenOptions options, PasswordSource passwords, Consumer<ObjectNode> out) {
        this.options = options;
        this.passwords = passwords;
        this.out = out;
    }

    /** How many records were given. */
    long records() {
        return records;
    }

    /** How many places could not be read. */
    long damaged() {
        return damaged;
    }

    /** Goes through a given file. */
    void file(Path file) throws IOException, IngestException {
        log(file, file.toString(), "", 0);
    }

    /**
     * @param name  how the file is called in messages
     * @param entry its path in the given file; empty for that file itself
     * @param depth how many containers are around it
     */
    private void log(Path file, String name, String entry, int depth) throws IOException, IngestException {
        Optional<ContainerFormat> container = LogFiles.container(file);
        if (container.isPresent()) {
            container(file, container.get(), name, entry, depth);
            return;
        }
        try (LogReader reader = LogFiles.open(file, options).reader()) {
            for (Optional<ReadResult> result = reader.next(); result.isPresent(); result = reader.next()) {
                switch (result.get()) {
                    case WindowsRecord record -> record(RecordJson.of(record), entry);
                    case ShapedRecord _ -> throw new IllegalStateException("whole records were asked for");
                    case DocumentRecord record -> record(RecordJson.of(record), entry);
                    case Damaged place -> problem(RecordJson.of(place), entry);
                }
            }
        }
    }

    private void container(Path file, ContainerFormat format, String name, String prefix, int depth) throws IOException, IngestException {
        if (depth >= budget.limits().depth()) {
            throw new IngestException(name + " lies in " + depth + " containers, which is the limit; it is not unpacked");
        }
        try (ArchiveReader reader = Archives.open(file, format, name, budget, passwords)) {
            boolean limit = false;
            for (Optional<ArchiveItem> item = reader.next(); item.isPresent() && !limit; item = reader.next()) {
                switch (item.get()) {
                    case ArchiveProblem problem -> {
                        problem(problem.text(), prefix);
                        limit = problem.kind() == ArchiveProblem.Kind.LIMIT;
                    }
                    case ArchiveEntry entry -> limit = entry(entry, EntryPath.join(prefix, entry.name()), depth);
                }
                limit |= budget.spent();
            }
        }
    }

    /** Whether a limit ended it. */
    private boolean entry(ArchiveEntry entry, String path, int depth) throws IOException, IngestException {
        if (files.isEmpty()) {
            files = Optional.of(EntryFiles.create());
        }
        UnpackedEntry unpacked = files.get().unpack(entry, Job.SILENT);
        try {
            unpacked.problem().ifPresent(why -> problem("unpacking ended after " + unpacked.size() + " bytes: " + why, path));
            log(unpacked.file(), path, path, depth + 1);
        } catch (IngestException e) {
            problem(e.getMessage().replace(unpacked.file().toString(), path), path);
        } finally {
            files.get().delete(unpacked);
        }
        return unpacked.limit();
    }

    private void record(ObjectNode line, String entry) {
        records++;
        print(line, entry);
    }

    private void problem(String text, String entry) {
        problem(JsonNodeFactory.instance.objectNode().put("problem", text), entry);
    }

    private void problem(ObjectNode line, String entry) {
        damaged++;
        print(line, entry);
    }

    private void print(ObjectNode line, String entry) {
        out.accept(entry.isEmpty() ? line : line.put("entry", entry));
    }

    @Override public void close() throws IOException {
        if (files.isPresent()) {
            files.get().close();
        }
    }
}
