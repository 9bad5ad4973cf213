package dev.spoor.ui.entities;

import dev.spoor.triage.CriticalAsset;
import dev.spoor.triage.CriticalAssets;
import dev.spoor.triage.EntityRisk;
import dev.spoor.ui.common.LoadState;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.Tasks;
import dev.spoor.workbench.Entities;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Hosts and users of the case. Window thread only. */
final class EntitiesModel {
    private final Entities entities;
    private final Tasks tasks;
    private final Tasks.Lane loading;
    private final Consumer<String> notice;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<List<EntityRisk>> risks = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<LoadState> state = new ReadOnlyObjectWrapper<>(new LoadState.Loading());

    EntitiesModel(Entities entities, Tasks tasks, Consumer<String> notice, Runnable changed) {
        this.entities = entities;
        this.tasks = tasks;
        this.notice = notice;
        this.changed = changed;
        loading = tasks.lane();
    }

    ReadOnlyObjectProperty<List<EntityRisk>> risksProperty() {
        return risks.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<LoadState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    void load() {
        loading.work(entities::risks).onSuccess(found -> {
            risks.set(found);
            state.set(new LoadState.Ready());
        }).onFailure(why -> state.set(new LoadState.Failed(why.message()))).start();
    }

    /** Calls an entity critical, or takes that back. */
    void critical(EntityRisk entity) {
        change(() -> {
            if (entity.critical()) {
                for (CriticalAsset asset : entities.critical()) {
                    if (asset.kind() == entity.kind() && new CriticalAssets(List.of(asset)).contains(entity.kind(), entity.name())) {
                        entities.unmark(asset.kind(), asset.name());
                    }
                }
            } else {
                entities.mark(new CriticalAsset(entity.kind(), entity.name(), "", "", 0));
            }
            return entity;
        }, Messages.text(entity.critical() ? "entities.notCritical" : "entities.isCritical", entity.name()));
    }

    /** Gives a rule a type; an empty one: its own. */
    void type(String rule, String name, String type) {
        change(() -> {
            entities.ruleType(rule, type);
            return rule;
        }, type.isEmpty() ? Messages.text("entities.typeOwn", name) : Messages.text("entities.typeGiven", name, Messages.text("entities.type." + type)));
    }

    private <T> void change(Callable<T> work, String done) {
        tasks.change(work).onSuccess(result -> {
            notice.accept(done);
            changed.run();
            load();
        }).onFailure(why -> notice.accept(Messages.text("entities.notKept", why.message()))).start();
    }
}
