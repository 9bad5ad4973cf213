package dev.spoor.ui.alerts;

import dev.spoor.ui.common.Failure;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/** What was done in this session and can be taken back, the newest first. Window thread only. */
final class UndoStack {
    private static final int MOST = 20;
    private final Deque<Step> steps = new ArrayDeque<>();

    /** Takes something back, in the background. */
    interface Back {
        void run(Runnable done, Consumer<Failure> failed);
    }

    /**
     * Something that was done.
     *
     * @param done what, in words
     */
    record Step(String done, Back back) {}

    void push(Step step) {
        steps.push(step);
        if (steps.size() > MOST) {
            steps.removeLast();
        }
    }

    /** The newest, which no longer counts as one that can be taken back. */
    Optional<Step> pop() {
        return Optional.ofNullable(steps.poll());
    }
}
