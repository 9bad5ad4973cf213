package dev.spoor.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.spoor.job.Job;
import dev.spoor.rule.Fidelity;
import dev.spoor.rule.library.RuleLibrary;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said about rules that cannot run: every problem, with its place in the query and, where that can be told, in the file. */
class RuleFidelityTest {
    private static Fidelity fidelity(String file) {
        return new RuleFidelity().of(RuleLibrary.load(List.of(Path.of("src/test/resources/rule/broken", file)), Job.SILENT).rules().getFirst());
    }

    @Test void allErrorsOfAQueryAreToldWithTheirPlaceInTheFile() {
        assertEquals(new Fidelity(Fidelity.Status.INVALID, List.of(
                "line 2, column 10 of the query (line 9, column 10 of the file): Expected a value for the field \"site\", found \"or\". "
                        + "An operator stands between two complete conditions; write a backslash before the word to search for it.",
                "line 3, column 7 of the query (line 10, column 7 of the file): Expected a condition like field:value, found \"not\". "
                        + "Only one \"not\" can stand before a condition, and before values it needs brackets: field:(not x); write a backslash before the word to search for it.")),
                fidelity("wrong_query.toml"));
    }

    @Test void inAFileThatWritesTheQueryOtherwiseThePlaceIsThatInTheQuery() {
        Fidelity fidelity = fidelity("wrong_query.ndjson");
        assertEquals(Fidelity.Status.INVALID, fidelity.status());
        assertEquals(List.of("line 2, column 6 of the query: There is no function stringcontain. Did you mean stringContains?"), fidelity.reasons());
    }

    @Test void allConstructsOfFiltersThatCannotBeRunAreNamed() {
        assertEquals(new Fidelity(Fidelity.Status.NOT_RUNNABLE, List.of("filter 1: the clause \"geo_distance\" of Elasticsearch's Query DSL cannot be run",
                "filter 2: the option \"fuzziness\" of \"match\" cannot be run")), fidelity("wrong_filter.ndjson"));
    }
}
