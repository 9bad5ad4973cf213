package dev.spoor.triage;

import java.util.List;
import java.util.Locale;

/**
 * What an analyst answered to a step of the guide for one alert.
 *
 * @param alert    id of the alert
 * @param step     key of the task, see {@code GuidePart.Task}
 * @param note     free text, empty for none
 * @param evidence events of the case that show it
 * @param author   who answered last, empty where nobody has
 * @param time     ticks of the wall clock, 0 where nobody has
 */
public record StepAnswer(String alert, String step, State state, String note, List<Pinned> evidence, String author, long time) {
    /** Where a step stands. */
    public enum State {
        OPEN, DONE, NOT_POSSIBLE, FINDING;

        /** The lower-case word of the case file, the journal and the report. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An event that was pinned.
     *
     * @param event its number in the case
     * @param label what it shows, in words
     */
    public record Pinned(long event, String label) {}

    public StepAnswer {
        evidence = List.copyOf(evidence);
    }

    /** A step that nobody has answered. */
    public static StepAnswer open(String alert, String step) {
        return new StepAnswer(alert, step, State.OPEN, "", List.of(), "", 0);
    }

    /** Whether there is nothing to keep. */
    public boolean blank() {
        return state == State.OPEN && note.isEmpty() && evidence.isEmpty();
    }

    /** The same with another state. */
    public StepAnswer with(State other) {
        return new StepAnswer(alert, step, other, note, evidence, author, time);
    }

    /** The same with another note. */
    public StepAnswer noted(String text) {
        return new StepAnswer(alert, step, state, text, evidence, author, time);
    }

    /** The same with other evidence. */
    public StepAnswer pinned(List<Pinned> events) {
        return new StepAnswer(alert, step, state, note, events, author, time);
    }

    /** The same as somebody gave it at some time. */
    public StepAnswer by(String name, long now) {
        return new StepAnswer(alert, step, state, note, evidence, name, now);
    }
}
