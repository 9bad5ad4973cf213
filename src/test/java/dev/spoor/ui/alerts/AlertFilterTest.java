package dev.spoor.ui.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.rule.Fidelity;
import dev.spoor.rule.RuleOrigin;
import dev.spoor.rule.Severity;
import dev.spoor.triage.Alert;
import dev.spoor.triage.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class AlertFilterTest {
    private final Alert alert = new Alert("00ff", new Alert.RuleStamp("r1", "Directory replication by a non-controller", RuleOrigin.ELASTIC, "kql", "1", Fidelity.Status.EXACT),
            0, Severity.CRITICAL, false, OptionalInt.empty(), Status.OPEN, Optional.empty(), List.of("T1003.006"), List.of("TA0006"), Optional.of("dc02"),
            Optional.of("nwf\\m-ops4"), "m-ops4 replicated the directory.", List.of(), Map.of(), 1, true, List.of());

    @Test void allWordsHaveToOccurInAnyCase() {
        assertTrue(AlertFilter.ALL.withText(" DC02 replication t1003 ").matches(alert));
        assertFalse(AlertFilter.ALL.withText("dc02 certificate").matches(alert));
    }

    @Test void severitiesAreAlternatives() {
        AlertFilter filter = AlertFilter.ALL.toggled(Severity.LOW);
        assertFalse(filter.matches(alert));
        assertTrue(filter.toggled(Severity.CRITICAL).matches(alert));
    }

    @Test void aSecondToggleTakesAConditionAway() {
        assertEquals(AlertFilter.ALL, AlertFilter.ALL.toggled(Status.CLOSED).toggled(Status.CLOSED));
        assertEquals(2, AlertFilter.ALL.toggled(Status.CLOSED).withText("x").size());
    }
}
