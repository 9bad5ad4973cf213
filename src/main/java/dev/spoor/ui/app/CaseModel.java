package dev.spoor.ui.app;

import dev.spoor.job.Job;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.common.Tasks;
import dev.spoor.ui.exceptions.Notice;
import dev.spoor.workbench.CaseSummary;
import dev.spoor.workbench.Investigation;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.application.Platform;

/** The numbers of the case, the last thing that was done, and the long work that is going on. Window thread only. */
final class CaseModel implements Notice {
    private static final long REPORT_EVERY_NANOS = 100_000_000L;
    private final Investigation investigation;
    private final Tasks.Lane loading;
    private final ReadOnlyObjectWrapper<CaseSummary> summary = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Runnable> undo = new ReadOnlyObjectWrapper<>();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private Runnable following = () -> {};

    CaseModel(Investigation investigation, Tasks tasks) {
        this.investigation = investigation;
        loading = tasks.lane();
    }

    /** Fetches the numbers again. */
    void load() {
        loading.work(investigation::summary).onSuccess(summary::set).onFailure(why -> say(Messages.text("status.failed", why.message()))).start();
    }

    /** Null until they are there. */
    ReadOnlyObjectProperty<CaseSummary> summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** What is going on, empty for nothing. */
    ReadOnlyStringProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** How to take back what the notice tells of; null where there is no way. */
    ReadOnlyObjectProperty<Runnable> undoProperty() {
        return undo.getReadOnlyProperty();
    }

    @Override public void say(String words) {
        say(words, null);
    }

    @Override public void say(String words, Runnable back) {
        notice.set(words);
        undo.set(back);
    }

    /** Begins long work; it reports here and can be cancelled from here. */
    Job begin(String what) {
        cancelled.set(false);
        progress.set(what);
        AtomicLong last = new AtomicLong(System.nanoTime() - REPORT_EVERY_NANOS);
        return new Job() {
            @Override public void report(String step, long done, long total) {
                long now = System.nanoTime();
                if (now - last.get() >= REPORT_EVERY_NANOS) {
                    last.set(now);
                    String words = total > 0 ? Messages.text("status.progress", what, SafeText.line(step, 80), done * 100 / total) : what + " · " + SafeText.line(step, 80);
                    Platform.runLater(() -> progress.set(progress.get().isEmpty() ? "" : words));
                }
            }

            @Override public boolean cancelled() {
                return cancelled.get();
            }
        };
    }

    /** Ends it. */
    void end() {
        progress.set("");
    }

    /** Shows work that reports elsewhere; empty words: it is over. */
    void follow(String words, Runnable cancel) {
        progress.set(words);
        following = words.isEmpty() ? () -> {} : cancel;
    }

    /** Asks the long work to stop. */
    void cancel() {
        cancelled.set(true);
        following.run();
    }
}
