package dev.spoor.bench;

import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;

/** Asks the window's thread for a sign of life all the time, and remembers how long it had to wait. */
public final class FxWatch implements AutoCloseable {
    private final AtomicLong longest = new AtomicLong();
    private final Thread thread = Thread.ofPlatform().daemon().name("fx-watch").unstarted(this::watch);
    private volatile boolean ended;

    /** Begins to watch. */
    public FxWatch() {
        thread.start();
    }

    private void watch() {
        while (!ended) {
            long asked = System.nanoTime();
            Object answer = new Object();
            boolean[] there = new boolean[1];
            synchronized (answer) {
                Platform.runLater(() -> {
                    synchronized (answer) {
                        there[0] = true;
                        answer.notifyAll();
                    }
                });
                try {
                    while (!there[0] && !ended) {
                        answer.wait(50);
                    }
                    longest.accumulateAndGet(System.nanoTime() - asked, Math::max);
                    answer.wait(2);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    /** The longest wait since the last time this was asked, in milliseconds. */
    public long longestMillis() {
        return longest.getAndSet(0) / 1_000_000;
    }

    @Override public void close() {
        ended = true;
    }
}
