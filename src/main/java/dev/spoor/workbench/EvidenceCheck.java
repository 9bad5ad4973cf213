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
import dev.spoor.ingest.open.LogFiles;
import dev.spoor.ingest.open.UnpackedEntry;
import dev.spoor.job.Job;
import dev.spoor.store.Source;
import dev.spoor.store.StoreException;
import dev.spoor.workbench.Difference.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Hashes the evidence again, entries of archives too, and has the events of what is as it was compared. Not thread-safe. */
final class EvidenceCheck {
    private final JournalReplay replay;
    private final EventCheck events;
    private final PasswordSource passwords;
    private final Differences out;
    private final Job job;
    private boolean locked;

    EvidenceCheck(JournalReplay replay, EventCheck events, PasswordSource passwords, Differences out, Job job) {
        this.replay = replay;
        this.events = events;
        this.passwords = passwords;
        this.out = out;
        this.job = job;
    }

    /** Checks all lines of the register. */
    void run(List<Source> sources) throws StoreException, WorkbenchException {
        Map<String, List<Source>> byPath = new LinkedHashMap<>();
        for (Source source : sources) {
            told(source);
            byPath.computeIfAbsent(source.origin().path(), _ -> new ArrayList<>()).add(source);
        }
        for (Map.Entry<String, List<Source>> path : byPath.entrySet()) {
            job.check();
            try {
                path(Path.of(path.getKey()), path.getValue());
            } catch (IOException | IngestException e) {
                out.differs(Check.EVIDENCE, path.getKey(), "it cannot be read: " + e.getMessage());
            }
        }
    }

    /** Whether the journal tells of a source what the register says. */
    private void told(Source source) {
        String name = name(source);
        List<String> lines = replay.loads(name);
        Source.Result result = source.result();
        boolean unread = source.origin().format().equals(EvidenceLoader.NOT_READ);
        String counts = String.format(Locale.ROOT, "%d damaged, SHA-256 %s", result.damaged(), source.origin().sha256());
        String records = result.records() + " records, ";
        boolean agrees = switch (source.state()) {
            case LOADING -> true;
            case DUPLICATE -> lines.stream().anyMatch(line -> line.startsWith("same bytes as "));
            case LOADED -> lines.stream().anyMatch(line -> unread ? line.startsWith("not read: " + String.join("; ", result.problems()))
                    : line.contains(counts) && (ContainerLoader.isContainer(source) || line.startsWith(records)));
        };
        if (source.state() == Source.State.LOADING) {
            out.note(Check.EVIDENCE, name, "its loading was interrupted; load it again to complete it");
        } else if (!agrees) {
            out.differs(Check.EVIDENCE, name, "the journal does not tell of it what the register says (" + source.state().name().toLowerCase(Locale.ROOT) + ", " + records + counts
                    + ")" + (lines.isEmpty() ? "" : "; the journal says: " + lines.getLast()));
        }
    }

    private static String name(Source source) {
        return EntryPath.shown(source.origin().path(), source.origin().entry());
    }

    private void path(Path path, List<Source> sources) throws IOException, IngestException, StoreException, WorkbenchException {
        if (!Files.isRegularFile(path)) {
            out.differs(Check.EVIDENCE, path.toString(), "the file is not where it was when it was loaded");
            return;
        }
        EvidenceHash hash = EvidenceHash.take(path, job);
        List<Source> entries = new ArrayList<>();
        for (Source source : sources) {
            if (source.origin().entry().isEmpty()) {
                boolean other = sources.stream().anyMatch(one -> one.origin().entry().isEmpty() && one.origin().sha256().equals(hash.sha256()));
                bytes(source, new Evidence(path.toString(), "", path, hash, List.of()), other);
            } else {
                entries.add(source);
            }
        }
        if (!entries.isEmpty()) {
            entries(path, entries);
        }
    }

    /** Compares the bytes of a source, and its events where they are as they were. */
    private void bytes(Source source, Evidence found, boolean otherSource) throws StoreException {
        if (!source.origin().sha256().equals(found.sha256())) {
            if (otherSource) {
                out.unchecked(Check.EVIDENCE, name(source),
                        "the file has the bytes of a newer line of the register now; those with SHA-256 " + source.origin().sha256() + " are gone");
            } else {
                out.differs(Check.EVIDENCE, name(source), "its SHA-256 is " + found.sha256() + ", registered is " + source.origin().sha256());
            }
            return;
        }
        if (source.origin().size() != found.size()) {
            out.differs(Check.EVIDENCE, name(source), "it has " + found.size() + " bytes, registered are " + source.origin().size());
        }
        boolean log = source.state() != Source.State.DUPLICATE && !ContainerLoader.isContainer(source) && !source.origin().format().equals(EvidenceLoader.NOT_READ);
        if (log) {
            List<String> lines = replay.loads(name(source));
            events.compare(source, found, ReadingChoice.read(lines.isEmpty() ? "" : lines.getLast()));
        }
    }

    private void entries(Path path, List<Source> entries) throws IngestException, IOException, StoreException, WorkbenchException {
        Map<String, List<Source>> left = new LinkedHashMap<>();
        entries.forEach(source -> left.computeIfAbsent(source.origin().entry(), _ -> new ArrayList<>(1)).add(source));
        locked = false;
        try (EntryFiles files = EntryFiles.create()) {
            walk(path, path.toString(), "", new Walk(files, new ArchiveBudget(ArchiveLimits.DEFAULT), path, left), 0);
        }
        for (List<Source> missing : left.values()) {
            for (Source source : missing) {
                String text = "the archive has no such entry with these bytes any more (SHA-256 " + source.origin().sha256() + ")";
                if (locked) {
                    out.unchecked(Check.EVIDENCE, name(source), text + ", as far as can be read without the password");
                } else {
                    out.differs(Check.EVIDENCE, name(source), text);
                }
            }
        }
    }

    /** A walk through an archive, and the sources that were not met as yet. */
    private record Walk(EntryFiles files, ArchiveBudget budget, Path path, Map<String, List<Source>> left) {}

    private void walk(Path container, String name, String prefix, Walk walk, int depth) throws IngestException, IOException, StoreException {
        Optional<ContainerFormat> format = LogFiles.container(container);
        if (format.isEmpty() || depth >= walk.budget().limits().depth()) {
            return;
        }
        try (ArchiveReader reader = Archives.open(container, format.get(), name, walk.budget(), passwords)) {
            for (Optional<ArchiveItem> item = reader.next(); item.isPresent() && !walk.budget().spent(); item = reader.next()) {
                job.check();
                switch (item.get()) {
                    case ArchiveProblem problem -> locked |= problem.kind() == ArchiveProblem.Kind.PASSWORD;
                    case ArchiveEntry entry -> entry(entry, EntryPath.join(prefix, entry.name()), walk, depth);
                }
            }
        } catch (IngestException e) {
            out.unchecked(Check.EVIDENCE, EntryPath.shown(walk.path().toString(), prefix), "it cannot be unpacked to its end: " + e.getMessage());
        }
    }

    private void entry(ArchiveEntry entry, String entryPath, Walk walk, int depth) throws IngestException, IOException, StoreException {
        UnpackedEntry unpacked = walk.files().unpack(entry, job);
        try {
            List<Source> candidates = walk.left().getOrDefault(entryPath, List.of());
            List<String> problems = unpacked.problem().map(why -> ContainerLoader.unpackingEnded(unpacked.size(), why)).stream().toList();
            Optional<Source> met = candidates.stream().filter(source -> source.origin().sha256().equals(unpacked.sha256())).findFirst();
            if (met.isPresent()) {
                candidates.remove(met.get());
                bytes(met.get(), new Evidence(walk.path().toString(), entryPath, unpacked.file(), EvidenceHash.unpacked(unpacked.sha256(), unpacked.size()), problems), false);
            }
            walk(unpacked.file(), EntryPath.shown(walk.path().toString(), entryPath), entryPath, walk, depth + 1);
        } finally {
            walk.files().delete(unpacked);
        }
    }
}
