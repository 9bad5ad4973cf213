package dev.spoor.ui;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.spoor.coverage.SourceCoverage;
import dev.spoor.event.Time;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.job.Job;
import dev.spoor.rule.exceptions.Entry;
import dev.spoor.report.ReportOptions;
import dev.spoor.rule.exceptions.ExceptionDraft;
import dev.spoor.workbench.DetectRequest;
import dev.spoor.workbench.Entities;
import dev.spoor.workbench.Guides;
import dev.spoor.workbench.HuntAnswer;
import dev.spoor.workbench.HuntRequest;
import dev.spoor.workbench.LoadResult;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.exceptions.ValueList;
import dev.spoor.triage.Alert;
import dev.spoor.triage.AlertView;
import dev.spoor.triage.Decision;
import dev.spoor.triage.EventReference;
import dev.spoor.triage.Reason;
import dev.spoor.triage.Status;
import dev.spoor.triage.VariantCount;
import dev.spoor.workbench.AlertDetails;
import dev.spoor.workbench.CaseSummary;
import dev.spoor.workbench.EventDocument;
import dev.spoor.workbench.ExceptionUse;
import dev.spoor.workbench.ExceptionWork;
import dev.spoor.workbench.FieldChoice;
import dev.spoor.workbench.FieldChoices;
import dev.spoor.workbench.Investigation;
import dev.spoor.workbench.JournalEntry;
import dev.spoor.workbench.LoadObserver;
import dev.spoor.workbench.LoadRequest;
import dev.spoor.workbench.RuleState;
import dev.spoor.workbench.Severities;
import dev.spoor.workbench.SourceSummary;
import dev.spoor.workbench.Suppressed;
import dev.spoor.workbench.Volatility;
import dev.spoor.workbench.Difference;
import dev.spoor.workbench.Explanation;
import dev.spoor.workbench.Verification;
import dev.spoor.workbench.VerifyRequest;
import dev.spoor.workbench.WorkbenchException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.Optional;
import java.util.TreeMap;

/** A case in memory: the company Northwind Fabrication, all of it invented. */
public final class FakeInvestigation implements Investigation {
    /** What was asked for, in order. */
    public final List<String> calls = new ArrayList<>();
    /** What every call fails with, if set. */
    public volatile String failure;
    /** The evidence register. */
    public volatile List<SourceSummary> sources = SampleSources.all();
    private final Map<String, Alert> alerts = new LinkedHashMap<>();
    private final List<JournalEntry> journal = new ArrayList<>();
    private final Map<String, String> hostile = new TreeMap<>();
    private final Map<String, ExceptionItem> exceptions = new LinkedHashMap<>();
    private final Map<String, AlertView> views = new TreeMap<>();
    private final List<RuleState> rules;
    private final FakeGuides guides = new FakeGuides(this);

    /** With these rules and these alerts. */
    public FakeInvestigation(List<RuleState> rules, List<Alert> alerts) {
        this.rules = rules;
        alerts.forEach(alert -> this.alerts.put(alert.id(), alert));
        write("load", "evidence", "12 sources, 1,204,113 events");
        write("detect", "rules", "18 rules ran over 1,204,113 events");
    }

    /** The usual case. */
    public static FakeInvestigation northwind() {
        return new FakeInvestigation(SampleRules.all(), SampleAlerts.all());
    }

    /** Puts a field with this value into every event. */
    public FakeInvestigation with(String field, String value) {
        hostile.put(field, value);
        return this;
    }

    private void check() throws WorkbenchException {
        if (failure != null) {
            throw new WorkbenchException(failure);
        }
    }

    private synchronized void write(String action, String subject, String detail) {
        int number = journal.size() + 1;
        journal.add(new JournalEntry(number, Time.parse("2024-05-03T21:%02d:07.250Z".formatted(number % 60)), "m.okafor", action, subject, detail, "9f2b6c0d".repeat(8)));
    }

    @Override public Path path() {
        return Path.of("NWF-2024-05.spoor");
    }

    @Override public synchronized CaseSummary summary() throws WorkbenchException {
        check();
        long open = alerts.values().stream().filter(alert -> alert.status() == Status.OPEN).count();
        return new CaseSummary("NWF-2024-05", 1_204_113, sources.size(), 1, 16, 2, alerts.size(), open, Time.parse("2024-05-01T08:00:00Z"),
                Time.parse("2024-05-03T20:00:00Z"), variants());
    }

    private VariantCount variants() {
        Map<String, Boolean> decided = new TreeMap<>();
        alerts.values().forEach(alert -> decided.merge(alert.variant().isNone() ? alert.id() : alert.variant().id(), alert.status() == Status.CLOSED, Boolean::logicalAnd));
        return new VariantCount(decided.size(), decided.values().stream().filter(closed -> closed).count());
    }

    @Override public synchronized List<Alert> alerts() throws WorkbenchException {
        check();
        return List.copyOf(alerts.values());
    }

    @Override public synchronized AlertDetails details(String alertId) throws WorkbenchException {
        check();
        calls.add("details " + alertId);
        Alert alert = alerts.get(alertId);
        RuleState rule = rules.stream().filter(state -> state.rule().id().equals(alert.rule().id())).findFirst().orElse(rules.getFirst());
        List<EventDocument> events = new ArrayList<>();
        for (EventReference reference : alert.events()) {
            events.add(event(alert, reference, events.size()));
        }
        List<JournalEntry> history = journal.stream().filter(entry -> entry.subject().equals(alertId)).toList();
        return new AlertDetails(alert, rule.rule(), rule.fidelity(), events, history, List.of());
    }

    private EventDocument event(Alert alert, EventReference reference, int number) {
        Map<String, List<String>> fields = new TreeMap<>();
        Map<String, List<String>> source = new TreeMap<>();
        fields.put("@timestamp", List.of(Time.iso(alert.time())));
        fields.put("host.name", List.of(alert.host().orElse("-")));
        fields.put("host.id", List.of("0b1e9f6c-77aa"));
        fields.put("host.ip", List.of("10.20.4.11", "fe80::11"));
        fields.put("user.name", List.of(alert.user().orElse("-")));
        fields.put("user.id", List.of("S-1-5-21-1004336348-1177238915-682003330-1607"));
        fields.put("event.code", List.of(number == 0 ? "1" : "4876"));
        fields.put("event.action", List.of(number == 0 ? "Process Create" : "Certificate Services backup started"));
        fields.put("process.name", List.of("certutil.exe"));
        fields.put("process.executable", List.of("C:\\Windows\\System32\\certutil.exe"));
        fields.put("process.command_line", List.of("certutil.exe -backupDB C:\\Users\\Public"));
        fields.put("process.parent.name", List.of("cmd.exe"));
        fields.put("process.parent.command_line", List.of("cmd.exe /c cab.bat"));
        fields.put("process.pid", List.of("6120"));
        fields.put("source.ip", List.of("10.20.8.114"));
        fields.put("winlog.channel", List.of(number == 0 ? "Microsoft-Windows-Sysmon/Operational" : "Security"));
        fields.put("winlog.event_data.BackupType", List.of("1"));
        hostile.forEach((field, value) -> fields.put(field, List.of(value)));
        source.put("System.EventID", List.of(number == 0 ? "1" : "4876"));
        source.put("System.Computer", List.of(alert.host().orElse("-") + ".nwf.example"));
        source.put("EventData.CommandLine", List.of("certutil.exe -backupDB C:\\Users\\Public"));
        source.put("EventData.TargetUserName", List.of("krbtgt"));
        source.put("EventData.TicketEncryptionType", List.of("0x17"));
        source.put("EventData.ServiceName", List.of("krbtgt"));
        return new EventDocument(reference.id(), reference.source(), reference.entry(), reference.record(), alert.time(), fields, source,
                JsonNodeFactory.instance.objectNode(), "<Event><System><EventID>4876</EventID><Computer>ca01.nwf.example</Computer></System>\n<EventData/></Event>");
    }

    @Override public synchronized void decide(Collection<String> alertIds, Decision decision) throws WorkbenchException {
        check();
        calls.add("decide " + alertIds.size() + " " + decision.status().word() + " " + decision.reason().map(reason -> reason.word()).orElse("-") + " " + decision.note());
        for (String id : alertIds) {
            alerts.computeIfPresent(id, (key, alert) -> alert.decided(decision.status(), decision.reason()).tagged(decision.tags()));
            write("decide", id, decision.status().word() + decision.reason().map(reason -> ", " + reason.word()).orElse("")
                    + (decision.note().isEmpty() ? "" : ": " + decision.note()));
        }
    }

    @Override public synchronized void restore(Collection<Alert> before) throws WorkbenchException {
        check();
        calls.add("restore " + before.size());
        for (Alert alert : before) {
            alerts.put(alert.id(), alert);
            write("undo", alert.id(), alert.status().word());
        }
    }

    @Override public Map<Integer, SourceCoverage> coverage(Job job) {
        return Map.of();
    }

    @Override public synchronized List<AlertView> views() throws WorkbenchException {
        check();
        return List.copyOf(views.values());
    }

    @Override public synchronized void saveView(AlertView view) throws WorkbenchException {
        check();
        views.put(view.name(), view);
    }

    @Override public synchronized void deleteView(String name) throws WorkbenchException {
        check();
        views.remove(name);
    }

    @Override public List<RuleState> rules() throws WorkbenchException {
        check();
        return rules;
    }

    @Override public List<SourceSummary> sources() throws WorkbenchException {
        check();
        return sources;
    }

    @Override public synchronized List<ExceptionItem> exceptions() throws WorkbenchException {
        check();
        return List.copyOf(exceptions.values());
    }

    @Override public synchronized void saveExceptions(List<ExceptionItem> items, Collection<String> close) throws WorkbenchException {
        check();
        items.forEach(item -> exceptions.put(item.id(), item));
        calls.add("except " + items.size() + " closing " + close.size());
        decide(close, new Decision(Status.CLOSED, Optional.of(Reason.FALSE_POSITIVE), items.getFirst().comment(), List.of()));
    }

    @Override public synchronized void removeException(String id) {
        exceptions.remove(id);
    }

    @Override public synchronized void enableException(String id, boolean enabled) {
        exceptions.computeIfPresent(id, (key, item) -> new ExceptionItem(item.id(), item.ruleId(), item.name(), item.entries(), item.comment(), item.createdBy(), item.createdAt(),
                item.expires(), enabled));
    }

    @Override public synchronized Map<String, ExceptionUse> exceptionUses() {
        return Map.of();
    }

    @Override public synchronized Suppressed preview(List<ExceptionItem> items) throws WorkbenchException {
        check();
        String rule = items.getFirst().ruleId();
        List<Alert> hidden = alerts.values().stream().filter(alert -> alert.rule().id().equals(rule)).toList();
        return new Suppressed(hidden, hidden.size(), hidden.size(), 0);
    }

    @Override public void restoreException(ExceptionItem item, ExceptionUse use) {
        exceptions.put(item.id(), item);
    }

    @Override public List<ValueList> valueLists() {
        return List.of();
    }

    @Override public void saveValueList(ValueList list) {}

    @Override public void removeValueList(String id) {}

    @Override public ExceptionWork exceptionWork() {
        return new FakeExceptionWork();
    }

    @Override public Suppressed preview(ValueList list) {
        return Suppressed.NONE;
    }

    @Override public FieldChoices fieldChoices(Collection<String> alertIds) throws WorkbenchException {
        String alertId = alertIds.iterator().next();
        List<FieldChoice> fields = new ArrayList<>();
        details(alertId).events().getFirst().fields().forEach((field, values) -> fields.add(new FieldChoice(field, values, 1,
                List.of(new FieldChoice.Top(values.getFirst(), 3)), Volatility.of(field))));
        return new FieldChoices(fields, 3, 3);
    }

    @Override public FieldChoices ruleFieldChoices(String ruleId) {
        return new FieldChoices(List.of(), 0, 0);
    }

    @Override public synchronized List<JournalEntry> journal() {
        return List.copyOf(journal);
    }

    @Override public LoadResult load(LoadRequest request, LoadObserver observer, Job job) {
        return new LoadResult(0, 0, List.of());
    }

    @Override public List<Alert> detect(DetectRequest request, Job job) {
        return List.of();
    }

    @Override public List<Alert> alertsWhere(String kql) {
        return List.of();
    }

    @Override public ExceptionDraft suggestException(Collection<String> alertIds) {
        return new ExceptionDraft("", List.of(new Entry("process.parent.name", Entry.Operator.IS, false, List.of("cmd.exe"), false),
                new Entry("process.command_line", Entry.Operator.MATCHES, false, List.of("certutil.exe -backupDB C:\\\\Users\\\\*"), true)), "", Optional.empty());
    }

    @Override public HuntAnswer hunt(HuntRequest request, Job job) {
        return new HuntAnswer.Parsed();
    }

    @Override public HuntAnswer hunt(HuntRequest request, List<ObjectNode> documents, Job job) {
        return new HuntAnswer.Parsed();
    }

    @Override public Explanation explain(String ruleId, long event) throws WorkbenchException {
        throw new WorkbenchException("The case has no rule " + ruleId + ".");
    }

    @Override public List<Explanation> nearMisses(String ruleId, int limit, Job job) {
        return List.of();
    }

    @Override public Verification verify(VerifyRequest request, Consumer<Difference> sink, Job job) {
        return new Verification(0, 0, 0, 0, 0, 0, "", "", Map.of(), Map.of());
    }

    @Override public synchronized void previewReport(Path file, ReportOptions options) throws WorkbenchException {
        check();
        calls.add("preview without " + options.leftOut());
    }

    @Override public synchronized void report(Path file, ReportOptions options, Job job) throws WorkbenchException {
        check();
        calls.add("report " + file.getFileName() + (options.equals(ReportOptions.ALL) ? "" : " without " + options.leftOut() + (options.decidedOnly() ? ", decided" : "")));
        job.report("alerts", 1, 2);
    }

    @Override public Entities entities() {
        return new FakeEntities(this);
    }

    @Override public Severities severities() {
        return new FakeSeverities(this);
    }

    @Override public Guides guides() {
        return guides;
    }

    @Override public String analyst() {
        return "m.okafor";
    }

    @Override public synchronized void close() {
        calls.add("close");
    }

    /** An alert as it is now. */
    public synchronized Alert alertNow(String id) {
        return alerts.get(id);
    }

    /** Whether something was asked for. */
    public synchronized Optional<String> called(String prefix) {
        return calls.stream().filter(call -> call.startsWith(prefix)).findFirst();
    }
}
