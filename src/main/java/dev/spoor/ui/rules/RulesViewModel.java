package dev.spoor.ui.rules;

import dev.spoor.rule.Fidelity;
import dev.spoor.ui.common.LoadState;
import dev.spoor.ui.common.Tasks;
import dev.spoor.workbench.Investigation;
import dev.spoor.workbench.RuleState;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** The rules of the case and the filter over them. Window thread only. */
final class RulesViewModel {
    private final Investigation investigation;
    private final Tasks.Lane loading;
    private final ObservableList<RuleState> rules = FXCollections.observableArrayList();
    private final ObservableList<RuleState> all = FXCollections.unmodifiableObservableList(rules);
    private final FilteredList<RuleState> shown = new FilteredList<>(rules);
    private final ObjectProperty<RuleFilter> filter = new SimpleObjectProperty<>(RuleFilter.ALL);
    private final ReadOnlyObjectWrapper<LoadState> state = new ReadOnlyObjectWrapper<>(new LoadState.Loading());

    RulesViewModel(Investigation investigation, Tasks tasks) {
        this.investigation = investigation;
        loading = tasks.lane();
        filter.subscribe(now -> shown.setPredicate(now::matches));
    }

    ObservableList<RuleState> rules() {
        return all;
    }

    FilteredList<RuleState> shown() {
        return shown;
    }

    ObjectProperty<RuleFilter> filterProperty() {
        return filter;
    }

    ReadOnlyObjectProperty<LoadState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    long count(Fidelity.Status status) {
        return rules.stream().filter(rule -> rule.fidelity().status() == status).count();
    }

    long ran() {
        return rules.stream().filter(RuleState::ran).count();
    }

    long withAlerts() {
        return rules.stream().filter(rule -> rule.alerts() > 0).count();
    }

    /** Fetches the rules again. */
    void load() {
        loading.work(investigation::rules).onSuccess(found -> {
            if (!rules.equals(found)) {
                rules.setAll(found);
            }
            state.set(new LoadState.Ready());
        }).onFailure(why -> {
            rules.clear();
            state.set(new LoadState.Failed(why.message()));
        }).start();
    }
}
