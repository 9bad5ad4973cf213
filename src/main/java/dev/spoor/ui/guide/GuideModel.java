package dev.spoor.ui.guide;

import dev.spoor.job.Job;
import dev.spoor.rule.GuidePart;
import dev.spoor.triage.Alert;
import dev.spoor.triage.FilledStep;
import dev.spoor.triage.HostQuery;
import dev.spoor.triage.StepAnswer;
import dev.spoor.ui.common.LoadState;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.Tasks;
import dev.spoor.workbench.AlertGuide;
import dev.spoor.workbench.Guides;
import dev.spoor.workbench.StepHits;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The guide of one alert: what it asks, what was answered, what its searches found. Window thread only. */
final class GuideModel {
    /** How many hits are fetched with the count. */
    static final int SHOWN = 500;
    private final Guides guides;
    private final String alert;
    private final Tasks tasks;
    private final Tasks.Lane loading;
    private final Tasks.Lane counting;
    private final Consumer<String> notice;
    private final AtomicBoolean left = new AtomicBoolean();
    private final ReadOnlyObjectWrapper<AlertGuide> guide = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<LoadState> state = new ReadOnlyObjectWrapper<>(new LoadState.Loading());
    private final ReadOnlyObjectWrapper<StepAnswer> answered = new ReadOnlyObjectWrapper<>();
    private final Map<Search, ReadOnlyObjectWrapper<StepHits>> hits = new HashMap<>();
    private final Map<String, StepAnswer> answers = new HashMap<>();
    private final Deque<StepAnswer> before = new ArrayDeque<>();

    /** A search of a step, by its place. */
    record Search(String step, int index) {}

    GuideModel(Guides guides, String alert, Tasks tasks, Consumer<String> notice) {
        this.guides = guides;
        this.alert = alert;
        this.tasks = tasks;
        this.notice = notice;
        loading = tasks.lane();
        counting = tasks.lane();
    }

    ReadOnlyObjectProperty<AlertGuide> guideProperty() {
        return guide.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<LoadState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The answer that was given or taken back last. */
    ReadOnlyObjectProperty<StepAnswer> answeredProperty() {
        return answered.getReadOnlyProperty();
    }

    void load() {
        loading.work(() -> guides.guide(alert)).onSuccess(found -> {
            answers.clear();
            answers.putAll(found.answers());
            guide.set(found);
            state.set(new LoadState.Ready());
            count();
        }).onFailure(why -> state.set(new LoadState.Failed(why.message()))).start();
    }

    /** Stops counting. */
    void leave() {
        left.set(true);
        loading.drop();
        counting.drop();
    }

    StepAnswer answer(String step) {
        return answers.getOrDefault(step, StepAnswer.open(alert, step));
    }

    /** How many of the steps that should be answered before a decision are answered. */
    long answeredSteps() {
        return guide.get().toAnswer().stream().filter(task -> answer(task.key()).state() != StepAnswer.State.OPEN).count();
    }

    /** What a search found; null until it is known. */
    ReadOnlyObjectProperty<StepHits> hits(Search search) {
        return hits.computeIfAbsent(search, _ -> new ReadOnlyObjectWrapper<>()).getReadOnlyProperty();
    }

    /** Runs all searches, one after the other, in the background. */
    void count() {
        Deque<Search> left = new ArrayDeque<>();
        for (GuidePart.Task task : guide.get().tasks()) {
            int index = 0;
            for (FilledStep step : guide.get().steps().getOrDefault(task.key(), List.of())) {
                if (step.runs()) {
                    left.add(new Search(task.key(), index));
                }
                index++;
            }
        }
        next(left);
    }

    private void next(Deque<Search> waiting) {
        Search search = waiting.poll();
        if (search == null) {
            return;
        }
        counting.work(() -> guides.run(alert, search.step(), search.index(), SHOWN, job()))
                .onSuccess(found -> hits.computeIfAbsent(search, _ -> new ReadOnlyObjectWrapper<>()).set(found))
                .onFailure(why -> hits.computeIfAbsent(search, _ -> new ReadOnlyObjectWrapper<>()).set(StepHits.failed(why.message()))).andFinally(() -> next(waiting)).start();
    }

    private Job job() {
        return new Job() {
            @Override public void report(String step, long done, long total) {}

            @Override public boolean cancelled() {
                return left.get();
            }
        };
    }

    /** Keeps an answer. */
    void give(StepAnswer next) {
        StepAnswer now = answer(next.step());
        if (!next.equals(now)) {
            before.push(now);
            save(next);
        }
    }

    /** Takes the last answer back; false where there is none. */
    boolean undo() {
        if (before.isEmpty()) {
            return false;
        }
        save(before.pop());
        return true;
    }

    private void save(StepAnswer next) {
        StepAnswer now = answer(next.step());
        answers.put(next.step(), next);
        answered.set(next);
        tasks.change(() -> {
            guides.answer(next);
            return next;
        }).onFailure(why -> {
            answers.put(now.step(), now);
            answered.set(now);
            notice.accept(Messages.text("guide.notKept", why.message()));
        }).start();
    }

    /** Notes an osquery step for collecting. */
    void collect(FilledStep step, Alert about, Runnable done) {
        HostQuery query = new HostQuery(UUID.randomUUID().toString(), about.host().orElse(""), step.label(), step.query(), about.rule().id(), about.id(), "", 0);
        tasks.change(() -> {
            guides.collect(query);
            return query;
        }).onSuccess(kept -> done.run()).onFailure(why -> notice.accept(Messages.text("guide.notKept", why.message()))).start();
    }
}
