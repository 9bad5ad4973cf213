package dev.spoor.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.detect.CompiledRule;
import dev.spoor.detect.RuleCompiler;
import dev.spoor.detect.engine.RulePlan;
import dev.spoor.exec.ConditionMatcher;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.explain.Clause;
import dev.spoor.explain.RuleExplanation;
import dev.spoor.job.Job;
import dev.spoor.rule.Rule;
import dev.spoor.sample.SampleLogs;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.EventRow;
import dev.spoor.segment.Segment;
import dev.spoor.store.Access;
import dev.spoor.store.CaseFile;
import dev.spoor.store.RuleRun;
import dev.spoor.store.SegmentRef;
import dev.spoor.store.StoreException;
import dev.spoor.triage.Alert;
import dev.spoor.triage.EventReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Explanations say what the engine says. */
class ExplainTest {
    /** Every event of a segment would take long; a prime step meets all hosts and kinds of events. */
    private static final int STEP = 3;
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
        int pairs = 0;
        int held = 0;
        try (CaseFile file = CaseFile.open(worked, Access.READ)) {
            List<Rule> rules = file.runs().newest().stream().map(RuleRun::rule).toList();
            Map<String, RulePlan> plans = new RulePlanner(file, new RuleCompiler(Workbench.languages())).of(rules, Map.of(), new HashMap<>());
            for (SegmentRef ref : file.segments().list()) {
                Segment segment = file.segments().open(ref);
                RulePlan plan = plans.get(segment.dataset());
                ConditionMatcher matcher = new ConditionMatcher(segment, plan.types(), new ScalarEvaluator(plan.types()));
                for (CompiledRule rule : plan.rules()) {
                    Bitmap found = matcher.matches(rule.filter());
                    for (int event = 0; event < segment.size(); event += event + 1 < segment.size() && found.get(event + 1) ? 1 : STEP) {
                        boolean holds = RuleExplanation.of(rule, new EventRow(segment, event), plan.types(), matcher).holds();
                        assertEquals(found.get(event), holds, rule.rule().name() + ", event " + (ref.firstEvent() + event));
                        pairs++;
                        held += holds ? 1 : 0;
                    }
                }
            }
        }
        assertTrue(pairs > 10_000, pairs + " pairs");
        assertTrue(held > 0);
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
