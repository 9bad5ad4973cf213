package dev.spoor.ui.exceptions;

import dev.spoor.job.Job;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.ui.common.Tasks;
import dev.spoor.workbench.ExceptionBreadth;
import dev.spoor.workbench.Investigation;
import dev.spoor.workbench.SampleTrial;
import dev.spoor.workbench.Suppressed;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

/** What would vanish, worked out again shortly after the last change; what is older is dropped. Window thread only. */
final class PreviewModel {
    private static final int PATIENCE_MILLIS = 250;
    private final Investigation investigation;
    private final Tasks.Lane lane;
    private final PauseTransition patience = new PauseTransition(Duration.millis(PATIENCE_MILLIS));
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Incomplete());
    private List<ExceptionItem> items = List.of();
    private final Tasks.Lane widening;
    private final Tasks.Lane trying;
    private final ReadOnlyObjectWrapper<Optional<ExceptionBreadth>> breadth = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Samples> samples = new ReadOnlyObjectWrapper<>(new Samples.None());
    private Optional<Path> folder = Optional.empty();
    private boolean asked;

    /** What is known of sample logs. */
    sealed interface Samples {
        /** No folder was named. */
        record None() implements Samples {}

        /** Being run. */
        record Running() implements Samples {}

        /** Could not be run. */
        record Failed(String message) implements Samples {}

        /** Done. */
        record Done(SampleTrial trial) implements Samples {}
    }

    /** Where the preview stands. */
    sealed interface State {
        /** There is no whole condition to work with. */
        record Incomplete() implements State {}

        /** Being worked out. */
        record Working() implements State {}

        /** Cannot be worked out. */
        record Failed(String message) implements State {}

        /** There, after so many milliseconds. */
        record Ready(Suppressed suppressed, long millis) implements State {}
    }

    PreviewModel(Investigation investigation, Tasks tasks) {
        this.investigation = investigation;
        lane = tasks.lane();
        widening = tasks.lane();
        trying = tasks.lane();
        patience.setOnFinished(event -> work());
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<ExceptionBreadth>> breadthProperty() {
        return breadth.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Samples> samplesProperty() {
        return samples.getReadOnlyProperty();
    }

    /** Runs the rules on the logs of a folder, now and after each change. */
    void tryOn(Path logs) {
        folder = Optional.of(logs);
        trySamples();
    }

    private void trySamples() {
        List<ExceptionItem> now = items;
        if (folder.isEmpty() || now.isEmpty()) {
            return;
        }
        samples.set(new Samples.Running());
        Path logs = folder.get();
        trying.work(() -> investigation.exceptionWork().trySamples(now, logs, Job.SILENT)).onSuccess(trial -> samples.set(new Samples.Done(trial)))
                .onFailure(why -> samples.set(new Samples.Failed(why.message()))).start();
    }

    /** Asks for the preview of these exceptions; none: there is nothing to preview. Names and comments change nothing. */
    void ask(List<ExceptionItem> wanted) {
        if (asked && said(wanted).equals(said(items))) {
            return;
        }
        asked = true;
        lane.drop();
        widening.drop();
        trying.drop();
        items = List.copyOf(wanted);
        breadth.set(Optional.empty());
        samples.set(folder.isPresent() ? new Samples.Running() : new Samples.None());
        state.set(items.isEmpty() ? new State.Incomplete() : new State.Working());
        patience.playFromStart();
    }

    private static List<?> said(List<ExceptionItem> items) {
        return items.stream().map(item -> List.of(item.entries(), item.expires(), item.scope(), item.part())).toList();
    }

    /** Stops working. */
    void stop() {
        patience.stop();
        lane.drop();
        widening.drop();
        trying.drop();
    }

    private void work() {
        if (items.isEmpty()) {
            return;
        }
        List<ExceptionItem> now = items;
        long begin = System.nanoTime();
        lane.work(() -> investigation.preview(now)).onSuccess(found -> state.set(new State.Ready(found, (System.nanoTime() - begin) / 1_000_000)))
                .onFailure(why -> state.set(new State.Failed(why.message()))).start();
        widening.work(() -> investigation.exceptionWork().breadth(now, Job.SILENT)).onSuccess(found -> breadth.set(Optional.of(found)))
                .onFailure(why -> breadth.set(Optional.empty())).start();
        trySamples();
    }
}
