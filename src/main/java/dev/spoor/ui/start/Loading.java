package dev.spoor.ui.start;

import dev.spoor.job.Job;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.Tasks;
import dev.spoor.ui.start.LoadProgress.Phase;
import dev.spoor.workbench.DetectRequest;
import dev.spoor.workbench.Investigation;
import dev.spoor.workbench.LoadOptions;
import dev.spoor.workbench.LoadRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

/** Loads evidence into an open case in the background, one load at a time, and says how far it is. Window thread only. */
public final class Loading {
    private final Tasks tasks;
    private final PasswordDialog passwords;
    private final ReadOnlyObjectWrapper<LoadProgress> progress = new ReadOnlyObjectWrapper<>(LoadProgress.NONE);
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper alerts = new ReadOnlyLongWrapper();
    private final Timeline watch = new Timeline(new KeyFrame(Duration.millis(200), event -> look()));
    private LoadBoard board = new LoadBoard(System::nanoTime);
    private AtomicBoolean cancelled = new AtomicBoolean();

    /**
     * Nothing is loaded yet.
     *
     * @param passwords asked for the passwords of archives
     */
    public Loading(Tasks tasks, PasswordDialog passwords) {
        this.tasks = tasks;
        this.passwords = passwords;
        watch.setCycleCount(Animation.INDEFINITE);
    }

    ReadOnlyObjectProperty<LoadProgress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Whether a load is going on. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** How many alerts the load gave so far; the case has them already. */
    public ReadOnlyLongProperty alertsProperty() {
        return alerts.getReadOnlyProperty();
    }

    /** One line for the status bar: how far it is. */
    public String line() {
        LoadProgress now = progress.get();
        return now.phase() == Phase.DETECTING ? Messages.text("loading.line.detecting", Math.round(now.done() * 100)) : Messages.text("loading.line", Math.round(now.done() * 100));
    }

    /** One sentence about what became of the last load. */
    public String outcome() {
        return LoadingWords.outcome(progress.get());
    }

    /**
     * Begins to load; nothing happens while another load goes on.
     *
     * @param rules which rules run meanwhile, asked in the background; empty for none
     */
    public void start(Investigation investigation, List<Path> paths, Callable<Optional<DetectRequest>> rules) {
        if (running.get() || paths.isEmpty()) {
            return;
        }
        LoadBoard mine = new LoadBoard(System::nanoTime);
        board = mine;
        cancelled = new AtomicBoolean();
        Job job = job(cancelled);
        AskedPasswords asked = new AskedPasswords(passwords, job::cancelled);
        running.set(true);
        look();
        watch.play();
        tasks.work(() -> investigation.load(new LoadRequest(paths, LoadOptions.DEFAULT, rules.call(), asked), mine, job)).onSuccess(done -> mine.ended(Phase.DONE, ""))
                .onFailure(why -> mine.ended(job.cancelled() ? Phase.CANCELLED : Phase.FAILED, why.message())).andFinally(() -> {
                    watch.stop();
                    look();
                    running.set(false);
                }).start();
    }

    /** Asks the load to stop; what it has read stays. */
    public void cancel() {
        cancelled.set(true);
    }

    /** Forgets the last load, for a new case. */
    public void clear() {
        if (!running.get()) {
            progress.set(LoadProgress.NONE);
            alerts.set(0);
        }
    }

    private void look() {
        LoadProgress now = board.snapshot();
        progress.set(now);
        alerts.set(now.alertCount());
    }

    private static Job job(AtomicBoolean cancelled) {
        return new Job() {
            @Override public void report(String what, long done, long total) {}

            @Override public boolean cancelled() {
                return cancelled.get();
            }
        };
    }
}
