package dev.spoor.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.job.Job;
import dev.spoor.rule.Severity;
import dev.spoor.sample.SampleLogs;
import dev.spoor.triage.Alert;
import dev.spoor.triage.CriticalAsset;
import dev.spoor.triage.GivenSeverity;
import dev.spoor.triage.GivenSeverity.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Severities in the place of the rules'. */
class SeveritiesTest {
    @TempDir Path folder;

    private static GivenSeverity given(Scope scope, String subject, Severity severity, String reason) {
        return new GivenSeverity(scope, subject, Optional.ofNullable(severity), reason, "", 0);
    }

    @Test void aGivenSeverityCountsEverywhereUntilItIsTakenBack() throws IOException, WorkbenchException {
        Path logs = Files.createDirectory(folder.resolve("logs"));
        for (Map.Entry<String, byte[]> log : SampleLogs.files().entrySet()) {
            Files.write(logs.resolve(log.getKey()), log.getValue());
        }
        try (Investigation investigation = new Workbench().openOrCreate(folder.resolve("case.spoor"))) {
            investigation.load(List.of(logs), LoadOptions.DEFAULT, Job.SILENT);
            investigation.detect(List.of(), Job.SILENT);
            List<Alert> alerts = investigation.alerts();
            Alert first = alerts.stream().filter(alert -> alert.severity() != Severity.LOW && alert.host().isPresent()).findFirst().orElseThrow();
            Severity own = first.severity();
            List<GivenSeverity> before = investigation.severities().give(List.of(given(Scope.ALERT, first.id(), Severity.LOW, "a drill")));

            Alert rated = one(investigation, first.id());
            assertEquals(List.of(Severity.LOW, own, "a drill"), List.of(rated.severity(), rated.ruleSeverity(), rated.given().orElseThrow().reason()));
            assertEquals(List.of(rated.id()), investigation.alertsWhere("severity_given.reason: \"a drill\"").stream().map(Alert::id).toList());
            assertEquals(Severity.LOW, investigation.details(first.id()).alert().severity());
            assertTrue(investigation.details(first.id()).history().getLast().detail().startsWith("alert as the rule says -> low: a drill"));
            investigation.report(folder.resolve("report.html"), Job.SILENT);
            assertTrue(Files.readString(folder.resolve("report.html")).contains("(the rule says " + own.word() + ")"));

            investigation.entities().mark(new CriticalAsset(CriticalAsset.Kind.HOST, first.host().orElseThrow(), "", "", 0));
            assertEquals(Severity.LOW, one(investigation, first.id()).severity(), "what the analyst gave counts more than what the asset adds");

            investigation.severities().give(List.of(given(Scope.VARIANT, first.variant().id(), Severity.CRITICAL, "all of them")));
            assertEquals(Severity.LOW, one(investigation, first.id()).severity(), "what was given to the alert counts more than what its variant has");
            investigation.severities().give(GivenSeverity.toVariants(List.of(one(investigation, first.id())), Optional.of(Severity.HIGH), "all of them"));
            assertTrue(investigation.alerts().stream().filter(alert -> alert.variant().equals(first.variant())).allMatch(alert -> alert.severity() == Severity.HIGH));

            investigation.severities().give(List.of(given(Scope.VARIANT, first.variant().id(), null, "")));
            investigation.entities().unmark(CriticalAsset.Kind.HOST, first.host().orElseThrow());
            assertEquals(List.of(), investigation.severities().list());
            investigation.severities().restore(before);
            assertEquals(alerts, investigation.alerts());
            assertThrows(WorkbenchException.class, () -> investigation.severities().give(List.of(given(Scope.ALERT, first.id(), Severity.LOW, " "))));
            assertThrows(WorkbenchException.class, () -> investigation.severities().give(List.of(given(Scope.ALERT, "nobody", Severity.LOW, "why"))));

            investigation.assign(List.of(first.id()), "h.yilmaz");
            assertEquals(Map.of(first.id(), "h.yilmaz"), investigation.assignees(List.of(first.id())));
        }
    }

    private static Alert one(Investigation investigation, String id) throws WorkbenchException {
        return investigation.alertList().stream().filter(alert -> alert.id().equals(id)).findFirst().orElseThrow();
    }
}
