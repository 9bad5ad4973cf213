package dev.spoor.workbench;

import dev.spoor.event.FieldTable;
import dev.spoor.event.Time;
import dev.spoor.ingest.Damaged;
import dev.spoor.ingest.IngestException;
import dev.spoor.ingest.RawRecord;
import dev.spoor.ingest.ReadOptions;
import dev.spoor.ingest.ReadResult;
import dev.spoor.ingest.WindowsRecord;
import dev.spoor.ingest.open.LogFiles;
import dev.spoor.ingest.open.LogFolder;
import dev.spoor.ingest.open.OpenOptions;
import dev.spoor.ingest.open.OpenedLog;
import dev.spoor.event.Origin;
import dev.spoor.job.CancelledException;
import dev.spoor.job.Job;
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
import java.util.Optional;
import java.util.Set;

/**
 * Loads evidence: hash, open, read, normalise, gather into segments, append. A source is finished in the same transaction as its last segment, so that a load that
 * is killed can be repeated: what is in the case is passed over, nothing doubles. One object serves one load.
 */
final class EvidenceLoader {
    /** Format of a file that stands in the register although it is no log. */
    private static final String NOT_READ = "not read";
    private static final int MAX_PROBLEMS = 1_000;
    /** Where no record is smaller than this, a file of n bytes has at most n / 64 of them. */
    private static final int SMALLEST_RECORD = 64;
    private final CaseFile file;
    private final LoadOptions options;
    private final String analyst;
    private final LoadObserver observer;
    private final Job job;
    private final FieldTable fields = new FieldTable();
    private final SegmentWriter segments;
    private final EventGatherer gatherer;
    private final List<String> refused = new ArrayList<>();
    /** Hashes of what this load has read: their sources are finished only with their last segment. */
    private final Set<String> readNow = new HashSet<>();
    private int loaded;
    private int duplicates;

    /**
     * @param early looks at each segment when it is in the case
     */
    EvidenceLoader(CaseFile file, LoadOptions options, String analyst, LoadObserver observer, SegmentWriter.Follower early, Job job) throws WorkbenchException {
        this.file = file;
        this.options = options;
        this.analyst = analyst;
        this.observer = observer;
        this.job = job;
        this.segments = new SegmentWriter(file, fields, options.datasetName(), early);
        this.gatherer = new EventGatherer(fields, Normalizers.of(fields, options), segments);
    }

    /** Loads files and folders. */
    LoadResult load(List<Path> paths) throws StoreException, WorkbenchException {
        List<LogFolder.Entry> queue = queue(paths);
        try {
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

    private static long size(Path path) {
        return path.toFile().length();
    }

    private void load(LogFolder.Entry entry, int place) throws StoreException, WorkbenchException {
        FileProgress progress = new FileProgress(observer, job, place, entry.name());
        try {
            long size = Files.size(entry.path());
            EvidenceHash hash = EvidenceHash.take(entry.path(), progress);
            String sha256 = hash.sha256();
            Optional<Source> known = file.sources().findBySha256(sha256);
            boolean refusedBefore = known.filter(source -> source.origin().format().equals(NOT_READ)).isPresent();
            boolean whole = known.isPresent() && !refusedBefore && (known.get().state() == Source.State.LOADED || readNow.contains(sha256));
            if (whole && !options.again()) {
                duplicate(entry, size, sha256, known.get());
                observer.told(new LoadEvent.Duplicate(place, known.get().origin().path()));
                return;
            }
            read(entry, size, hash, whole || refusedBefore ? Optional.empty() : known, progress);
            readNow.add(sha256);
        } catch (IngestException e) {
            refuse(place, e.getMessage());
        } catch (IOException e) {
            refuse(place, entry.name() + " cannot be read: " + e.getMessage());
        }
    }

    private void refuse(int place, String why) {
        refused.add(why);
        observer.told(new LoadEvent.Refused(place, why));
    }

    private void duplicate(LogFolder.Entry entry, long size, String sha256, Source original) throws StoreException {
        duplicates++;
        if (!file.sources().registered(entry.name(), sha256)) {
            file.transaction(Durability.FAST, () -> {
                file.sources().registerDuplicate(registration(entry, size, sha256, original.origin().format()), original.number());
                return file.journal().append(Durability.FAST, act(entry.name(), "same bytes as " + original.origin().path() + ", not loaded again"));
            });
        }
    }

    private void read(LogFolder.Entry entry, long size, EvidenceHash hash, Optional<Source> interrupted, FileProgress progress)
            throws IngestException, IOException, StoreException, WorkbenchException {
        if (segments.room() < size / SMALLEST_RECORD) {
            segments.flush();
        }
        String sha256 = hash.sha256();
        OpenOptions open = new OpenOptions(options.format(), new ReadOptions(options.recover()), OpenOptions.DEFAULT.maxBytes());
        OpenedLog log;
        try {
            log = LogFiles.open(entry.path(), open);
        } catch (IngestException e) {
            unread(entry, size, sha256, e);
            throw e;
        }
        int number = interrupted.isPresent() ? interrupted.get().number() : file.sources().register(registration(entry, size, sha256, log.format()));
        Tally tally = new Tally(interrupted.map(Source::stored).orElse(0L), progress);
        try (var reader = log.reader()) {
            for (Optional<ReadResult> next = reader.next(); next.isPresent(); next = reader.next()) {
                job.check();
                progress.reading(log.format(), reader.position(), size, tally.records);
                take(next.get(), number, tally, reader.position());
            }
            tally.repaired += reader.repaired();
        } catch (IngestException e) {
            tally.damage(e.getMessage());
        }
        gatherer.flush();
        if (!hash.stands(entry.path())) {
            String changed = "The file changed while it was read; its hash is that from before.";
            tally.problems.addFirst(changed);
            progress.problem(changed);
        }
        loaded++;
        segments.finish(number, tally.result(), act(entry.name(), tally.records + " records, " + tally.damaged + " damaged, SHA-256 " + sha256));
        observer.told(new LoadEvent.Done(progress.place(), log.format(), tally.records, tally.damaged));
    }

    /** A file that is no log stands in the register all the same: that it was given, and that it was not read. */
    private void unread(LogFolder.Entry entry, long size, String sha256, IngestException why) throws StoreException {
        if (file.sources().findBySha256(sha256).isPresent()) {
            return;
        }
        file.transaction(Durability.FAST, () -> {
            int number = file.sources().register(registration(entry, size, sha256, NOT_READ));
            file.sources().finish(number, new Source.Result(0, 1, 0, Time.NONE, Time.NONE, List.of(why.getMessage())));
            return file.journal().append(Durability.FAST, act(entry.name(), "not read: " + why.getMessage()));
        });
    }

    private void take(ReadResult result, int source, Tally tally, long position) throws StoreException, WorkbenchException {
        switch (result) {
            case Damaged(String problem, long offset) -> tally.damage("at byte " + offset + ": " + problem);
            case RawRecord record -> {
                tally.records++;
                if (record instanceof WindowsRecord windows && windows.recovered()) {
                    tally.repaired++;
                }
                Origin origin = new Origin(source, "", record.record(), record.offset());
                if (tally.skip > 0) {
                    tally.skip--;
                    tally.time(gatherer.time(record, origin));
                } else {
                    tally.time(gatherer.add(record, origin, position));
                }
            }
        }
    }

    private Source.Registration registration(LogFolder.Entry entry, long size, String sha256, String format) {
        return new Source.Registration(entry.name(), "", sha256, size, format, options.datasetName(), options.zone().map(Object::toString).orElse(""), Clock.now());
    }

    private JournalLine.Act act(String subject, String detail) {
        return new JournalLine.Act(Clock.now(), analyst, "load", subject, detail);
    }

    /** What reading one source gives. */
    private static final class Tally {
        private final List<String> problems = new ArrayList<>();
        private final FileProgress progress;
        private long skip;
        private long records;
        private long damaged;
        private long repaired;
        private long first = Time.NONE;
        private long last = Time.NONE;

        Tally(long skip, FileProgress progress) {
            this.progress = progress;
            this.skip = skip;
        }

        void damage(String problem) {
            damaged++;
            if (problems.size() < MAX_PROBLEMS) {
                problems.add(problem);
                progress.problem(problem);
            }
        }

        void time(long ticks) {
            if (ticks != Time.NONE) {
                first = first == Time.NONE ? ticks : Math.min(first, ticks);
                last = last == Time.NONE ? ticks : Math.max(last, ticks);
            }
        }

        Source.Result result() {
            return new Source.Result(records, damaged, repaired, first, last, problems);
        }
    }
}
