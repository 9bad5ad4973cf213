package dev.spoor.query.lucene;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.spoor.query.SpecFile;
import dev.spoor.query.TinyEvents;
import dev.spoor.query.parse.ParseLimits;
import dev.spoor.query.parse.Query;
import dev.spoor.query.parse.QueryContext.Purpose;
import dev.spoor.query.text.Diagnostic;
import dev.spoor.query.text.QueryException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LuceneLanguageTest {
    private static final TinyEvents EVENTS = new TinyEvents("kql/match.spec");

    static List<SpecFile.Case> trees() {
        return SpecFile.cases("lucene/parse.spec");
    }

    static List<SpecFile.Case> hunts() {
        return SpecFile.cases("lucene/match.spec");
    }

    @ParameterizedTest @MethodSource("trees")
    void aQueryBecomesItsTree(SpecFile.Case spec) throws QueryException {
        assertEquals(spec.outcome(), new LuceneParser(spec.input(), ParseLimits.DEFAULT).parse().toString());
    }

    @ParameterizedTest @MethodSource("hunts")
    void aHuntFindsItsEventsOrIsTold(SpecFile.Case spec) {
        assertEquals(spec.outcome(), outcome(spec.input()));
    }

    @Test void nestingBeyondTheLimitIsADiagnosticAndLongListsAreNone() {
        QueryException error = assertThrows(QueryException.class, () -> new LuceneLanguage().parse("(".repeat(10_000) + "a" + ")".repeat(10_000)));
        assertEquals(Diagnostic.Kind.LIMIT, error.diagnostics().getLast().kind());
        assertDoesNotThrow(() -> new LuceneLanguage().parse("a OR ".repeat(100_000) + "b"));
        assertThrows(QueryException.class, () -> new LuceneLanguage().parse(") ".repeat(100_000)));
    }

    private static String outcome(String text) {
        try {
            Query.Events query = (Query.Events) new LuceneLanguage().compile(text, EVENTS.context(Purpose.HUNT));
            String found = EVENTS.matches(query.filter()).stream().map(String::valueOf).collect(Collectors.joining(" "));
            return found.isEmpty() ? "none" : found;
        } catch (QueryException e) {
            return e.getMessage();
        }
    }
}
