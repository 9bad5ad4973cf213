package dev.spoor.workbench;

import dev.spoor.ingest.IngestException;
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
import dev.spoor.ingest.open.UnpackedEntry;
import dev.spoor.job.Job;
import dev.spoor.store.CaseFile;
import dev.spoor.store.Source;
import dev.spoor.store.StoreException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Loads what is in containers, containers in containers too. A container has a line in the register of its own, without records; what is wrong with it is told there. Each
 * entry is unpacked, hashed, and loaded like a file. Not thread-safe.
 */
final class ContainerLoader implements AutoCloseable {
    private static final Set<String> FORMATS = Arrays.stream(ContainerFormat.values()).map(ContainerFormat::word).collect(Collectors.toUnmodifiableSet());
    private final EvidenceLoader loader;
    private final CaseFile file;
    private final PasswordSource passwords;
    private final Job job;
    private Optional<EntryFiles> files = Optional.empty();

    /**
     * Where in containers the loading is.
     *
     * @param budget shared by all containers of one given file
     * @param depth  how many containers are around
     */
    record Nesting(ArchiveBudget budget, int depth) {
        Nesting inner() {
            return new Nesting(budget, depth + 1);
        }

        boolean tooDeep() {
            return depth >= budget.limits().depth();
        }
    }

    /** What became of the entries of one container. */
    private static final class Contents {
        private long entries;
        private long locked;
        private String limit = "";
    }

    ContainerLoader(EvidenceLoader loader, CaseFile file, PasswordSource passwords, Job job) {
        this.loader = loader;
        this.file = file;
        this.passwords = passwords;
        this.job = job;
    }

    /** For a given file, around which there is no container. */
    Nesting nesting() {
        return new Nesting(new ArchiveBudget(ArchiveLimits.DEFAULT), 0);
    }

    /** Whether a line of the register is that of a container. */
    static boolean isContainer(Source source) {
        return FORMATS.contains(source.origin().format().replaceFirst("^tar\\.", ""));
    }

    /**
     * Loads the entries of a container.
     *
     * @param known its line in the register, if it has one already
     */
    void load(Evidence container, ContainerFormat format, Optional<Source> known, FileProgress progress, Nesting nesting)
            throws IngestException, IOException, StoreException, WorkbenchException {
        if (nesting.tooDeep()) {
            throw loader.unread(container, new IngestException(container.name() + " lies in " + nesting.depth() + " containers, which is the limit; it is not unpacked"));
        }
        try (ArchiveReader reader = open(container, format, nesting)) {
            int number = known.isPresent() ? known.get().number() : file.sources().register(loader.registration(container, reader.format()));
            Tally tally = new Tally(0, progress);
            container.problems().forEach(tally::damage);
            Contents contents = new Contents();
            walk(container, reader, tally, contents, progress, nesting);
            loader.checkUnchanged(container, OptionalLong.empty(), tally);
            sum(container, tally, contents);
            loader.finish(container, number, reader.format(), tally, progress, contents.entries + " entries");
        }
    }

    private ArchiveReader open(Evidence container, ContainerFormat format, Nesting nesting) throws IngestException, StoreException {
        try {
            return Archives.open(container.content(), format, container.name(), nesting.budget(), passwords);
        } catch (IngestException e) {
            throw loader.unread(container, new IngestException(container.name() + ": " + container.named(e.getMessage()), e));
        }
    }

    private void walk(Evidence container, ArchiveReader reader, Tally tally, Contents contents, FileProgress progress, Nesting nesting)
            throws IOException, StoreException, WorkbenchException {
        try {
            for (Optional<ArchiveItem> item = reader.next(); item.isPresent() && contents.limit.isEmpty(); item = reader.next()) {
                job.check();
                progress.reading(reader.format(), reader.position(), container.size(), 0);
                switch (item.get()) {
                    case ArchiveProblem problem -> {
                        tally.damage(problem.text());
                        contents.entries++;
                        contents.locked += problem.kind() == ArchiveProblem.Kind.PASSWORD ? 1 : 0;
                        contents.limit = problem.kind() == ArchiveProblem.Kind.LIMIT ? problem.text() : contents.limit;
                    }
                    case ArchiveEntry entry -> {
                        contents.entries++;
                        entry(container, entry, progress.of(reader, container.size()), tally, contents, nesting);
                    }
                }
                if (nesting.budget().spent() && contents.limit.isEmpty()) {
                    contents.limit = "a limit was reached in a container in it; what follows is not read";
                    tally.damage(contents.limit);
                }
            }
        } catch (IngestException e) {
            tally.damage(container.named(e.getMessage()));
        }
    }

    private void entry(Evidence container, ArchiveEntry entry, Job unpacking, Tally tally, Contents contents, Nesting nesting)
            throws IngestException, IOException, StoreException, WorkbenchException {
        UnpackedEntry unpacked = files().unpack(entry, unpacking);
        try {
            List<String> problems = unpacked.problem().map(why -> unpackingEnded(unpacked.size(), why)).stream().toList();
            Evidence evidence = new Evidence(container.path(), EntryPath.join(container.entry(), entry.name()), unpacked.file(),
                    EvidenceHash.unpacked(unpacked.sha256(), unpacked.size()), problems);
            if (unpacked.problem().isPresent()) {
                String text = "entry \"" + entry.name() + "\"" + (entry.where().isEmpty() ? "" : " " + entry.where()) + ": " + problems.getFirst();
                tally.damage(text);
                contents.limit = unpacked.limit() ? text : "";
            }
            FileProgress progress = loader.entry(evidence);
            try {
                if (unpacked.size() == 0 && unpacked.problem().isPresent()) {
                    throw loader.unread(evidence, new IngestException(evidence.name() + " cannot be unpacked"));
                }
                loader.load(evidence, progress, nesting.inner());
            } catch (IngestException e) {
                loader.refuse(progress.place(), e.getMessage());
            }
        } finally {
            files().delete(unpacked);
        }
    }

    /** What the register says of an entry of which only the beginning could be had. */
    static String unpackingEnded(long size, String why) {
        return String.format(Locale.ROOT, "unpacking ended after %,d bytes, the hash is theirs: %s", size, why);
    }

    private EntryFiles files() throws IngestException {
        if (files.isEmpty()) {
            files = Optional.of(EntryFiles.create());
        }
        return files.get();
    }

    /** What the user is to know besides the lines of the register. */
    private void sum(Evidence container, Tally tally, Contents contents) {
        if (contents.entries == 0) {
            tally.damage("it holds no files");
            loader.left(container.name() + " holds no files");
        }
        if (contents.locked > 0) {
            loader.left(String.format(Locale.ROOT, "%s: %,d encrypted entries were not read; give the right password with --password and load it again", container.name(),
                    contents.locked));
        }
        if (!contents.limit.isEmpty()) {
            loader.left(container.name() + ": " + contents.limit);
        }
    }

    /** Deletes all temporary files. */
    @Override public void close() throws WorkbenchException {
        if (files.isPresent()) {
            try {
                files.get().close();
            } catch (IOException e) {
                throw new WorkbenchException("The temporary files of unpacked archives cannot be deleted: " + e.getMessage(), e);
            }
        }
    }
}
