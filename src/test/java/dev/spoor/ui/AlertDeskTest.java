package dev.spoor.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.spoor.bench.ManyAlerts;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
final class AlertDeskTest {
    private static final int ALERTS = 100_000;
    private static final long LONGEST_MILLIS = 1000;

    @Test void theWindowAnswersWithinASecondWhateverIsDoneWithManyAlerts() throws InterruptedException {
        FakeInvestigation investigation = new FakeInvestigation(SampleRules.all(), ManyAlerts.of(ALERTS, AlertDesk.rules()));
        Map<String, Long> slow = new TreeMap<>(new AlertDesk(investigation).measure());
        slow.keySet().removeIf(what -> !what.startsWith("held") || what.contains("opening"));
        slow.values().removeIf(millis -> millis < LONGEST_MILLIS);
        assertEquals(Map.of(), slow);
    }
}
