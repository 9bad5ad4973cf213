package dev.spoor.workbench;

import dev.spoor.coverage.SourceCoverage;
import dev.spoor.job.Job;
import dev.spoor.event.Time;
import dev.spoor.ingest.archive.EntryPath;
import dev.spoor.event.View;
import dev.spoor.report.CaseSnapshot;
import dev.spoor.rule.exceptions.Entry;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.exceptions.ExceptionSentence;
import dev.spoor.store.CaseFile;
import dev.spoor.store.JournalLine;
import dev.spoor.store.RuleRun;
import dev.spoor.store.Source;
import dev.spoor.store.StoreException;
import dev.spoor.triage.Alert;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads from a case what a report tells. */
final class SnapshotReader {
    /** Fields of events are told of so many alerts; of the others the record is named. */
    private static final int WITH_FIELDS = 500;
    private static final int LISTED = 50;
    private final CaseFile file;
    private final CoverageReader coverage;
    private final String analyst;

    SnapshotReader(CaseFile file, CoverageReader coverage, String analyst) {
        this.coverage = coverage;
        this.file = file;
        this.analyst = analyst;
    }

    CaseSnapshot read() throws StoreException, WorkbenchException {
        List<CaseSnapshot.JournalLine> journal = file.journal().list().stream().map(SnapshotReader::line).toList();
        List<Source> sources = file.sources().list();
        long first = Time.NONE;
        long last = Time.NONE;
        for (Source source : sources) {
            if (source.result().first() != Time.NONE) {
                first = first == Time.NONE ? source.result().first() : Math.min(first, source.result().first());
                last = Math.max(last, source.result().last());
            }
        }
        String version = Workbench.class.getPackage().getImplementationVersion();
        return new CaseSnapshot(CaseNames.of(file.path()), "Spoor " + (version == null ? "(development)" : version), analyst, journal.isEmpty() ? "" : file.journal().head(),
                journal.size(), file.segments().events(), first, last, sources(sources, coverage.read(Job.SILENT)), rules(), alerts(journal), exceptions(), journal,
                file.guides().queries());
    }

    private static List<CaseSnapshot.Source> sources(List<Source> sources, Map<Integer, SourceCoverage> coverage) {
        Map<Integer, String> paths = new HashMap<>();
        sources.forEach(source -> paths.put(source.number(), EntryPath.shown(source.origin().path(), source.origin().entry())));
        return sources.stream().map(source -> new CaseSnapshot.Source(source.origin().path(), source.origin().entry(), source.origin().sha256(), source.origin().size(),
                source.origin().format(), source.result().records(), source.result().damaged(), source.result().repaired(), source.result().first(),
                source.result().last(), source.duplicateOf().isPresent() ? paths.get(source.duplicateOf().getAsInt()) : "", source.result().problems(),
                coverage.getOrDefault(source.number(), SourceCoverage.NONE))).toList();
    }

    private List<CaseSnapshot.RuleRun> rules() throws StoreException {
        Map<String, Long> counts = file.alerts().countByRule();
        return file.runs().newest().stream().map((RuleRun run) -> new CaseSnapshot.RuleRun(run.rule(), run.fidelity(), run.fidelity().runnable(),
                counts.getOrDefault(run.rule().id(), 0L))).toList();
    }

    private List<CaseSnapshot.ReportedAlert> alerts(List<CaseSnapshot.JournalLine> journal) throws StoreException, WorkbenchException {
        Map<String, List<CaseSnapshot.JournalLine>> histories = new HashMap<>();
        journal.forEach(line -> histories.computeIfAbsent(line.subject(), _ -> new ArrayList<>()).add(line));
        EventLookup events = new EventLookup(file);
        ReportedSteps steps = new ReportedSteps(file, events);
        List<CaseSnapshot.ReportedAlert> reported = new ArrayList<>();
        for (Alert alert : CaseEntities.raised(file, file.alerts().list())) {
            boolean told = reported.size() < WITH_FIELDS && !alert.events().isEmpty();
            Map<String, List<String>> fields = told ? EventLookup.fields(events.row(alert.events().getFirst().id()), View.ECS) : new TreeMap<>();
            reported.add(new CaseSnapshot.ReportedAlert(alert, histories.getOrDefault(alert.id(), List.of()), fields, steps.of(alert)));
        }
        return reported;
    }

    private List<CaseSnapshot.ReportedException> exceptions() throws StoreException {
        List<CaseSnapshot.ReportedException> reported = new ArrayList<>();
        for (ExceptionItem item : file.exceptions().list()) {
            String name = file.runs().find(item.ruleId()).map(run -> run.rule().name()).orElse(item.ruleId());
            reported.add(new CaseSnapshot.ReportedException(item, name, ExceptionSentence.of(item, name) + values(item)));
        }
        return reported;
    }

    /** What the lists hold that an exception names; of long ones the first values and how many there are. */
    private static String values(ExceptionItem item) {
        StringBuilder words = new StringBuilder();
        for (Entry entry : item.entries()) {
            entry.list().ifPresent(list -> words.append(" List '").append(list.id()).append("' holds ").append(entry.values().size()).append(" values: ")
                    .append(String.join(", ", entry.values().subList(0, Math.min(LISTED, entry.values().size()))))
                    .append(entry.values().size() > LISTED ? ", …" : ".").toString());
        }
        return words.toString();
    }

    private static CaseSnapshot.JournalLine line(JournalLine line) {
        return new CaseSnapshot.JournalLine(line.sequence(), line.act().time(), line.act().actor(), line.act().action(), line.act().subject(), line.act().detail(), line.hash());
    }
}
