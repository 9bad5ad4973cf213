package dev.spoor.cli;

import dev.spoor.rule.Severity;
import dev.spoor.triage.Reason;
import dev.spoor.triage.Status;
import java.util.Optional;

/** Reads the words of decisions. */
final class DecisionOptions {
    private DecisionOptions() {}

    static Optional<Status> status(String word) {
        if (word == null) {
            return Optional.empty();
        }
        return Optional.of(Status.ofWord(word).orElseThrow(() -> CommandFailure.usage("--status: " + word + " is none of open, acknowledged, closed.")));
    }

    static Severity severity(String word) {
        return Severity.of(word).orElseThrow(() -> CommandFailure.usage("--severity: " + word + " is none of informational, low, medium, high, critical, rule."));
    }

    static Optional<Reason> reason(String word) {
        if (word == null) {
            return Optional.empty();
        }
        return Optional.of(Reason.ofWord(word)
                .orElseThrow(() -> CommandFailure.usage("--reason: " + word + " is none of false_positive, benign_positive, true_positive, duplicate, other.")));
    }
}
