package dev.spoor.ui.alerts;

import dev.spoor.explain.RuleExplanation;
import dev.spoor.job.Job;
import dev.spoor.triage.Alert;
import dev.spoor.ui.common.Failure;
import dev.spoor.ui.common.LoadState;
import dev.spoor.ui.common.Tasks;
import dev.spoor.workbench.AlertDetails;
import dev.spoor.workbench.EventDocument;
import dev.spoor.workbench.Explanation;
import dev.spoor.workbench.Investigation;
import dev.spoor.workbench.Related;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Everything about the alert that is looked at. Window thread only. */
final class DetailsViewModel {
    private final Investigation investigation;
    private static final int NEAR_MISSES = 10;
    private final Tasks.Lane loading;
    private final Tasks.Lane explaining;
    private final Tasks.Lane missing;
    private final Tasks.Lane relating;
    private final AtomicLong wanted = new AtomicLong();
    private final ReadOnlyObjectWrapper<Map<Long, RuleExplanation>> explained = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Alert> alert = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<AlertDetails> details = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<LoadState> state = new ReadOnlyObjectWrapper<>(new LoadState.Ready());

    DetailsViewModel(Investigation investigation, Tasks tasks) {
        this.investigation = investigation;
        loading = tasks.lane();
        explaining = tasks.lane();
        missing = tasks.lane();
        relating = tasks.lane();
    }

    /** The alert; null for none. */
    ReadOnlyObjectProperty<Alert> alertProperty() {
        return alert.getReadOnlyProperty();
    }

    /** Its details; null until they are there. */
    ReadOnlyObjectProperty<AlertDetails> detailsProperty() {
        return details.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<LoadState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Looks at another alert, or at none (null), or at the same one after a decision. */
    void show(Alert next) {
        Alert before = alert.get();
        if (next == null ? before == null : next.equals(before)) {
            return;
        }
        alert.set(next);
        wanted.incrementAndGet();
        explaining.drop();
        missing.drop();
        relating.drop();
        if (next == null) {
            loading.drop();
            details.set(null);
            state.set(new LoadState.Ready());
            return;
        }
        if (before == null || !before.id().equals(next.id())) {
            details.set(null);
        }
        load();
    }

    /** Fetches the details again, of an alert that is looked at. */
    void reload() {
        if (alert.get() != null) {
            load();
        }
    }

    /** Fetches the details (again). */
    void load() {
        Alert wanted = alert.get();
        state.set(new LoadState.Loading());
        loading.work(() -> investigation.details(wanted.id())).onSuccess(found -> {
            state.set(new LoadState.Ready());
            explained.set(Map.of());
            details.set(found);
            explain(found);
        }).onFailure(why -> {
            details.set(null);
            state.set(new LoadState.Failed(why.message()));
        }).start();
    }

    /** Why the rule found the first events, by their numbers; empty until it is worked out, and where that cannot be done. */
    ReadOnlyObjectProperty<Map<Long, RuleExplanation>> explainedProperty() {
        return explained.getReadOnlyProperty();
    }

    private void explain(AlertDetails found) {
        List<Long> events = found.events().stream().limit(WhyView.EXPLAINED).map(EventDocument::id).distinct().toList();
        explaining.work(() -> {
            Map<Long, RuleExplanation> why = new LinkedHashMap<>();
            for (long event : events) {
                why.put(event, investigation.explain(found.rule().id(), event).explained());
            }
            return why;
        }).onSuccess(explained::set).onFailure(why -> explained.set(Map.of())).start();
    }

    /** Looks for the events that a rule almost found; given up when another alert is looked at. */
    void nearMisses(String rule, Consumer<List<Explanation>> done, Consumer<Failure> failed) {
        Job job = stopping();
        missing.work(() -> investigation.nearMisses(rule, NEAR_MISSES, job)).onSuccess(done).onFailure(failed).start();
    }

    /** A job that ends when another alert is looked at. */
    private Job stopping() {
        long now = wanted.get();
        return new Job() {
            @Override public void report(String what, long at, long total) {}

            @Override public boolean cancelled() {
                return wanted.get() != now;
            }
        };
    }

    /** Looks for what lies around an alert. */
    void related(AlertDetails of, long window, Consumer<Related> done, Consumer<Failure> failed) {
        Map<String, List<String>> values = of.events().isEmpty() ? Map.of() : HighlightedFields.telling(of.rule(), of.events().getLast());
        Job job = stopping();
        relating.work(() -> investigation.related(of.alert().id(), values, window, job)).onSuccess(done).onFailure(failed).start();
    }
}
