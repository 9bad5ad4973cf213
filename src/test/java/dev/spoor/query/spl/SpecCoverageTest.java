package dev.spoor.query.spl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spoor.query.parse.ResourceTable;
import dev.spoor.query.text.Diagnostic;
import dev.spoor.query.text.QueryException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever the language accepts has a line in the specs; whatever it does not, says why. */
class SpecCoverageTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final String queries = SplSpecTest.rows().map(SpecCoverageTest::query).collect(Collectors.joining("\n"));

    private static String query(String line) {
        try {
            return JSON.readTree(line).get("query").asText();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private boolean used(String pattern) {
        return Pattern.compile(pattern, Pattern.MULTILINE).matcher(queries).find();
    }

    private static Set<String> without(List<List<String>> rows, Predicate<String> used, int reason) {
        return rows.stream().filter(row -> row.get(reason).isEmpty() && !used.test(row.getFirst())).map(List::getFirst).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test void everyCommandHasASpec() {
        assertEquals(Set.of(), without(ResourceTable.read(KnownCommands.class, "commands.tsv", 2), name -> used("(?:[|\\[]\\s*|^)" + name + "\\b"), 1));
    }

    @Test void everyFunctionOfEvalHasASpec() {
        assertEquals(Set.of(), without(ResourceTable.read(EvalFunctions.class, "functions.tsv", 4), name -> used("\\b" + name + "\\("), 3));
    }

    @Test void everyFunctionOfStatsHasASpec() {
        assertEquals(Set.of(), StatsLowering.functions().stream().filter(name -> !used("\\b" + name + "\\b")).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test void everyDataModelHasASpec() {
        Set<String> unused = DataModels.standard().names().stream().filter(name -> {
            String[] parts = name.split("\\.");
            return !used("\\b" + parts[0] + "\\." + parts[1] + "\\b") && !used("\\b" + parts[0] + "\\b[^|]*\\b" + parts[1] + "\\b");
        }).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unused);
    }

    @Test void aCommandThatCannotRunSaysWhy() {
        SplLanguage spl = new SplLanguage();
        for (List<String> row : ResourceTable.read(KnownCommands.class, "commands.tsv", 2)) {
            if (!row.get(1).isEmpty() && !row.get(1).equals("-")) {
                QueryException thrown = assertThrows(QueryException.class, () -> spl.compile("* | " + row.get(0) + " x", SplData.web().context()), row.get(0));
                Diagnostic first = thrown.diagnostics().getFirst();
                assertEquals(Diagnostic.Kind.UNSUPPORTED, first.kind(), row.get(0));
                assertTrue(first.message().contains(row.get(1)), first.message());
            }
        }
    }

    @Test void aFunctionThatIsNotThereSaysWhy() {
        SplLanguage spl = new SplLanguage();
        for (List<String> row : ResourceTable.read(EvalFunctions.class, "functions.tsv", 4)) {
            if (!row.get(3).isEmpty()) {
                QueryException thrown = assertThrows(QueryException.class, () -> spl.compile("* | eval x=" + row.get(0) + "(1)", SplData.web().context()), row.get(0));
                assertTrue(thrown.diagnostics().getFirst().message().contains(row.get(3)), row.get(0));
            }
        }
    }
}
