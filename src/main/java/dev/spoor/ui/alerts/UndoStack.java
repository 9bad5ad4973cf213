package dev.spoor.ui.alerts;

import dev.spoor.triage.Alert;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The decisions of this session that can be taken back, the newest first. Window thread only. */
final class UndoStack {
    private static final int MOST = 20;
    private final Deque<Step> steps = new ArrayDeque<>();

    /**
     * A decision.
     *
     * @param before the alerts as they were
     * @param done   what was done, in words
     */
    record Step(List<Alert> before, String done) {}

    void push(Step step) {
        steps.push(step);
        if (steps.size() > MOST) {
            steps.removeLast();
        }
    }

    /** The newest decision, which no longer counts as one that can be taken back. */
    Optional<Step> pop() {
        return Optional.ofNullable(steps.poll());
    }
}
