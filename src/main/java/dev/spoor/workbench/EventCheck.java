package dev.spoor.workbench;

import dev.spoor.event.Event;
import dev.spoor.event.Field;
import dev.spoor.event.FieldTable;
import dev.spoor.event.Origin;
import dev.spoor.event.Time;
import dev.spoor.event.Values;
import dev.spoor.ingest.Damaged;
import dev.spoor.ingest.IngestException;
import dev.spoor.ingest.RawRecord;
import dev.spoor.ingest.ReadOptions;
import dev.spoor.ingest.ReadResult;
import dev.spoor.ingest.WindowsRecord;
import dev.spoor.ingest.open.LogFiles;
import dev.spoor.ingest.open.OpenOptions;
import dev.spoor.ingest.open.OpenedLog;
import dev.spoor.job.Job;
import dev.spoor.normalize.Normalizer;
import dev.spoor.store.CaseFile;
import dev.spoor.store.Source;
import dev.spoor.store.StoreException;
import dev.spoor.workbench.Difference.Check;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads sources again, normalises their records as when they were loaded, and compares them with the stored events, field by field. Not thread-safe. */
final class EventCheck {
    /** So many differences of one source are told; then it is given up. */
    private static final int TOLD = 20;
    private final CaseFile file;
    private final Differences out;
    private final Job job;
    private final FieldTable fields = new FieldTable();
    private final Map<LoadOptions, Normalizer> normalizers = new HashMap<>();
    private final StoredEvents stored;
    private long same;
    private int told;

    EventCheck(CaseFile file, Differences out, Job job) {
        this.file = file;
        this.out = out;
        this.job = job;
        this.stored = new StoredEvents(file);
    }

    /** How many events were as the evidence gives them. */
    long same() {
        return same;
    }

    /**
     * Compares one source.
     *
     * @param evidence where its bytes are
     * @param choice   how it was read
     */
    void compare(Source source, Evidence evidence, ReadingChoice choice) throws StoreException {
        told = 0;
        if (choice.tables().isPresent() && !Files.isDirectory(choice.tables().get())) {
            out.unchecked(Check.EVENT, evidence.name(), "the folder " + choice.tables().get() + " of mapping tables with which it was read is not there");
            return;
        }
        Optional<ZoneId> zone = source.origin().zone().isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(source.origin().zone()));
        LoadOptions options = new LoadOptions(source.origin().dataset(), Optional.empty(), zone, Optional.empty(), false, choice.recover(), choice.tables());
        try (OpenReader log = open(source, evidence, options)) {
            read(source, evidence, options, log.log());
        } catch (IngestException | IOException | WorkbenchException e) {
            out.differs(Check.EVENT, evidence.name(), "it cannot be read again: " + e.getMessage());
        } catch (UncheckedIOException e) {
            out.unchecked(Check.EVENT, evidence.name(), "its events cannot be compared: " + e.getCause().getMessage());
        }
    }

    private record OpenReader(OpenedLog log) implements AutoCloseable {
        @Override public void close() throws IOException {
            log.reader().close();
        }
    }

    private OpenReader open(Source source, Evidence evidence, LoadOptions options) throws IngestException, IOException {
        OpenOptions read = new OpenOptions(Optional.empty(), new ReadOptions(options.recover()));
        return new OpenReader(LogFiles.open(evidence.content(), read.as(source.origin().format())));
    }

    private Normalizer normalizer(LoadOptions options) throws WorkbenchException {
        Normalizer known = normalizers.get(options);
        if (known == null) {
            known = Normalizers.of(fields, options);
            normalizers.put(options, known);
        }
        return known;
    }

    private void read(Source source, Evidence evidence, LoadOptions options, OpenedLog log) throws StoreException, IngestException, WorkbenchException {
        Normalizer normalizer = normalizer(options);
        Tally tally = new Tally(0, new FileProgress(LoadObserver.SILENT, job, 0, evidence.name()));
        evidence.problems().forEach(tally::damage);
        long zoneUses = normalizer.zoneUses();
        long unreadTimes = normalizer.unreadTimes();
        stored.begin(source.number());
        try {
            for (Optional<ReadResult> next = log.reader().next(); next.isPresent() && told < TOLD; next = log.reader().next()) {
                job.check();
                job.report("Comparing " + evidence.name(), log.reader().position(), evidence.size());
                take(next.get(), source, evidence, normalizer, tally);
            }
            tally.repaired(log.reader().repaired());
            log.reader().remarks().reversed().forEach(tally::remark);
            EvidenceLoader.unread(normalizer.unreadTimes() - unreadTimes).ifPresent(tally::remark);
            tally.zoneless(normalizer.zoneUses() - zoneUses);
            EvidenceLoader.zone(options, normalizer.zoneUses() - zoneUses).ifPresent(tally::remark);
        } catch (IngestException e) {
            tally.damage(evidence.named(e.getMessage()));
        }
        if (told >= TOLD) {
            out.differs(Check.EVENT, evidence.name(), "there may be more differences; the comparison of this source was given up");
            return;
        }
        stored.next().ifPresent(more -> out.differs(Check.EVENT, evidence.name(), "event " + more.id() + " and those behind it are not in the evidence"));
        if (source.state() == Source.State.LOADED) {
            register(source, evidence, tally.result());
        }
    }

    private void take(ReadResult result, Source source, Evidence evidence, Normalizer normalizer, Tally tally) throws StoreException {
        switch (result) {
            case Damaged(String problem, long offset) -> tally.damage("at byte " + offset + ": " + problem);
            case RawRecord record -> {
                if (record instanceof WindowsRecord windows && windows.recovered()) {
                    tally.repaired(1);
                }
                Event event = normalizer.normalize(record, new Origin(source.number(), source.origin().entry(), record.record(), record.offset()));
                tally.record(event.time());
                Optional<StoredEvents.Stored> next = stored.next();
                if (next.isPresent()) {
                    compare(event, next.get(), evidence);
                } else if (source.state() == Source.State.LOADED) {
                    differs(evidence, "record " + record.record(), "the case has no event of it");
                }
            }
        }
    }

    private void compare(Event event, StoredEvents.Stored found, Evidence evidence) {
        String name = "event " + found.id() + " (record " + event.origin().record() + ")";
        int before = told;
        if (!event.origin().equals(found.row().origin())) {
            differs(evidence, name, "its origin is " + place(found.row().origin()) + ", in the evidence " + place(event.origin()));
        }
        if (event.time() != found.row().time()) {
            differs(evidence, name, "its time is " + time(found.row().time()) + ", in the evidence " + time(event.time()));
        }
        int equal = 0;
        for (int place = 0; place < event.size(); place++) {
            Field field = fields.field(event.fieldAt(place));
            Optional<Values> held = found.row().get(field);
            if (held.isPresent() && held.get().equals(event.valuesAt(place))) {
                equal++;
            } else {
                differs(evidence, name, named(field) + " is " + held.map(EventCheck::shown).orElse("missing") + ", in the evidence " + shown(event.valuesAt(place)));
            }
        }
        if (told == before && equal != found.fields()) {
            differs(evidence, name, "it has fields that the evidence does not give: " + surplus(event, found));
        }
        same += told == before ? 1 : 0;
    }

    private TreeSet<String> surplus(Event event, StoredEvents.Stored found) {
        TreeSet<String> surplus = new TreeSet<>();
        for (Field field : found.row().segment().fields()) {
            if (found.row().get(field).isPresent() && event.get(field).isEmpty()) {
                surplus.add(named(field));
            }
        }
        return surplus;
    }

    private void register(Source source, Evidence evidence, Source.Result read) {
        Source.Result held = source.result();
        if (held.records() != read.records() || held.damaged() != read.damaged() || held.repaired() != read.repaired() || held.first() != read.first()
                || held.last() != read.last() || held.zoneless().isPresent() && !held.zoneless().equals(read.zoneless())) {
            out.differs(Check.EVIDENCE, evidence.name(), "the register says " + counts(held) + ", reading it again gives " + counts(read));
        } else if (!held.problems().equals(read.problems())) {
            out.differs(Check.EVIDENCE, evidence.name(), "the register tells other problems than reading it again gives");
        }
    }

    private static String counts(Source.Result result) {
        return result.records() + " records, " + result.damaged() + " damaged, " + result.repaired() + " repaired, from " + time(result.first()) + " to " + time(result.last())
                + ", "
                + (result.zoneless().isPresent() ? result.zoneless().getAsLong() : "unknown") + " times without a zone";
    }

    private void differs(Evidence evidence, String event, String text) {
        told++;
        if (told <= TOLD) {
            out.differs(Check.EVENT, evidence.name() + ", " + event, text);
        }
    }

    private static String named(Field field) {
        return "field " + field.path() + " (" + field.view().name().toLowerCase(Locale.ROOT) + ")";
    }

    private static String shown(Values values) {
        String text = EventLookup.texts(values).toString();
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }

    private static String place(Origin origin) {
        return "source " + origin.source() + (origin.entry().isEmpty() ? "" : " entry " + origin.entry()) + " record " + origin.record() + " at byte " + origin.offset();
    }

    private static String time(long ticks) {
        return ticks == Time.NONE ? "no time" : Time.iso(ticks);
    }
}
