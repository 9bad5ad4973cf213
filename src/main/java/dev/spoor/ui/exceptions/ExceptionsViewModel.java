package dev.spoor.ui.exceptions;

import dev.spoor.event.Time;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.ui.common.Failure;
import dev.spoor.ui.common.LoadState;
import dev.spoor.ui.common.Tasks;
import dev.spoor.workbench.ExceptionUse;
import dev.spoor.workbench.Investigation;
import dev.spoor.workbench.WorkbenchException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The exceptions of the case and what they did. Window thread only. */
final class ExceptionsViewModel {
    /** An exception as it is listed. */
    record Listed(ExceptionItem item, String ruleName, ExceptionUse use) {}

    private static final ExceptionUse UNUSED = new ExceptionUse(0, Time.NONE);
    private final Investigation investigation;
    private final Tasks tasks;
    private final Tasks.Lane loading;
    private final ObservableList<Listed> exceptions = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<LoadState> state = new ReadOnlyObjectWrapper<>(new LoadState.Loading());

    ExceptionsViewModel(Investigation investigation, Tasks tasks) {
        this.investigation = investigation;
        this.tasks = tasks;
        loading = tasks.lane();
    }

    ObservableList<Listed> exceptions() {
        return exceptions;
    }

    ReadOnlyObjectProperty<LoadState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Fetches them again. */
    void load() {
        loading.work(this::read).onSuccess(found -> {
            if (!exceptions.equals(found)) {
                exceptions.setAll(found);
            }
            state.set(new LoadState.Ready());
        }).onFailure(why -> {
            exceptions.clear();
            state.set(new LoadState.Failed(why.message()));
        }).start();
    }

    private List<Listed> read() throws WorkbenchException {
        List<ExceptionItem> items = investigation.exceptions();
        if (items.isEmpty()) {
            return List.of();
        }
        Map<String, String> names = new HashMap<>();
        investigation.rules().forEach(state -> names.put(state.rule().id(), state.rule().name()));
        Map<String, ExceptionUse> uses = investigation.exceptionUses();
        List<Listed> listed = new ArrayList<>();
        items.forEach(item -> listed.add(new Listed(item, names.getOrDefault(item.ruleId(), item.ruleId()), uses.getOrDefault(item.id(), UNUSED))));
        return listed;
    }

    /** Switches an exception on or off. */
    void enable(ExceptionItem item, boolean enabled, Runnable done, Consumer<Failure> failed) {
        change(() -> investigation.enableException(item.id(), enabled), done, failed);
    }

    /** Deletes an exception. */
    void delete(ExceptionItem item, Runnable done, Consumer<Failure> failed) {
        change(() -> investigation.removeException(item.id()), done, failed);
    }

    /** Brings a deleted exception back. */
    void restore(Listed deleted, Runnable done, Consumer<Failure> failed) {
        change(() -> investigation.restoreException(deleted.item(), deleted.use()), done, failed);
    }

    /** A change of the case. */
    private interface Change {
        void make() throws WorkbenchException;
    }

    private void change(Change change, Runnable done, Consumer<Failure> failed) {
        tasks.change(() -> {
            change.make();
            return true;
        }).onSuccess(made -> {
            done.run();
            load();
        }).onFailure(failed).start();
    }
}
