package dev.spoor.ui.common;

import dev.spoor.job.CancelledException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Background work of the window. The work runs on one executor, its handlers on the other (the window's own thread):
 *
 * <pre>{@code lane.work(investigation::alerts).onSuccess(this::show).onFailure(this::explain).andFinally(this::ready).start();}</pre>
 *
 * Work of one {@link Lane} replaces earlier work of the same lane: a stale result is dropped with its handlers, and work that became stale before it began is not
 * begun. An error is never lost: one that
 * nobody handles, and every error of the program itself, is logged.
 */
public final class Tasks {
    private static final Logger LOG = LoggerFactory.getLogger(Tasks.class);
    private final Executor background;
    private final Executor inOrder;
    private final Executor window;

    /**
     * Work on these executors.
     *
     * @param background runs what only looks, several at a time if it likes
     * @param inOrder    runs what changes the case, one after the other
     * @param window     runs the handlers, one after the other
     */
    public Tasks(Executor background, Executor inOrder, Executor window) {
        this.background = background;
        this.inOrder = inOrder;
        this.window = window;
    }

    /** A new lane, in which only the newest work counts. */
    public Lane lane() {
        return new Lane(this);
    }

    /** Work that only looks and whose result always counts. */
    public <T> Work<T> work(Callable<T> work) {
        return lane().work(work);
    }

    /** Work that changes the case: it begins after all such work that was started before. */
    public <T> Work<T> change(Callable<T> work) {
        return new Work<>(lane(), inOrder, work);
    }

    /** A series of requests for the same thing. To be used on the window's thread only. */
    public static final class Lane {
        private final Tasks tasks;
        private final AtomicLong newest = new AtomicLong();

        private Lane(Tasks tasks) {
            this.tasks = tasks;
        }

        /** Work that replaces all earlier work of this lane when it is started. */
        public <T> Work<T> work(Callable<T> work) {
            return new Work<>(this, tasks.background, work);
        }

        /** Drops the results of what was started. */
        public void drop() {
            newest.incrementAndGet();
        }
    }

    /** A piece of work and what follows it. */
    public static final class Work<T> {
        private final Lane lane;
        private final Executor executor;
        private final Callable<T> work;
        private Consumer<? super T> success = result -> {};
        private Consumer<Failure> failure = why -> LOG.error("Nobody handled: {}", why.message());
        private Runnable last = () -> {};

        private Work(Lane lane, Executor executor, Callable<T> work) {
            this.lane = lane;
            this.executor = executor;
            this.work = work;
        }

        /** What to do with the result. */
        public Work<T> onSuccess(Consumer<? super T> handler) {
            success = handler;
            return this;
        }

        /** What to do without a result; cancelled work calls it as well. */
        public Work<T> onFailure(Consumer<Failure> handler) {
            failure = handler;
            return this;
        }

        /** What to do in any case, after the other handlers. */
        public Work<T> andFinally(Runnable handler) {
            last = handler;
            return this;
        }

        /** Starts the work. */
        public void start() {
            long number = lane.newest.incrementAndGet();
            Finishing<T> task = new Finishing<>(work, finished -> lane.tasks.window.execute(() -> {
                if (number == lane.newest.get()) {
                    finish(finished);
                }
            }));
            executor.execute(() -> {
                if (number == lane.newest.get()) {
                    task.run();
                }
            });
        }

        private void finish(FutureTask<T> finished) {
            try {
                success.accept(finished.get());
            } catch (ExecutionException e) {
                failure.accept(failure(e.getCause()));
            } catch (InterruptedException e) {
                throw new IllegalStateException("a finished task does not wait", e);
            } finally {
                last.run();
            }
        }

        private static Failure failure(Throwable cause) {
            if (cause instanceof CancelledException) {
                return new Failure.Refused(Messages.text("failure.cancelled"));
            }
            if (cause instanceof RuntimeException || cause instanceof Error) {
                LOG.error("Background work failed", cause);
                return new Failure.Internal(Messages.text("failure.internal", SafeText.line(String.valueOf(cause), 300)));
            }
            return new Failure.Refused(SafeText.block(String.valueOf(cause.getMessage())));
        }
    }

    /** A task that tells when it is done. */
    private static final class Finishing<T> extends FutureTask<T> {
        private final Consumer<FutureTask<T>> finished;

        private Finishing(Callable<T> work, Consumer<FutureTask<T>> finished) {
            super(work);
            this.finished = finished;
        }

        @Override protected void done() {
            finished.accept(this);
        }
    }
}
