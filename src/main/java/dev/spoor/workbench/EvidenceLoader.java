package dev.spoor.workbench;

import dev.spoor.event.FieldTable;
import dev.spoor.event.Time;
import dev.spoor.ingest.Damaged;
import dev.spoor.ingest.IngestException;
import dev.spoor.ingest.LogReader;
import dev.spoor.ingest.RawRecord;
import dev.spoor.ingest.ReadOptions;
import dev.spoor.ingest.ReadResult;
import dev.spoor.ingest.ShapedRecord;
import dev.spoor.ingest.WindowsRecord;
import dev.spoor.ingest.archive.ContainerFormat;
import dev.spoor.ingest.archive.EntryPath;
import dev.spoor.ingest.archive.PasswordSource;
import dev.spoor.ingest.open.EntryFiles;
import dev.spoor.ingest.open.LogFiles;
import dev.spoor.ingest.open.LogFolder;
import dev.spoor.ingest.open.OpenOptions;
import dev.spoor.ingest.open.OpenedLog;
import dev.spoor.event.Origin;
import dev.spoor.job.CancelledException;
import dev.spoor.job.Job;
import dev.spoor.normalize.Normalizer;
import dev.spoor.store.CaseFile;
import dev.spoor.store.Durability;
import dev.spoor.store.JournalLine;
import dev.spoor.store.Source;
import dev.spoor.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Loads evidence: hash, open, read, normalise, gather into segments, append. A source is finished in the same transaction as its last segment, so that a load that
 * is killed can be repeated: what is in the case is passed over, nothing doubles. One object serves one load.
 */
final class EvidenceLoader {
    /** Format of a file that stands in the register although it is no log. */
    static final String NOT_READ = "not read";
    /** Where no record is smaller than this, a file of n bytes has at most n / 64 of them. */
    private static final int SMALLEST_RECORD = 64;
    private final CaseFile file;
    private final LoadOptions options;
    private final String analyst;
    private final LoadObserver observer;
    private final Job job;
    private final FieldTable fields = new FieldTable();
    private final Normalizer normalizer;
    private final SegmentWriter segments;
    private final EventGatherer gatherer;
    private final List<String> refused = new ArrayList<>();
    /** Hashes of what this load has read: their sources are finished only with their last segment. */
    private final Set<String> readNow = new HashSet<>();
    private final ContainerLoader containers;
    private int places;
    private int loaded;
    private int duplicates;

    /**
     * @param early looks at each segment when it is in the case
     */
    EvidenceLoader(CaseFile file, LoadOptions options, PasswordSource passwords, String analyst, LoadObserver observer, SegmentWriter.Follower early, Job job)
            throws WorkbenchException {
        this.file = file;
        this.options = options;
        this.analyst = analyst;
        this.observer = observer;
        this.job = job;
        this.segments = new SegmentWriter(file, fields, options.datasetName(), early);
        this.normalizer = Normalizers.of(fields, options);
        this.gatherer = new EventGatherer(fields, normalizer, segments);
        this.containers = new ContainerLoader(this, file, passwords, job);
    }

    /** Loads files and folders. */
    LoadResult load(List<Path> paths) throws StoreException, WorkbenchException {
        deleteAbandoned();
        List<LogFolder.Entry> queue = queue(paths);
        places = queue.size();
        try (containers) {
            for (int i = 0; i < queue.size(); i++) {
                job.check();
                load(queue.get(i), i);
            }
            segments.flush();
        } catch (CancelledException e) {
            gatherer.flush();
            segments.abandon();
            throw e;
        }
        return new LoadResult(loaded, duplicates, refused);
    }

    /** A program that was killed may have left unpacked evidence, which must not stay where everybody may read it. */
    private void deleteAbandoned() {
        try {
            EntryFiles.deleteAbandoned();
        } catch (IngestException e) {
            left(e.getMessage());
        }
    }

    private List<LogFolder.Entry> queue(List<Path> paths) {
        List<LogFolder.Entry> queue = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path path : paths) {
            LogFolder folder = LogFolder.of(path);
            problems.addAll(folder.problems());
            queue.addAll(folder.files());
        }
        refused.addAll(problems);
        observer.told(new LoadEvent.Queued(queue.stream().map(entry -> new LoadEvent.QueuedFile(entry.name(), size(entry.path()))).toList()));
        problems.forEach(problem -> observer.told(new LoadEvent.NotFound(problem)));
        return queue;
    }

    /** Begins a line of progress for an entry of a container. */
    FileProgress entry(Evidence evidence) {
        int place = places++;
        observer.told(new LoadEvent.Found(place, new LoadEvent.QueuedFile(evidence.name(), evidence.size())));
        return new FileProgress(observer, job, place, evidence.name());
    }

    private static long size(Path path) {
        return path.toFile().length();
    }

    private void load(LogFolder.Entry entry, int place) throws StoreException, WorkbenchException {
        FileProgress progress = new FileProgress(observer, job, place, entry.name());
        try {
            long size = Files.size(entry.path());
            EvidenceHash hash = EvidenceHash.take(entry.path(), progress);
            load(new Evidence(entry.name(), "", entry.path(), hash, List.of()), progress, containers.nesting());
        } catch (IngestException e) {
            refuse(place, e.getMessage());
        } catch (IOException e) {
            refuse(place, entry.name() + " cannot be read: " + e.getMessage());
        }
    }

    /**
     * Loads a file, or an entry of a container.
     *
     * @param nesting what containers around it have cost, and how many there are
     */
    void load(Evidence evidence, FileProgress progress, ContainerLoader.Nesting nesting) throws IngestException, IOException, StoreException, WorkbenchException {
        String sha256 = evidence.sha256();
        Optional<Source> known = file.sources().findBySha256(sha256);
        boolean incomplete = known.isPresent() && refusedBefore(known.get());
        boolean whole = known.isPresent() && !incomplete && (known.get().state() == Source.State.LOADED || readNow.contains(sha256));
        if (whole && !options.again()) {
            duplicate(evidence, known.get());
            if (options.embedRaw() && known.get().embedded() < known.get().result().records()) {
                left(evidence.name() + " was loaded before without all of its raw records; --embed-raw embeds what is loaded now (with --again, its events once more)");
            }
            observer.told(new LoadEvent.Duplicate(progress.place(), EntryPath.shown(known.get().origin().path(), known.get().origin().entry())));
            return;
        }
        Optional<ContainerFormat> container = LogFiles.container(evidence.content());
        if (container.isPresent()) {
            containers.load(evidence, container.get(), whole || isNotRead(known.orElse(null)) ? Optional.empty() : known, progress, nesting);
        } else {
            read(evidence, whole || incomplete ? Optional.empty() : known, progress);
        }
        readNow.add(sha256);
    }

    /** Whether loading it again may give more than the case has: it could not be read, or not all that is in it. */
    private boolean refusedBefore(Source known) throws StoreException {
        boolean container = ContainerLoader.isContainer(known);
        return isNotRead(known) || container && known.state() == Source.State.LOADED && !readNow.contains(known.origin().sha256())
                && (known.result().damaged() > 0 || file.sources().unreadEntries(known.origin().path(), known.origin().entry()) > 0);
    }

    static boolean isNotRead(Source source) {
        return source != null && source.origin().format().equals(NOT_READ);
    }

    /** Notes that a file could not be loaded at all. */
    void refuse(int place, String why) {
        refused.add(why);
        observer.told(new LoadEvent.Refused(place, why));
    }

    /** Notes something that was not loaded, beside what was. */
    void left(String why) {
        refused.add(why);
    }

    private void duplicate(Evidence evidence, Source original) throws StoreException {
        duplicates++;
        if (!file.sources().registered(evidence.path(), evidence.entry(), evidence.sha256())) {
            file.transaction(Durability.FAST, () -> {
                file.sources().registerDuplicate(registration(evidence, original.origin().format()), original.number());
                String of = EntryPath.shown(original.origin().path(), original.origin().entry());
                return file.journal().append(Durability.FAST, act(evidence.name(), "same bytes as " + of + ", not loaded again"));
            });
        }
    }

    private void read(Evidence evidence, Optional<Source> interrupted, FileProgress progress) throws IngestException, IOException, StoreException, WorkbenchException {
        if (segments.room() < evidence.size() / SMALLEST_RECORD) {
            segments.flush();
        }
        OpenedLog log;
        try {
            log = LogFiles.open(evidence.content(), new OpenOptions(options.format(), new ReadOptions(options.recover())));
        } catch (IngestException e) {
            throw unread(evidence, e);
        }
        int number = interrupted.isPresent() ? interrupted.get().number() : file.sources().register(registration(evidence, log.format()));
        Tally tally = new Tally(interrupted.map(Source::stored).orElse(0L), progress);
        evidence.problems().forEach(tally::damage);
        long zoneUses = normalizer.zoneUses();
        long unreadTimes = normalizer.unreadTimes();
        OptionalLong checksum = OptionalLong.empty();
        try (var reader = log.reader()) {
            for (Optional<ReadResult> next = reader.nextShaped(); next.isPresent(); next = reader.nextShaped()) {
                job.check();
                progress.reading(log.format(), reader.position(), evidence.size(), tally.records());
                take(next.get(), number, evidence.entry(), tally, reader);
            }
            checksum = reader.checksum();
            tally.repaired(reader.repaired());
            reader.remarks().reversed().forEach(tally::remark);
            unread(normalizer.unreadTimes() - unreadTimes).ifPresent(tally::remark);
            tally.zoneless(normalizer.zoneUses() - zoneUses);
            zone(options, normalizer.zoneUses() - zoneUses).ifPresent(tally::remark);
        } catch (IngestException e) {
            tally.damage(evidence.named(e.getMessage()));
        }
        gatherer.flush();
        checkUnchanged(evidence, checksum, tally);
        loaded++;
        finish(evidence, number, log.format(), tally, progress, tally.records() + " records");
    }

    /** Says which zone times without one were read in, and whether the user said so. */
    static Optional<String> zone(LoadOptions options, long uses) {
        String zone = options.zone().map(given -> given + ", as given").orElse("UTC, which is assumed (--timezone says another)");
        return uses == 0 ? Optional.empty() : Optional.of(String.format(Locale.ROOT, "%,d times name no zone; they were read in %s.", uses, zone));
    }

    static Optional<String> unread(long times) {
        return times == 0 ? Optional.empty() : Optional.of(String.format(Locale.ROOT, "%,d times could not be read; their events have no time.", times));
    }

    /**
     * Says where a given file has another hash than before it was read.
     *
     * @param read CRC-32C of the bytes that its reader found, if it says so
     */
    void checkUnchanged(Evidence evidence, OptionalLong read, Tally tally) throws IOException {
        if (!evidence.unpacked() && !evidence.hash().stands(evidence.content(), read)) {
            tally.remark("The file changed while it was read; its hash is that from before.");
        }
    }

    /** Says that a source has been read to its end. */
    void finish(Evidence evidence, int number, String format, Tally tally, FileProgress progress, String what) throws StoreException, WorkbenchException {
        segments.finish(number, tally.result(), act(evidence.name(), what + ", " + tally.damaged() + " damaged, SHA-256 " + evidence.sha256()));
        observer.told(new LoadEvent.Done(progress.place(), format, tally.records(), tally.damaged()));
    }

    /** What cannot be read stands in the register all the same: that it was given, and that it was not read. Answers what to say. */
    IngestException unread(Evidence evidence, IngestException why) throws StoreException {
        List<String> problems = new ArrayList<>(evidence.problems());
        problems.add(evidence.named(why.getMessage()));
        Optional<Source> known = file.sources().findBySha256(evidence.sha256());
        boolean registered = known.isPresent() && (!isNotRead(known.get()) || file.sources().registered(evidence.path(), evidence.entry(), evidence.sha256()));
        if (!registered) {
            file.transaction(Durability.FAST, () -> {
                int number = file.sources().register(registration(evidence, NOT_READ));
                file.sources().finish(number, new Source.Result(0, problems.size(), 0, Time.NONE, Time.NONE, problems));
                return file.journal().append(Durability.FAST, act(evidence.name(), "not read: " + String.join("; ", problems)));
            });
        }
        return new IngestException(String.join("; ", problems), why);
    }

    private void take(ReadResult result, int source, String entry, Tally tally, LogReader reader) throws StoreException, WorkbenchException {
        switch (result) {
            case Damaged(String problem, long offset) -> tally.damage("at byte " + offset + ": " + problem);
            case RawRecord record -> {
                if (record instanceof WindowsRecord windows && windows.recovered() || record instanceof ShapedRecord shaped && shaped.recovered()) {
                    tally.repaired(1);
                }
                Origin origin = new Origin(source, entry, record.record(), record.offset());
                if (tally.skips()) {
                    tally.record(gatherer.time(record, origin));
                } else {
                    embed(record, source, reader);
                    tally.record(gatherer.add(record, origin, reader.position()));
                }
            }
        }
    }

    private void embed(RawRecord record, int source, LogReader reader) throws StoreException, WorkbenchException {
        if (!options.embedRaw()) {
            return;
        }
        if (segments.raw().enough()) {
            gatherer.flush();
            segments.flush();
        }
        segments.raw().add(source, record, reader);
    }

    /** What the register says of evidence before it is read. */
    Source.Registration registration(Evidence evidence, String format) {
        return new Source.Registration(evidence.path(), evidence.entry(), evidence.sha256(), evidence.size(), format, options.datasetName(),
                options.zone().map(Object::toString).orElse(""), Clock.now());
    }

    private JournalLine.Act act(String subject, String detail) {
        return new JournalLine.Act(Clock.now(), analyst, "load", subject, detail + ReadingChoice.of(options));
    }
}
