package dev.spoor.ui.alerts;

import dev.spoor.job.Job;
import dev.spoor.triage.Alert;
import dev.spoor.triage.AlertView;
import dev.spoor.triage.Decision;
import dev.spoor.triage.GivenSeverity;
import dev.spoor.ui.common.Failure;
import dev.spoor.ui.common.LoadState;
import dev.spoor.ui.common.Tasks;
import dev.spoor.workbench.CaseSummary;
import dev.spoor.workbench.Finding;
import dev.spoor.workbench.Investigation;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The alerts of the case, what is asked of them, and the decisions about them. Window thread only; reading, filtering, ordering and gathering happen in the
 * background, and an answer to a question that is no longer asked is dropped.
 */
final class AlertsViewModel {
    /** What the table needs at once. */
    private record Loaded(CaseSummary summary, AlertListing listing) {}

    /** What a decision made of alerts, and all alerts with it. */
    private record Change(Map<String, Alert> after, AlertIndex index) {}

    private final Investigation investigation;
    private final Tasks tasks;
    /** From so many alerts on, variants are folded until the user wants it otherwise. */
    private static final int FOLDED_FROM = 200;
    private final Tasks.Lane reading;
    private final Tasks.Lane listing;
    private final Tasks.Lane preparing;
    private final Tasks.Lane relating;
    private final Tasks.Lane alerting;
    private final Tasks.Lane finding;
    private final Tasks.Lane counting;
    private final Tasks.Lane viewing;
    private final ReadOnlyObjectWrapper<AlertQuery> query = new ReadOnlyObjectWrapper<>(AlertQuery.USUAL);
    private final ReadOnlyObjectWrapper<AlertListing> shown = new ReadOnlyObjectWrapper<>(AlertListing.NOTHING);
    private final ReadOnlyObjectWrapper<LoadState> state = new ReadOnlyObjectWrapper<>(new LoadState.Loading());
    private final ReadOnlyObjectWrapper<CaseSummary> summary = new ReadOnlyObjectWrapper<>();
    private AlertIndex index = AlertIndex.NOTHING;
    private boolean read;
    private boolean asked;

    AlertsViewModel(Investigation investigation, Tasks tasks) {
        this.investigation = investigation;
        this.tasks = tasks;
        reading = tasks.lane();
        listing = tasks.lane();
        preparing = tasks.lane();
        relating = tasks.lane();
        alerting = tasks.lane();
        finding = tasks.lane();
        counting = tasks.lane();
        viewing = tasks.lane();
    }

    /** All alerts of the case, in the order of the case. */
    List<Alert> alerts() {
        return index.alerts();
    }

    /** What is asked; the answer follows. */
    ReadOnlyObjectProperty<AlertQuery> queryProperty() {
        return query.getReadOnlyProperty();
    }

    /** The newest answer. */
    ReadOnlyObjectProperty<AlertListing> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<LoadState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The case's numbers when the alerts were fetched; null before. */
    ReadOnlyObjectProperty<CaseSummary> summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** Asks for something else. */
    void ask(AlertQuery wanted) {
        if (wanted.equals(query.get())) {
            return;
        }
        asked = true;
        query.set(wanted);
        list();
    }

    /** Says that the query is what the user wants, as it stands. */
    void settled() {
        asked = true;
    }

    /** Asks for other alerts. */
    void filter(UnaryOperator<AlertFilter> change) {
        ask(query.get().filtered(change.apply(query.get().filter())));
    }

    /** Opens or closes a group. */
    void fold(String value) {
        Set<String> folded = new HashSet<>(query.get().folded());
        if (!folded.remove(value)) {
            folded.add(value);
        }
        ask(query.get().folding(folded, query.get().closed()));
    }

    private void list() {
        if (!read) {
            return;
        }
        AlertQuery wanted = query.get();
        AlertIndex all = index;
        AlertListing last = shown.get();
        boolean same = last.index() == all && last.query().folding(wanted.folded(), wanted.closed()).equals(wanted);
        listing.work(() -> same ? last.folded(wanted) : AlertListing.of(all, wanted)).onSuccess(shown::set).start();
    }

    /** Counts the values of a field among the alerts that pass the other filters. */
    void count(AlertField field, Consumer<Map<String, Long>> done) {
        AlertIndex all = index;
        AlertFilter filter = query.get().filter();
        counting.work(() -> AlertListing.counts(all, filter, field)).onSuccess(done).start();
    }

    /** Counts the other alerts that have something in common with one. */
    void related(Alert alert, Consumer<RelatedAlerts> done) {
        List<Alert> all = alerts();
        relating.work(() -> RelatedAlerts.of(alert, all)).onSuccess(done).start();
    }

    /** Which of some events an alert ends with, by their numbers. */
    void alerting(Set<Long> events, Consumer<Set<String>> done) {
        List<Alert> all = alerts();
        alerting.work(() -> RelatedAlerts.alerting(all, events)).onSuccess(done).start();
    }

    /** Shows the alerts with one of these values, and no others. */
    void only(AlertField field, Set<String> values) {
        filter(filter -> AlertFilter.ALL.with(field, false, values));
    }

    /** Fetches the alerts again. */
    void load() {
        if (alerts().isEmpty()) {
            state.set(new LoadState.Loading());
        }
        AlertQuery wanted = query.get();
        AlertIndex before = index;
        AlertListing last = shown.get();
        boolean free = !asked;
        reading.work(() -> {
            List<Alert> found = investigation.alertList();
            CaseSummary numbers = investigation.summary();
            AlertIndex now = found.equals(before.alerts()) ? before : AlertIndex.of(found);
            AlertQuery query = free && found.size() >= FOLDED_FROM ? wanted.folding(AlertField.VARIANT, true) : wanted;
            return new Loaded(numbers, last.index() == now && last.query().equals(query) ? last : AlertListing.of(now, query));
        }).onSuccess(loaded -> {
            read = true;
            listing.drop();
            index = loaded.listing().index();
            summary.set(loaded.summary());
            if (query.get().equals(wanted)) {
                query.set(loaded.listing().query());
                shown.set(loaded.listing());
            } else {
                list();
            }
            state.set(new LoadState.Ready());
            preparing.work(() -> prepared(index)).start();
        }).onFailure(why -> {
            listing.drop();
            index = AlertIndex.NOTHING;
            shown.set(AlertListing.NOTHING);
            state.set(new LoadState.Failed(why.message()));
        }).start();
    }

    /** Makes the texts, and searches them once for what no alert has: the first search of the user is then as quick as the others. */
    private static AlertListing prepared(AlertIndex index) {
        index.prepare();
        return AlertListing.of(index, AlertQuery.USUAL.filtered(AlertFilter.ALL.withText("\0")));
    }

    /**
     * Decides about alerts: on disk first, then in the table.
     *
     * @param decisions which alerts get which decision
     */
    void decide(Map<Decision, List<Alert>> decisions, Runnable done, Consumer<Failure> failed) {
        change(() -> {
            Map<String, Alert> after = new HashMap<>();
            for (Map.Entry<Decision, List<Alert>> entry : decisions.entrySet()) {
                Decision decision = entry.getKey();
                investigation.decide(entry.getValue().stream().map(Alert::id).distinct().toList(), decision);
                entry.getValue().forEach(alert -> after.put(alert.id(), alert.decided(decision.status(), decision.reason()).tagged(decision.tags())));
            }
            return after;
        }, done, failed);
    }

    /** Takes decisions back. */
    void restore(List<Alert> before, Runnable done, Consumer<Failure> failed) {
        change(() -> {
            investigation.restore(before);
            Map<String, Alert> after = new HashMap<>();
            before.forEach(alert -> after.put(alert.id(), alert));
            return after;
        }, done, failed);
    }

    /** Says who looks after alerts; what is done then is told how to take it back. */
    void assign(List<Alert> alerts, String name, Consumer<UndoStack.Back> done, Consumer<Failure> failed) {
        List<String> ids = alerts.stream().map(Alert::id).distinct().toList();
        tasks.change(() -> {
            Map<String, String> before = investigation.assignees(ids);
            investigation.assign(ids, name);
            return before;
        }).onSuccess(before -> done.accept((after, failing) -> assignAgain(before, after, failing))).onFailure(failed).start();
    }

    private void assignAgain(Map<String, String> names, Runnable done, Consumer<Failure> failed) {
        Map<String, List<String>> byName = names.keySet().stream().collect(Collectors.groupingBy(names::get));
        tasks.change(() -> {
            for (Map.Entry<String, List<String>> entry : byName.entrySet()) {
                investigation.assign(entry.getValue(), entry.getKey());
            }
            return byName;
        }).onSuccess(said -> done.run()).onFailure(failed).start();
    }

    /** Gives severities in the place of the rules', and reads the alerts again. */
    void rate(List<GivenSeverity> wanted, Consumer<UndoStack.Back> done, Consumer<Failure> failed) {
        tasks.change(() -> investigation.severities().give(wanted)).onSuccess(before -> {
            load();
            done.accept((after, failing) -> tasks.change(() -> {
                investigation.severities().restore(before);
                return before;
            }).onSuccess(back -> {
                load();
                after.run();
            }).onFailure(failing).start());
        }).onFailure(failed).start();
    }

    /** The analyst's name. */
    String analyst() {
        return investigation.analyst();
    }

    /** Writes alerts into a file, and tells how many. */
    void export(List<Alert> alerts, Path file, Consumer<Integer> done, Consumer<Failure> failed) {
        tasks.change(() -> investigation.exportAlerts(alerts.stream().map(Alert::id).toList(), file, Job.SILENT)).onSuccess(done).onFailure(failed).start();
    }

    /** The findings that there are. */
    void findings(Consumer<List<Finding>> done, Consumer<Failure> failed) {
        finding.work(investigation::findings).onSuccess(done).onFailure(failed).start();
    }

    /**
     * Puts alerts into a finding.
     *
     * @param known the findings that there were
     */
    void find(Finding found, List<Finding> known, Consumer<UndoStack.Back> done, Consumer<Failure> failed) {
        List<Alert> before = found.alerts();
        String narrative = known.stream().filter(one -> one.name().equals(found.name())).findFirst().map(Finding::narrative).orElse("");
        boolean told = !narrative.isEmpty() && !found.narrative().isEmpty() && !narrative.equals(found.narrative());
        change(() -> {
            investigation.addToFinding(found.name(), found.narrative(), before.stream().map(Alert::id).toList());
            Map<String, Alert> after = new HashMap<>();
            before.forEach(alert -> after.put(alert.id(), alert.tagged(List.of(Finding.TAG + found.name()))));
            return after;
        }, () -> done.accept((after, failing) -> restore(before, () -> {
            if (told) {
                tasks.change(() -> {
                    investigation.addToFinding(found.name(), narrative, List.of());
                    return narrative;
                }).onSuccess(said -> after.run()).onFailure(failing).start();
            } else {
                after.run();
            }
        }, failing)), failed);
    }

    private void change(Callable<Map<String, Alert>> work, Runnable done, Consumer<Failure> failed) {
        AlertIndex all = index;
        tasks.change(() -> {
            Map<String, Alert> after = work.call();
            return new Change(after, all.replaced(after));
        }).onSuccess(change -> {
            index = index == all ? change.index() : index.replaced(change.after());
            list();
            done.run();
        }).onFailure(why -> {
            load();
            failed.accept(why);
        }).start();
    }

    /** The views of the case. */
    void views(Consumer<List<AlertView>> done, Consumer<Failure> failed) {
        viewing.work(investigation::views).onSuccess(done).onFailure(failed).start();
    }

    /** Keeps a view. */
    void saveView(AlertView view, Runnable done, Consumer<Failure> failed) {
        tasks.change(() -> {
            investigation.saveView(view);
            return view;
        }).onSuccess(saved -> done.run()).onFailure(failed).start();
    }

    /** Forgets a view. */
    void deleteView(String name, Runnable done, Consumer<Failure> failed) {
        tasks.change(() -> {
            investigation.deleteView(name);
            return name;
        }).onSuccess(deleted -> done.run()).onFailure(failed).start();
    }
}
