package dev.spoor.ui.alerts;

import dev.spoor.rule.Severity;
import dev.spoor.triage.Alert;
import dev.spoor.triage.Decision;
import dev.spoor.triage.Status;
import dev.spoor.ui.common.Failure;
import dev.spoor.ui.common.LoadState;
import dev.spoor.ui.common.Tasks;
import dev.spoor.workbench.CaseSummary;
import dev.spoor.workbench.Investigation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** The alerts of the case, the filter over them and the decisions about them. Window thread only. */
final class AlertsViewModel {
    /** What the table needs at once. */
    private record Loaded(List<Alert> alerts, CaseSummary summary) {}

    private static final int ONE_BY_ONE = 100;
    private final Investigation investigation;
    private final Tasks tasks;
    private final Tasks.Lane loading;
    private final ObservableList<Alert> alerts = FXCollections.observableArrayList();
    private final ObservableList<Alert> all = FXCollections.unmodifiableObservableList(alerts);
    private final FilteredList<Alert> shown = new FilteredList<>(alerts);
    private final ObjectProperty<AlertFilter> filter = new SimpleObjectProperty<>(AlertFilter.ALL);
    private final ReadOnlyObjectWrapper<LoadState> state = new ReadOnlyObjectWrapper<>(new LoadState.Loading());
    private final ReadOnlyObjectWrapper<CaseSummary> summary = new ReadOnlyObjectWrapper<>();

    AlertsViewModel(Investigation investigation, Tasks tasks) {
        this.investigation = investigation;
        this.tasks = tasks;
        loading = tasks.lane();
        filter.subscribe(now -> shown.setPredicate(now::matches));
    }

    ObservableList<Alert> alerts() {
        return all;
    }

    /** Those that pass the filter, in the order of the case. */
    FilteredList<Alert> shown() {
        return shown;
    }

    ObjectProperty<AlertFilter> filterProperty() {
        return filter;
    }

    ReadOnlyObjectProperty<LoadState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The case's numbers when the alerts were fetched; null before. */
    ReadOnlyObjectProperty<CaseSummary> summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    long count(Severity severity) {
        return alerts.stream().filter(alert -> alert.severity() == severity).count();
    }

    long count(Status status) {
        return alerts.stream().filter(alert -> alert.status() == status).count();
    }

    /** Fetches the alerts again. */
    void load() {
        if (alerts.isEmpty()) {
            state.set(new LoadState.Loading());
        }
        loading.work(() -> new Loaded(investigation.alerts(), investigation.summary())).onSuccess(loaded -> {
            summary.set(loaded.summary());
            if (!alerts.equals(loaded.alerts())) {
                alerts.setAll(loaded.alerts());
            }
            state.set(new LoadState.Ready());
        }).onFailure(why -> {
            alerts.clear();
            state.set(new LoadState.Failed(why.message()));
        }).start();
    }

    /** Decides about alerts: on disk first, then in the table. */
    void decide(List<Alert> chosen, Decision decision, Runnable done, Consumer<Failure> failed) {
        Set<String> ids = new HashSet<>();
        chosen.forEach(alert -> ids.add(alert.id()));
        tasks.change(() -> {
            investigation.decide(List.copyOf(ids), decision);
            return ids.size();
        }).onSuccess(count -> {
            replace(ids, decision);
            done.run();
        }).onFailure(failed).start();
    }

    private void replace(Set<String> ids, Decision decision) {
        List<Alert> now = alerts.stream().map(alert -> ids.contains(alert.id()) ? alert.decided(decision.status(), decision.reason()) : alert).toList();
        if (ids.size() > ONE_BY_ONE) {
            alerts.setAll(now);
            return;
        }
        for (int i = 0; i < now.size(); i++) {
            if (now.get(i) != alerts.get(i)) {
                alerts.set(i, now.get(i));
            }
        }
    }
}
