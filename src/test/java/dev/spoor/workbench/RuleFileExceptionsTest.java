package dev.spoor.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.spoor.job.Job;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.exceptions.ExceptionScope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exceptions that come with rules become exceptions of the case. */
class RuleFileExceptionsTest {
    private static final String RULE = "{\"rule_id\":\"%s\",\"name\":\"%s\",\"type\":\"query\",\"language\":\"kuery\",\"query\":\"*:*\",\"risk_score\":21,\"severity\":\"low\","
            + "\"exceptions_list\":[{\"list_id\":\"shared\",\"type\":\"detection\"}]}";
    private static final String ITEM =
            "{\"list_id\":\"shared\",\"item_id\":\"i1\",\"name\":\"Backups\",\"description\":\"Every night.\",\"type\":\"simple\",\"comments\":[{\"comment\":\"ticket 17\"}],"
                    + "\"entries\":[{\"field\":\"user.name\",\"operator\":\"included\",\"type\":\"match\",\"value\":\"svc-backup\"}]}";
    @TempDir Path folder;

    @Test void theyAreKeptOnceAndHoldForAllRulesOfTheirList() throws Exception {
        Path events = Files.writeString(folder.resolve("a.ndjson"), "{\"@timestamp\":\"2026-05-01T10:00:00Z\",\"user\":{\"name\":\"svc-backup\"}}\n");
        Path rules = Files.write(folder.resolve("rules.ndjson"), List.of(RULE.formatted("r1", "One"), RULE.formatted("r2", "Two"), ITEM));
        DetectRequest request = new DetectRequest(List.of(rules), List.of(), Optional.empty(), 1);
        try (Investigation investigation = new Workbench().openOrCreate(folder.resolve("a.spoor"))) {
            investigation.load(List.of(events), LoadOptions.DEFAULT, Job.SILENT);
            assertEquals(0, investigation.detect(request, Job.SILENT).size());
            assertEquals(0, investigation.detect(request, Job.SILENT).size());
            ExceptionItem item = investigation.exceptions().getFirst();
            assertEquals(1, investigation.exceptions().size());
            assertEquals("shared/i1 Backups: Every night.\nticket 17", item.id() + " " + item.name() + ": " + item.comment());
            assertEquals(new ExceptionScope(ExceptionScope.Kind.RULES, List.of("r2")), item.scope());
            investigation.removeException(item.id());
            assertEquals(2, investigation.detect(request, Job.SILENT).size(), "what the analyst removed does not come back");
        }
    }
}
