package dev.spoor.ui.alerts;

import dev.spoor.triage.Alert;
import dev.spoor.triage.GivenSeverity.Scope;
import dev.spoor.ui.common.Messages;
import dev.spoor.ui.common.SafeText;
import dev.spoor.ui.common.Times;
import dev.spoor.ui.control.SeverityMark;
import java.util.Optional;

/** Why the severity of an alert is not the one of its rule, in words. */
final class GivenWords {
    private GivenWords() {}

    /** Empty where it is the rule's. */
    static Optional<String> of(Alert alert, Times times) {
        String rule = SeverityMark.word(alert.ruleSeverity());
        if (alert.given().isPresent()) {
            return alert.given().map(given -> Messages.text(given.scope() == Scope.ALERT ? "severity.given" : "severity.givenVariant", SeverityMark.word(alert.severity()), rule,
                    SafeText.line(given.reason(), SafeText.SHORT), SafeText.line(given.author(), 60), times.fullTime(given.time())));
        }
        return alert.severity() == alert.ruleSeverity() ? Optional.empty() : Optional.of(Messages.text("severity.critical.asset", SeverityMark.word(alert.severity()), rule));
    }
}
