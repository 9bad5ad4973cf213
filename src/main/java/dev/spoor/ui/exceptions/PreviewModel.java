package dev.spoor.ui.exceptions;

import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.ui.common.Tasks;
import dev.spoor.workbench.Investigation;
import dev.spoor.workbench.Suppressed;
import java.util.List;
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
    private boolean asked;

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
        patience.setOnFinished(event -> work());
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Asks for the preview of these exceptions; none: there is nothing to preview. Names and comments change nothing. */
    void ask(List<ExceptionItem> wanted) {
        if (asked && said(wanted).equals(said(items))) {
            return;
        }
        asked = true;
        lane.drop();
        items = List.copyOf(wanted);
        state.set(items.isEmpty() ? new State.Incomplete() : new State.Working());
        patience.playFromStart();
    }

    private static List<?> said(List<ExceptionItem> items) {
        return items.stream().map(item -> List.of(item.entries(), item.expires(), item.scope())).toList();
    }

    /** Stops working. */
    void stop() {
        patience.stop();
        lane.drop();
    }

    private void work() {
        if (items.isEmpty()) {
            return;
        }
        List<ExceptionItem> now = items;
        long begin = System.nanoTime();
        lane.work(() -> investigation.preview(now)).onSuccess(found -> state.set(new State.Ready(found, (System.nanoTime() - begin) / 1_000_000)))
                .onFailure(why -> state.set(new State.Failed(why.message()))).start();
    }
}
