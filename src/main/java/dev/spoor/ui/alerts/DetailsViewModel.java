package dev.spoor.ui.alerts;

import dev.spoor.triage.Alert;
import dev.spoor.ui.common.LoadState;
import dev.spoor.ui.common.Tasks;
import dev.spoor.workbench.AlertDetails;
import dev.spoor.workbench.Investigation;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Everything about the alert that is looked at. Window thread only. */
final class DetailsViewModel {
    private final Investigation investigation;
    private final Tasks.Lane loading;
    private final ReadOnlyObjectWrapper<Alert> alert = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<AlertDetails> details = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<LoadState> state = new ReadOnlyObjectWrapper<>(new LoadState.Ready());

    DetailsViewModel(Investigation investigation, Tasks tasks) {
        this.investigation = investigation;
        loading = tasks.lane();
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

    /** Fetches the details (again). */
    void load() {
        Alert wanted = alert.get();
        state.set(new LoadState.Loading());
        loading.work(() -> investigation.details(wanted.id())).onSuccess(found -> {
            state.set(new LoadState.Ready());
            details.set(found);
        }).onFailure(why -> {
            details.set(null);
            state.set(new LoadState.Failed(why.message()));
        }).start();
    }
}
