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
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AlertFilterTest {
    private final Alert alert = new Alert("00ff", new Alert.RuleStamp("r1", "Directory replication by a non-controller", RuleOrigin.ELASTIC, "kql", "1", Fidelity.Status.EXACT),
            0, Severity.CRITICAL, false, OptionalInt.empty(), Status.OPEN, Optional.empty(), List.of("T1003.006"), List.of("TA0006"), Optional.of("dc02"),
            Optional.of("nwf\\m-ops4"), "m-ops4 replicated the directory.", List.of(), Map.of(), 1, true, List.of());

    private boolean passes(AlertFilter filter) {
        return !AlertListing.of(AlertIndex.of(List.of(alert)), AlertQuery.USUAL.filtered(filter)).alerts().isEmpty();
    }

    @Test void allWordsHaveToOccurInAnyCase() {
        assertTrue(passes(AlertFilter.ALL.withText(" DC02 replication t1003 ")));
        assertFalse(passes(AlertFilter.ALL.withText("dc02 certificate")));
    }

    @Test void valuesOfAFieldAreAlternatives() {
        AlertFilter filter = AlertFilter.ALL.toggled(AlertField.SEVERITY, false, "low");
        assertFalse(passes(filter));
        assertTrue(passes(filter.toggled(AlertField.SEVERITY, false, "critical")));
    }

    @Test void aValueCanBeLeftOut() {
        assertFalse(passes(AlertFilter.ALL.toggled(AlertField.HOST, true, "dc02")));
        assertTrue(passes(AlertFilter.ALL.toggled(AlertField.HOST, true, "dc01")));
    }

    @Test void havingNoValueIsAValue() {
        assertTrue(passes(AlertFilter.ALL.toggled(AlertField.TAG, false, "")));
        assertFalse(passes(AlertFilter.ALL.toggled(AlertField.TAG, true, "")));
    }

    @Test void aRangeOfTimeEndsBeforeItsEnd() {
        assertTrue(passes(AlertFilter.ALL.within(Optional.of(new AlertFilter.TimeRange(0, 1)))));
        assertFalse(passes(AlertFilter.ALL.within(Optional.of(new AlertFilter.TimeRange(-5, 0)))));
    }

    @Test void aSecondToggleTakesAConditionAway() {
        assertEquals(AlertFilter.ALL, AlertFilter.ALL.toggled(AlertField.STATUS, false, "closed").toggled(AlertField.STATUS, false, "closed"));
        assertEquals(2, AlertFilter.ALL.toggled(AlertField.STATUS, false, "closed").withText("x").size());
    }

    @Test void aSavedFilterComesBackAsItWas() {
        AlertFilter filter = AlertFilter.ALL.withText("dc02").toggled(AlertField.HOST, true, "wks-203").toggled(AlertField.SEVERITY, false, "high")
                .within(Optional.of(new AlertFilter.TimeRange(1, 9)));
        assertEquals(filter, AlertFilter.of(filter.conditions()));
    }

    @Test void alertsAreGatheredByAFieldAndGroupsCanBeOpened() {
        AlertQuery query = AlertQuery.USUAL.grouped(List.of(AlertField.HOST));
        List<AlertRow> rows = AlertListing.of(AlertIndex.of(List.of(alert, alert)), query).rows();
        assertEquals(1, rows.size());
        assertEquals(2, rows.getFirst().alerts().size());
        assertEquals(3, AlertListing.of(AlertIndex.of(List.of(alert, alert)), query.folding(Set.of("dc02"), true)).rows().size());
    }
}
