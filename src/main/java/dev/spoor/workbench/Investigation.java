package dev.spoor.workbench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.coverage.SourceCoverage;
import dev.spoor.job.Job;
import dev.spoor.report.ReportOptions;
import dev.spoor.rule.exceptions.ExceptionDraft;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.exceptions.ValueList;
import dev.spoor.triage.Alert;
import dev.spoor.triage.AlertView;
import dev.spoor.triage.Decision;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An open case and what can be done with it. Safe to call from several threads; long calls take a {@link Job}. Everything that changes the case is on disk
 * and in the journal when the call returns.
 */
public interface Investigation extends AutoCloseable {
    /** The case file. */
    Path path();

    CaseSummary summary() throws WorkbenchException;

    /** All stored alerts, ordered by time, rule id, alert id. */
    List<Alert> alerts() throws WorkbenchException;

    /** The stored alerts that match a KQL query over the keys of their JSON form ({@code severity: high and host: ca01}). */
    List<Alert> alertsWhere(String kql) throws WorkbenchException;

    /** All stored alerts without the values of their rows and with one event of each file, in the order in which they were first stored: what a table needs, however many there are. */
    default List<Alert> alertList() throws WorkbenchException {
        return alerts();
    }

    AlertDetails details(String alertId) throws WorkbenchException;

    /** Decides about alerts; unknown ids are an error and nothing is decided. */
    void decide(Collection<String> alertIds, Decision decision) throws WorkbenchException;

    /** Takes decisions back: gives alerts the status, reason and tags that they had; notes stay. Unknown ids are an error and nothing is changed. */
    void restore(Collection<Alert> before) throws WorkbenchException;

    /** Says who looks after alerts; an empty name: nobody. Unknown ids are an error and nothing is changed. */
    default void assign(Collection<String> alertIds, String assignee) throws WorkbenchException {
        throw new WorkbenchException("Alerts of this case cannot be assigned.");
    }

    /** Who looks after alerts, by id; an empty name: nobody. */
    default Map<String, String> assignees(Collection<String> alertIds) throws WorkbenchException {
        return Map.of();
    }

    /** Alerts with a narrative, by name. */
    default List<Finding> findings() throws WorkbenchException {
        return List.of();
    }

    /**
     * Puts alerts into a finding, which begins to exist thereby.
     *
     * @param narrative what happened, in the place of what was written before; empty: that stays
     */
    default void addToFinding(String name, String narrative, Collection<String> alertIds) throws WorkbenchException {
        throw new WorkbenchException("This case cannot have findings.");
    }

    /** The saved views, by name; the one with an empty name, if there is one, says how the window was left. */
    List<AlertView> views() throws WorkbenchException;

    /** Keeps a view in the place of one of the same name. */
    void saveView(AlertView view) throws WorkbenchException;

    void deleteView(String name) throws WorkbenchException;

    List<RuleState> rules() throws WorkbenchException;

    List<SourceSummary> sources() throws WorkbenchException;

    /**
     * What the events of each source cover, by the number of the source: hosts, holes in record numbers, quiet times, cleared logs. Read from the stored events, so
     * it takes some tenths of a second for each million.
     */
    Map<Integer, SourceCoverage> coverage(Job job) throws WorkbenchException;

    List<ExceptionItem> exceptions() throws WorkbenchException;

    /** Adds an exception; it counts from the next run on. */
    default void addException(ExceptionItem item) throws WorkbenchException {
        saveExceptions(List.of(item), List.of());
    }

    /**
     * Keeps exceptions and closes alerts as false positives, with the comment of the first exception as their note; both or nothing. An exception that the case has
     * is changed, others are added.
     *
     * @param close ids of the alerts to close; may be empty
     */
    void saveExceptions(List<ExceptionItem> items, Collection<String> close) throws WorkbenchException;

    void removeException(String id) throws WorkbenchException;

    /** Brings back an exception that was removed, with what it did until then. */
    void restoreException(ExceptionItem item, ExceptionUse use) throws WorkbenchException;

    /** Switches an exception on or off; it stays in the case. */
    void enableException(String id, boolean enabled) throws WorkbenchException;

    /** What each exception did so far, by its id. */
    Map<String, ExceptionUse> exceptionUses() throws WorkbenchException;

    /** What would vanish at the next run if the case had this exception. */
    default Suppressed preview(ExceptionItem item) throws WorkbenchException {
        return preview(List.of(item));
    }

    /** What would vanish at the next run if the case had these exceptions, in place of those with the same ids. */
    Suppressed preview(List<ExceptionItem> items) throws WorkbenchException;

    /** The value lists, by name. */
    List<ValueList> valueLists() throws WorkbenchException;

    /** Keeps a value list in the place of one of the same name; exceptions that name it hold for its values from the next run on. */
    void saveValueList(ValueList list) throws WorkbenchException;

    /** Removes a value list; an error while an exception names it. */
    void removeValueList(String id) throws WorkbenchException;

    /** What the exceptions that name a value list would keep away at the next run if the list were like this. */
    Suppressed preview(ValueList list) throws WorkbenchException;

    /** The fields of which an exception for an alert can be made, counted over the alerts of its rule. */
    default FieldChoices fieldChoices(String alertId) throws WorkbenchException {
        return fieldChoices(List.of(alertId));
    }

    /** The fields of which an exception for alerts can be made, counted over these alerts; for one alert over all of its rule. */
    FieldChoices fieldChoices(Collection<String> alertIds) throws WorkbenchException;

    /** The fields of which an exception of a rule can be made: of its alerts, or of the case where it has none. */
    FieldChoices ruleFieldChoices(String ruleId) throws WorkbenchException;

    /** An exception that would cover an alert: the fields that the rule reads, the host and the user, without fields that change with every event. */
    default ExceptionDraft suggestException(String alertId) throws WorkbenchException {
        return suggestException(List.of(alertId));
    }

    /** An exception that would cover all of these alerts: the fields that tell them from others, with all their values where there are few. */
    ExceptionDraft suggestException(Collection<String> alertIds) throws WorkbenchException;

    /** What else can be done with exceptions. */
    ExceptionWork exceptionWork();

    List<JournalEntry> journal() throws WorkbenchException;

    /** Loads files and folders into the case. Damage is in the register. */
    default LoadResult load(List<Path> paths, LoadOptions options, Job job) throws WorkbenchException {
        return load(new LoadRequest(paths, options, Optional.empty()), LoadObserver.SILENT, job);
    }

    /**
     * Loads files and folders, tells what happens, and runs rules meanwhile where the request names some. Alerts that appear while loading are stored at once; the
     * run over the whole case at the end gives the same alerts as {@link #detect} after loading. A cancelled load keeps what it has read; loading again
     * completes it.
     */
    LoadResult load(LoadRequest request, LoadObserver observer, Job job) throws WorkbenchException;

    /** Runs rules over the case and stores the alerts; answers those of this run. */
    default List<Alert> detect(List<Path> rules, Job job) throws WorkbenchException {
        return detect(new DetectRequest(rules, List.of(), Optional.empty()), job);
    }

    /** Runs rules over the case, see {@link DetectRequest}. */
    List<Alert> detect(DetectRequest request, Job job) throws WorkbenchException;

    /** Runs a query over the case. A wrong query is an answer, not an exception. */
    HuntAnswer hunt(HuntRequest request, Job job) throws WorkbenchException;

    /** Runs a query over documents instead of the case; they are normalised as if they had been loaded. */
    HuntAnswer hunt(HuntRequest request, List<ObjectNode> documents, Job job) throws WorkbenchException;

    /** Writes the whole report; its kind is told by the file's suffix. */
    default void report(Path file, Job job) throws WorkbenchException {
        report(file, ReportOptions.ALL, job);
    }

    /** Writes a report, see {@link ReportOptions}; its kind is told by the file's suffix. */
    void report(Path file, ReportOptions options, Job job) throws WorkbenchException;

    /** Writes a report that is only looked at: the journal does not tell of it. */
    void previewReport(Path file, ReportOptions options) throws WorkbenchException;

    /**
     * Writes alerts into a file, {@code .csv} or JSON lines; the journal tells of it. Ids that the case does not have are left out.
     *
     * @return how many were written
     */
    default int exportAlerts(Collection<String> alertIds, Path file, Job job) throws WorkbenchException {
        throw new WorkbenchException("Alerts of this case cannot be exported.");
    }

    /**
     * What the events of the case say around an alert: before and after on its host, its process among others, how often values occur.
     *
     * @param values fields with the values whose frequency is asked
     * @param window ticks before and after the alert's last event
     */
    default Related related(String alertId, Map<String, List<String>> values, long window, Job job) throws WorkbenchException {
        return Related.NONE;
    }

    /** Whether the case has the data that rules look at, by their ids; rules that the case does not know are left out. */
    default Map<String, RuleData> ruleData(Collection<String> ruleIds, Job job) throws WorkbenchException {
        return Map.of();
    }

    /** Why a rule of the case found an event, or why not; with the exceptions that count now. */
    Explanation explain(String ruleId, long event) throws WorkbenchException;

    /** The events that a rule of the case almost finds, those on which the fewest clauses fail first; at most so many. */
    List<Explanation> nearMisses(String ruleId, int limit, Job job) throws WorkbenchException;

    /**
     * Checks the case against its evidence, its rules and its journal; changes nothing.
     *
     * @param sink told what differs, on this thread
     */
    Verification verify(VerifyRequest request, Consumer<Difference> sink, Job job) throws WorkbenchException;

    /** Hosts and users by risk. */
    Entities entities();

    /** Severities given in the place of the rules'. */
    Severities severities();

    /** The guides of the case's rules and what was answered. */
    Guides guides();

    /** The analyst's name, as it stands in journal and report. */
    String analyst();

    @Override void close() throws WorkbenchException;
}
