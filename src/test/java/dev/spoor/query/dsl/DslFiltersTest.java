package dev.spoor.query.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spoor.query.SpecFile;
import dev.spoor.query.TinyEvents;
import dev.spoor.query.parse.Query;
import dev.spoor.query.parse.QueryContext.Purpose;
import dev.spoor.query.text.Diagnostic;
import dev.spoor.query.text.QueryException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DslFiltersTest {
    private static final TinyEvents EVENTS = new TinyEvents("kql/match.spec");

    static List<SpecFile.Case> filters() {
        return SpecFile.cases("dsl/match.spec");
    }

    @ParameterizedTest @MethodSource("filters")
    void filtersFindTheirEventsOrSayWhatCannotBeRun(SpecFile.Case spec) throws JsonProcessingException {
        List<String> texts = new ArrayList<>();
        for (JsonNode filter : new ObjectMapper().readTree(spec.input())) {
            texts.add(filter.toString());
        }
        assertEquals(spec.outcome(), outcome(texts));
    }

    @Test void everyProblemIsToldUpToALimit() {
        QueryException error = assertThrows(QueryException.class, () -> compile(Collections.nCopies(30, "{\"query\":{\"pinned\":{}}}")));
        assertEquals(21, error.diagnostics().size());
        assertEquals(Diagnostic.Kind.LIMIT, error.diagnostics().getLast().kind());
    }

    @Test void deepNestingAndBrokenJsonAreProblems() {
        String deep = "{\"bool\":{\"must\":".repeat(5_000) + "{}" + "}}".repeat(5_000);
        assertTrue(outcome(List.of(deep)).startsWith("filter 1: it is no JSON"), outcome(List.of(deep)));
        assertTrue(outcome(List.of("{")).startsWith("filter 1: it is no JSON"));
    }

    @Test void manyCombinationsAreRefusedAtOnce() {
        String terms = String.join(",", Collections.nCopies(60, "{\"exists\":{\"field\":\"tag\"}}"));
        String text = "{\"query\":{\"bool\":{\"should\":[" + terms + "],\"minimum_should_match\":30}}}";
        assertEquals("filter 1: minimum_should_match 30 of 60 clauses has too many combinations", outcome(List.of(text)));
    }

    private static Query.Events compile(List<String> filters) throws QueryException {
        return new DslFilters().compile(filters, EVENTS.context(Purpose.RULE));
    }

    private static String outcome(List<String> filters) {
        try {
            Query.Events query = compile(filters);
            String found = EVENTS.matches(query.filter()).stream().map(String::valueOf).collect(Collectors.joining(" "));
            String approximations = query.approximations().isEmpty() ? "" : " ~ " + String.join(" ~ ", query.approximations());
            return (found.isEmpty() ? "none" : found) + approximations;
        } catch (QueryException e) {
            return e.diagnostics().stream().map(Diagnostic::message).collect(Collectors.joining("; "));
        }
    }
}
