package dev.spoor.workbench;

import dev.spoor.rule.GuidePart;
import dev.spoor.triage.FilledStep;
import dev.spoor.triage.StepAnswer;
import java.util.List;
import java.util.Map;

/**
 * The guide of an alert's rule, with the alert's values and with what was answered.
 *
 * @param alert   id of the alert
 * @param parts   in the order of the guide; placeholders in the words of tasks are filled
 * @param answers by key of the task; steps that nobody has answered are left out
 * @param steps   the machine steps of each task, by key of the task; tasks without are left out
 */
public record AlertGuide(String alert, List<GuidePart> parts, Map<String, StepAnswer> answers, Map<String, List<FilledStep>> steps) {
    /** Without a guide. */
    public static AlertGuide none(String alert) {
        return new AlertGuide(alert, List.of(), Map.of(), Map.of());
    }

    public AlertGuide {
        parts = List.copyOf(parts);
        answers = Map.copyOf(answers);
        steps = Map.copyOf(steps);
    }

    /** The tasks, in order. */
    public List<GuidePart.Task> tasks() {
        return parts.stream().filter(GuidePart.Task.class::isInstance).map(GuidePart.Task.class::cast).toList();
    }

    /** What was answered to a task. */
    public StepAnswer answer(String step) {
        return answers.getOrDefault(step, StepAnswer.open(alert, step));
    }

    /** The tasks that are to be answered before the alert is decided. */
    public List<GuidePart.Task> toAnswer() {
        return tasks().stream().filter(task -> task.kind() == GuidePart.Kind.INVESTIGATION).toList();
    }

    /** How many of these are answered. */
    public long answered() {
        return toAnswer().stream().filter(task -> answer(task.key()).state() != StepAnswer.State.OPEN).count();
    }
}
