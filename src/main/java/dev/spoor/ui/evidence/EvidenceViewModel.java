package dev.spoor.ui.evidence;

import dev.spoor.coverage.SourceCoverage;
import dev.spoor.event.Time;
import dev.spoor.job.Job;
import dev.spoor.ui.common.LoadState;
import dev.spoor.ui.common.Tasks;
import dev.spoor.workbench.Investigation;
import dev.spoor.workbench.SourceSummary;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The sources of the case. Window thread only. */
final class EvidenceViewModel {
    private final Investigation investigation;
    private final Tasks.Lane loading;
    private final Tasks.Lane looking;
    private final ReadOnlyObjectWrapper<Map<Integer, SourceCoverage>> coverage = new ReadOnlyObjectWrapper<>(Map.of());
    private final ObservableList<SourceSummary> sources = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<LoadState> state = new ReadOnlyObjectWrapper<>(new LoadState.Loading());

    EvidenceViewModel(Investigation investigation, Tasks tasks) {
        this.investigation = investigation;
        loading = tasks.lane();
        looking = tasks.lane();
    }

    ObservableList<SourceSummary> sources() {
        return sources;
    }

    /** What the sources cover, by the number of the source; known some time after the sources. */
    ReadOnlyObjectProperty<Map<Integer, SourceCoverage>> coverageProperty() {
        return coverage.getReadOnlyProperty();
    }

    /** What a source covers, as far as it is known. */
    SourceCoverage coverage(SourceSummary source) {
        return coverage.get().getOrDefault(source.number(), SourceCoverage.NONE);
    }

    private void look() {
        looking.work(() -> investigation.coverage(Job.SILENT)).onSuccess(coverage::set).onFailure(why -> state.set(new LoadState.Failed(why.message()))).start();
    }

    ReadOnlyObjectProperty<LoadState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Ticks of the earliest event of all sources, {@link Time#NONE} for none. */
    long first() {
        return sources.stream().mapToLong(SourceSummary::first).filter(time -> time != Time.NONE).min().orElse(Time.NONE);
    }

    /** Ticks of the latest event of all sources, {@link Time#NONE} for none. */
    long last() {
        return sources.stream().mapToLong(SourceSummary::last).filter(time -> time != Time.NONE).max().orElse(Time.NONE);
    }

    /** Fetches the register again. */
    void load() {
        loading.work(investigation::sources).onSuccess(found -> {
            if (!sources.equals(found)) {
                sources.setAll(found);
            }
            state.set(new LoadState.Ready());
            look();
        }).onFailure(why -> {
            sources.clear();
            state.set(new LoadState.Failed(why.message()));
        }).start();
    }
}
