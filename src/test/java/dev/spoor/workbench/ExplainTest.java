package dev.spoor.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.explain.Clause;
import dev.spoor.job.Job;
import dev.spoor.sample.SampleLogs;
import dev.spoor.store.StoreException;
import dev.spoor.triage.Alert;
import dev.spoor.triage.EventReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Explanations say what the engine says. */
class ExplainTest {
    @TempDir static Path folder;
    private static Path worked;

    @BeforeAll static void work() throws IOException, WorkbenchException {
        List<Path> logs = new ArrayList<>();
        for (Map.Entry<String, byte[]> log : SampleLogs.files().entrySet()) {
            logs.add(Files.write(folder.resolve(log.getKey()), log.getValue()));
        }
        worked = folder.resolve("worked.spoor");
        try (Investigation investigation = new Workbench().openOrCreate(worked)) {
            investigation.load(logs, LoadOptions.DEFAULT, Job.SILENT);
            investigation.detect(List.of(), Job.SILENT);
        }
    }

    @Test void theVerdictIsTheEngines() throws StoreException, WorkbenchException {
        ExplainedPairs pairs = ExplainedPairs.of(worked, 12_000, 7);
        assertEquals(List.of(), pairs.different());
        assertTrue(pairs.count() > 10_000, pairs.count() + " pairs");
        assertTrue(pairs.found() > 0);
    }

    private static Stream<Clause> leaves(Clause clause) {
        return clause.children().isEmpty() ? Stream.of(clause) : clause.children().stream().flatMap(ExplainTest::leaves);
    }

    @Test void everyEventOfAnAlertIsExplainedWithItsValuesAndTheCharactersThatMatch() throws WorkbenchException {
        try (Investigation investigation = new Workbench().openToRead(worked)) {
            boolean marked = false;
            boolean placed = false;
            for (Alert alert : investigation.alerts()) {
                for (EventReference event : alert.events()) {
                    Explanation why = investigation.explain(alert.rule().id(), event.id());
                    assertTrue(why.explained().holds(), alert.summary());
                    for (Clause leaf : why.explained().parts().stream().flatMap(part -> leaves(part.clause())).toList()) {
                        placed |= leaf.span().end() > 0;
                        for (Clause.Held value : leaf.values()) {
                            marked |= !value.matches().isEmpty();
                            value.matches().forEach(span -> assertTrue(span.start() <= span.end() && span.end() <= value.value().length(), value.toString()));
                        }
                    }
                }
            }
            assertTrue(marked && placed);
        }
    }

    @Test void nearMissesFailSomeClausesAndComeBestFirst() throws WorkbenchException {
        try (Investigation investigation = new Workbench().openToRead(worked)) {
            for (RuleState rule : investigation.rules().stream().filter(RuleState::ran).toList()) {
                List<Explanation> misses = investigation.nearMisses(rule.rule().id(), 5, Job.SILENT);
                assertFalse(misses.isEmpty(), rule.rule().name());
                assertEquals(misses.stream().map(Explanation::failing).sorted().toList(), misses.stream().map(Explanation::failing).toList());
                misses.forEach(miss -> assertFalse(miss.explained().holds(), rule.rule().name()));
                assertEquals(misses.stream().map(Explanation::event).toList(), investigation.nearMisses(rule.rule().id(), 5, Job.SILENT).stream().map(Explanation::event).toList());
            }
        }
    }
}
