package dev.spoor.ui.app;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads behind the window: some that look, one that changes the case. */
final class Workers {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final long PATIENCE_SECONDS = 30;
    private final ExecutorService looking = Executors.newFixedThreadPool(3, threads("looking", true));
    private final ExecutorService changing = Executors.newSingleThreadExecutor(threads("changing", false));

    private static ThreadFactory threads(String name, boolean daemon) {
        return Thread.ofPlatform().name("spoor-" + name + "-", 1).daemon(daemon).factory();
    }

    Executor background() {
        return work -> execute(looking, work);
    }

    Executor inOrder() {
        return work -> execute(changing, work);
    }

    private static void execute(ExecutorService service, Runnable work) {
        try {
            service.execute(work);
        } catch (RejectedExecutionException e) {
            LOG.debug("The window is closed; work was not begun", e);
        }
    }

    /** Lets what changes the case come to its end, then does the last thing on the same thread; what only looks is left to itself. */
    void finish(Runnable last) {
        looking.shutdown();
        execute(changing, () -> {
            awaitLooking();
            last.run();
        });
        changing.shutdown();
    }

    private void awaitLooking() {
        try {
            if (!looking.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Background work did not end within {} s", PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
