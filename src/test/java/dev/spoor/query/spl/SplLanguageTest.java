package dev.spoor.query.spl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.exec.aggregate.Accumulators;
import dev.spoor.exec.function.Functions;
import dev.spoor.exec.run.PipelineResult;
import dev.spoor.query.parse.ResourceTable;
import dev.spoor.query.text.Diagnostic;
import dev.spoor.query.text.QueryException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SplLanguageTest {
    /** Functions that are lowered to something else than a call of their name. */
    private static final Set<String> LOWERED = Set.of("now", "time", "true", "false", "null", "pi", "in", "searchmatch", "ceil", "exact", "commands");
    private final SplLanguage spl = new SplLanguage();

    @Test void everyFunctionThatIsOfferedIsInTheRegistry() {
        TreeSet<String> missing = new TreeSet<>();
        for (List<String> row : ResourceTable.read(EvalFunctions.class, "functions.tsv", 4)) {
            if (row.get(3).isEmpty() && !LOWERED.contains(row.get(0)) && !Functions.names().contains("spl." + row.get(0))) {
                missing.add(row.get(0));
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test void everyMeasureThatIsOfferedIsInTheRegistry() {
        assertTrue(Accumulators.names().containsAll(List.of("spl.count", "spl.distinct_count", "spl.percentile", "spl.median", "spl.earliest_time")));
    }

    @Test void aThousandParenthesesAreTooDeepAndNoMore() {
        String deep = "* | where " + "(".repeat(1000) + "1=1" + ")".repeat(1000);
        QueryException thrown = assertThrows(QueryException.class, () -> spl.parse(deep));
        assertEquals(Diagnostic.Kind.LIMIT, thrown.diagnostics().getFirst().kind());
        assertThrows(QueryException.class, () -> spl.parse("(".repeat(100_000)));
    }

    @Test void aRowKnowsTheEventsBehindIt() throws Exception {
        PipelineResult.Table result = (PipelineResult.Table) SplData.web().run(spl, "* | stats count by status | where status=200");
        assertEquals(3, result.table().rows().getFirst().contributors().count());
        assertEquals("[0, 2, 4]", java.util.Arrays.toString(result.table().rows().getFirst().contributors().ids()));
    }

    @Test void theFilterMacroOfARuleIsFound() {
        assertEquals(Optional.of("my_rule_filter"), SplLanguage.filterMacro("`sysmon` a=b | `my_rule_filter`"));
        assertEquals(Optional.empty(), SplLanguage.filterMacro("`sysmon` a=b"));
    }
}
