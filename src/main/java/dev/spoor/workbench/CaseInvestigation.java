package dev.spoor.workbench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.coverage.SourceCoverage;
import dev.spoor.detect.RuleCompiler;
import dev.spoor.event.Time;
import dev.spoor.ingest.archive.EntryPath;
import dev.spoor.job.Job;
import dev.spoor.query.languages.QueryLanguages;
import dev.spoor.report.AlertExport;
import dev.spoor.report.ReportException;
import dev.spoor.report.ReportOptions;
import dev.spoor.report.ReportWriter;
import dev.spoor.rule.Fidelity;
import dev.spoor.rule.exceptions.ExceptionDraft;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.exceptions.ValueList;
import dev.spoor.rule.library.RuleCache;
import dev.spoor.store.AlertCounts;
import dev.spoor.store.CaseFile;
import dev.spoor.store.Durability;
import dev.spoor.store.JournalLine;
import dev.spoor.store.RuleRun;
import dev.spoor.store.Source;
import dev.spoor.store.StoreException;
import dev.spoor.triage.Alert;
import dev.spoor.triage.AlertJson;
import dev.spoor.triage.AlertView;
import dev.spoor.triage.Decision;
import dev.spoor.triage.EventReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.time.ZoneOffset;

/** An investigation in a case file. Thread-safe, as the stores are. */
final class CaseInvestigation implements Investigation {
    private static final int SHOWN_EVENTS = 100;
    private final CaseFile file;
    private final Supplier<String> analyst;
    private final RuleCompiler compiler;
    private final RuleCache ruleCache;
    private final Hunter hunter;
    private final EventLookup events;
    private final CaseExceptions exceptions;
    private final ExceptionWork exceptionWork;
    private final CoverageReader coverage;
    private final Guides guides;
    private final Entities entities;
    private final Severities severities;

    CaseInvestigation(CaseFile file, RuleCache rules, Supplier<String> analyst) {
        QueryLanguages languages = Workbench.languages(rules.queries());
        this.file = file;
        this.ruleCache = rules;
        this.analyst = analyst;
        this.compiler = new RuleCompiler(languages);
        this.hunter = new Hunter(languages);
        this.events = new EventLookup(file);
        this.exceptions = new CaseExceptions(file, compiler, analyst);
        this.exceptionWork = new CaseExceptionWork(file, languages, compiler, exceptions, analyst);
        this.coverage = new CoverageReader(file);
        this.entities = new CaseEntities(file, analyst);
        this.severities = new CaseSeverities(file, analyst);
        this.guides = new CaseGuides(file, hunter, events, analyst);
    }

    /** Work with the stores. */
    interface Work<T> {
        T run() throws StoreException, WorkbenchException;
    }

    static <T> T told(Work<T> work) throws WorkbenchException {
        try {
            return work.run();
        } catch (StoreException e) {
            throw new WorkbenchException(e.getMessage(), e);
        } catch (UncheckedIOException e) {
            // A column is read when it is first asked for, in the middle of a search or a run.
            throw new WorkbenchException(e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
        }
    }

    @Override public Path path() {
        return file.path();
    }

    @Override public String analyst() {
        return analyst.get();
    }

    @Override public CaseSummary summary() throws WorkbenchException {
        return told(() -> {
            List<Source> sources = file.sources().list();
            long first = sources.stream().mapToLong(source -> source.result().first()).filter(time -> time != Time.NONE).min().orElse(Time.NONE);
            long last = sources.stream().mapToLong(source -> source.result().last()).filter(time -> time != Time.NONE).max().orElse(Time.NONE);
            Map<String, Long> rules = file.runs().countByFidelity();
            long ran = rules.getOrDefault(Fidelity.Status.EXACT.word(), 0L) + rules.getOrDefault(Fidelity.Status.APPROXIMATE.word(), 0L);
            long all = rules.values().stream().mapToLong(Long::longValue).sum();
            AlertCounts alerts = file.alerts().counts();
            return new CaseSummary(CaseNames.of(file.path()), file.segments().events(), sources.size(),
                    (int) sources.stream().filter(source -> source.result().damaged() > 0).count(),
                    (int) ran, (int) (all - ran), alerts.all(), alerts.open(), first, last, alerts.variants());
        });
    }

    @Override public List<Alert> alerts() throws WorkbenchException {
        return told(() -> CaseEntities.raised(file, file.alerts().list()));
    }

    @Override public List<Alert> alertList() throws WorkbenchException {
        return told(() -> CaseEntities.raised(file, file.alerts().listed()));
    }

    @Override public List<Alert> alertsWhere(String kql) throws WorkbenchException {
        List<Alert> alerts = alerts();
        List<ObjectNode> documents = alerts.stream().map(AlertJson::write).toList();
        HuntAnswer answer = hunt(new HuntRequest("kql", kql, List.of(), OptionalLong.empty(), ZoneOffset.UTC, false), documents, Job.SILENT);
        return switch (answer) {
            case HuntAnswer.Events found -> {
                Set<Long> places = new HashSet<>();
                found.events().forEach(event -> places.add(event.record()));
                List<Alert> chosen = new ArrayList<>();
                for (int i = 0; i < alerts.size(); i++) {
                    if (places.contains(i + 1L)) {
                        chosen.add(alerts.get(i));
                    }
                }
                yield chosen;
            }
            case HuntAnswer.Failed failed -> throw new WorkbenchException("The query cannot run: " + failed.diagnostics().getFirst());
            case HuntAnswer.Rows _, HuntAnswer.Groups _, HuntAnswer.Correlations _, HuntAnswer.Parsed _ -> throw new IllegalStateException("KQL answers events");
        };
    }

    @Override public AlertDetails details(String alertId) throws WorkbenchException {
        return told(() -> {
            Alert alert = alert(alertId);
            RuleRun run = file.runs().find(alert.rule().id()).orElseThrow(() -> new WorkbenchException("The case has no rule " + alert.rule().id() + "."));
            List<EventDocument> documents = new ArrayList<>();
            for (EventReference event : alert.events().subList(0, Math.min(SHOWN_EVENTS, alert.events().size()))) {
                documents.add(events.document(event.id()));
            }
            List<JournalEntry> history = new ArrayList<>();
            file.journal().about(alertId).forEach(line -> history.add(entry(line)));
            if (!alert.variant().isNone()) {
                file.journal().about(alert.variant().id()).forEach(line -> history.add(entry(line)));
                history.sort(Comparator.comparingLong(JournalEntry::sequence));
            }
            return new AlertDetails(CaseEntities.raised(file, List.of(alert)).getFirst(), run.rule(), run.fidelity(), documents, history, exceptions.of(run.rule()),
                    file.decisions().assignee(alertId).orElse(""));
        });
    }

    private Alert alert(String id) throws StoreException, WorkbenchException {
        return file.alerts().find(id).orElseThrow(() -> new WorkbenchException("The case has no alert " + id + "."));
    }

    @Override public void decide(Collection<String> alertIds, Decision decision) throws WorkbenchException {
        told(() -> {
            file.decisions().decide(alertIds, decision, analyst(), Clock.now());
            return null;
        });
    }

    @Override public void restore(Collection<Alert> before) throws WorkbenchException {
        told(() -> {
            file.decisions().restore(before, analyst.get(), Clock.now());
            return null;
        });
    }

    @Override public void assign(Collection<String> alertIds, String assignee) throws WorkbenchException {
        told(() -> file.transaction(Durability.SAFE, () -> {
            for (String id : alertIds) {
                file.decisions().assign(id, assignee, analyst(), Clock.now());
            }
            return null;
        }));
    }

    @Override public Map<String, String> assignees(Collection<String> alertIds) throws WorkbenchException {
        return told(() -> {
            Map<String, String> names = new LinkedHashMap<>();
            for (String id : alertIds) {
                names.put(id, file.decisions().assignee(id).orElse(""));
            }
            return names;
        });
    }

    @Override public List<Finding> findings() throws WorkbenchException {
        return told(() -> new CaseFindings(file).list());
    }

    @Override public void addToFinding(String name, String narrative, Collection<String> alertIds) throws WorkbenchException {
        told(() -> {
            new CaseFindings(file).add(name, narrative, chosen(alertIds), analyst(), Clock.now());
            return null;
        });
    }

    @Override public List<AlertView> views() throws WorkbenchException {
        return told(() -> file.views().list());
    }

    @Override public void saveView(AlertView view) throws WorkbenchException {
        told(() -> {
            file.views().save(view, analyst.get(), Clock.now());
            return null;
        });
    }

    @Override public void deleteView(String name) throws WorkbenchException {
        told(() -> {
            file.views().delete(name, analyst.get(), Clock.now());
            return null;
        });
    }

    @Override public List<RuleState> rules() throws WorkbenchException {
        return told(() -> {
            Map<String, Long> counts = file.alerts().countByRule();
            return file.runs().newest().stream().map(run -> new RuleState(run.rule(), run.fidelity(), run.fidelity().runnable(), counts.getOrDefault(run.rule().id(), 0L)))
                    .toList();
        });
    }

    @Override public List<SourceSummary> sources() throws WorkbenchException {
        return told(() -> {
            List<Source> sources = file.sources().list();
            Map<Integer, String> paths = new HashMap<>();
            sources.forEach(source -> paths.put(source.number(), EntryPath.shown(source.origin().path(), source.origin().entry())));
            return sources.stream().map(source -> RegisterLine.of(source, source.duplicateOf().stream().mapToObj(paths::get).findFirst())).toList();
        });
    }

    @Override public Map<Integer, SourceCoverage> coverage(Job job) throws WorkbenchException {
        return told(() -> coverage.read(job));
    }

    @Override public List<ExceptionItem> exceptions() throws WorkbenchException {
        return told(() -> file.exceptions().list());
    }

    @Override public void saveExceptions(List<ExceptionItem> items, Collection<String> close) throws WorkbenchException {
        told(() -> {
            exceptions.save(items, close);
            return null;
        });
    }

    @Override public void restoreException(ExceptionItem item, ExceptionUse use) throws WorkbenchException {
        told(() -> {
            exceptions.restore(item, use);
            return null;
        });
    }

    @Override public void removeException(String id) throws WorkbenchException {
        told(() -> {
            file.exceptions().remove(id, analyst(), Clock.now());
            return null;
        });
    }

    @Override public void enableException(String id, boolean enabled) throws WorkbenchException {
        told(() -> {
            file.exceptions().enable(id, enabled, analyst(), Clock.now());
            return null;
        });
    }

    @Override public Map<String, ExceptionUse> exceptionUses() throws WorkbenchException {
        return told(exceptions::uses);
    }

    @Override public Suppressed preview(List<ExceptionItem> items) throws WorkbenchException {
        return told(() -> exceptions.preview(items));
    }

    @Override public List<ValueList> valueLists() throws WorkbenchException {
        return told(() -> file.valueLists().list());
    }

    @Override public void saveValueList(ValueList list) throws WorkbenchException {
        told(() -> {
            exceptions.save(list);
            return null;
        });
    }

    @Override public void removeValueList(String id) throws WorkbenchException {
        told(() -> {
            file.valueLists().remove(id, analyst(), Clock.now());
            return null;
        });
    }

    @Override public Suppressed preview(ValueList list) throws WorkbenchException {
        return told(() -> exceptions.preview(list));
    }

    @Override public FieldChoices fieldChoices(Collection<String> alertIds) throws WorkbenchException {
        return told(() -> new FieldChooser(file).of(chosen(alertIds)));
    }

    private List<Alert> chosen(Collection<String> ids) throws StoreException, WorkbenchException {
        List<Alert> alerts = new ArrayList<>();
        for (String id : ids) {
            alerts.add(alert(id));
        }
        return alerts;
    }

    @Override public FieldChoices ruleFieldChoices(String ruleId) throws WorkbenchException {
        return told(() -> new FieldChooser(file).of(ruleId));
    }

    @Override public ExceptionDraft suggestException(Collection<String> alertIds) throws WorkbenchException {
        return told(() -> new ExceptionSuggestion(file, compiler).of(chosen(alertIds)));
    }

    @Override public ExceptionWork exceptionWork() {
        return exceptionWork;
    }

    @Override public List<JournalEntry> journal() throws WorkbenchException {
        return told(() -> file.journal().list().stream().map(CaseInvestigation::entry).toList());
    }

    private static JournalEntry entry(JournalLine line) {
        return new JournalEntry(line.sequence(), line.act().time(), line.act().actor(), line.act().action(), line.act().subject(), line.act().detail(), line.hash());
    }

    @Override public LoadResult load(LoadRequest request, LoadObserver observer, Job job) throws WorkbenchException {
        return told(() -> {
            if (request.options().mapping().isPresent()) {
                saveMapping(request.options());
            }
            if (request.detect().isEmpty()) {
                return new EvidenceLoader(file, request.options(), request.passwords(), analyst(), observer, (segment, first) -> {}, job).load(request.paths());
            }
            return new DetectingLoad(file, compiler, ruleCache, analyst(), observer, job).load(request);
        });
    }

    private void saveMapping(LoadOptions options) throws StoreException, WorkbenchException {
        Path mapping = options.mapping().get();
        try {
            String text = Files.readString(mapping);
            CaseTypes.checkMapping(mapping, text);
            file.datasets().saveMapping(options.datasetName(), text);
        } catch (IOException e) {
            throw new WorkbenchException("The mapping " + mapping + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override public List<Alert> detect(DetectRequest request, Job job) throws WorkbenchException {
        return told(() -> new RuleRunner(file, compiler, analyst(), job).run(request, ruleCache));
    }

    @Override public HuntAnswer hunt(HuntRequest request, Job job) throws WorkbenchException {
        return told(() -> hunter.hunt(request, file, job));
    }

    @Override public HuntAnswer hunt(HuntRequest request, List<ObjectNode> documents, Job job) throws WorkbenchException {
        return hunter.hunt(request, DocumentSegment.of(documents), job);
    }

    @Override public void previewReport(Path target, ReportOptions options) throws WorkbenchException {
        told(() -> {
            try {
                new ReportWriter().write(new SnapshotReader(file, coverage, analyst()).read(), options, target);
            } catch (ReportException e) {
                throw new WorkbenchException(e.getMessage(), e);
            }
            return null;
        });
    }

    @Override public void report(Path target, ReportOptions options, Job job) throws WorkbenchException {
        told(() -> {
            try {
                new ReportWriter().write(new SnapshotReader(file, coverage, analyst()).read(), options, target);
                String sha256 = EvidenceHash.of(target, job);
                file.journal().append(new JournalLine.Act(Clock.now(), analyst(), "report", target.getFileName().toString(), "SHA-256 " + sha256));
            } catch (ReportException e) {
                throw new WorkbenchException(e.getMessage(), e);
            } catch (IOException e) {
                throw new WorkbenchException("The report was written to " + target + " but cannot be read again: " + e.getMessage(), e);
            }
            return null;
        });
    }

    @Override public int exportAlerts(Collection<String> alertIds, Path target, Job job) throws WorkbenchException {
        Set<String> wanted = new HashSet<>(alertIds);
        List<Alert> chosen = alerts().stream().filter(alert -> wanted.contains(alert.id())).toList();
        return told(() -> {
            try {
                AlertExport.write(chosen, target);
                file.journal().append(new JournalLine.Act(Clock.now(), analyst(), "export", target.getFileName().toString(),
                        chosen.size() + " alerts, SHA-256 " + EvidenceHash.of(target, job)));
            } catch (IOException e) {
                throw new WorkbenchException("The alerts cannot be written to " + target + ": " + e.getMessage(), e);
            }
            return chosen.size();
        });
    }

    @Override public Entities entities() {
        return entities;
    }

    @Override public Severities severities() {
        return severities;
    }

    @Override public Guides guides() {
        return guides;
    }

    @Override public Related related(String alertId, Map<String, List<String>> values, long window, Job job) throws WorkbenchException {
        return told(() -> {
            Alert alert = alert(alertId);
            return alert.events().isEmpty() ? Related.NONE : new RelatedReader(file, events, alert, values, window).read(job);
        });
    }

    @Override public Map<String, RuleData> ruleData(Collection<String> ruleIds, Job job) throws WorkbenchException {
        return told(() -> new RuleDataReader(file, compiler).of(ruleIds, job));
    }

    @Override public Explanation explain(String ruleId, long event) throws WorkbenchException {
        return told(() -> new RuleExplainer(file, compiler, events, ruleId).of(event));
    }

    @Override public List<Explanation> nearMisses(String ruleId, int limit, Job job) throws WorkbenchException {
        return told(() -> new RuleExplainer(file, compiler, events, ruleId).nearMisses(limit, job));
    }

    @Override public Verification verify(VerifyRequest request, Consumer<Difference> sink, Job job) throws WorkbenchException {
        return told(() -> new CaseVerifier(file, compiler, request, new Differences(sink), job).run());
    }

    @Override public void close() throws WorkbenchException {
        told(() -> {
            try (events) {
                file.close();
            } catch (IOException e) {
                throw new WorkbenchException("The temporary files of unpacked archives cannot be deleted: " + e.getMessage(), e);
            }
            return null;
        });
    }
}
