package dev.spoor.query.sigma;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.spoor.query.SpecFile;
import dev.spoor.query.TinyEvents;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.parse.Query;
import dev.spoor.query.parse.QueryContext;
import dev.spoor.query.parse.QueryContext.Purpose;
import dev.spoor.query.text.Diagnostic;
import dev.spoor.query.text.QueryException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SigmaLanguageTest {
    private static final TinyEvents EVENTS = new TinyEvents("sigma/match.spec");
    private static final TinyEvents LOGS = new TinyEvents("sigma/logsources.spec");

    static List<SpecFile.Case> detections() {
        return SpecFile.cases("sigma/match.spec");
    }

    static List<SpecFile.Case> wrong() {
        return SpecFile.cases("sigma/errors.spec");
    }

    static List<SpecFile.Case> sources() {
        return SpecFile.cases("sigma/logsources.spec");
    }

    static QueryContext context() {
        QueryContext plain = EVENTS.context(Purpose.HUNT);
        return new QueryContext(plain.types(), plain.sources(), plain.now(), plain.zone(), plain.purpose(), Map.of("%people%", "alice\njdoe\n")).ofChosenEvents();
    }

    @ParameterizedTest @MethodSource("detections")
    void aDetectionFindsItsEvents(SpecFile.Case spec) throws QueryException {
        Query.Events query = (Query.Events) new SigmaLanguage().compile("logsource: {category: test}\ndetection: " + spec.input(), context());
        assertEquals(spec.outcome(), numbers(EVENTS, query.filter()));
    }

    @ParameterizedTest @MethodSource("wrong")
    void aWrongRuleIsToldWithItsPlace(SpecFile.Case spec) {
        QueryException error = assertThrows(QueryException.class, () -> new SigmaLanguage().compile(spec.input(), context()));
        Diagnostic first = error.diagnostics().getFirst();
        assertEquals(spec.outcome(), first.kind() + " " + first);
    }

    @ParameterizedTest @MethodSource("sources")
    void aLogSourceStandsForItsEvents(SpecFile.Case spec) {
        List<String> parts = Arrays.stream(spec.input().split(" ")).map(part -> part.equals("-") ? "" : part).toList();
        Optional<LogSources.Found> found = LogSources.standard().find(new LogSource(parts.get(0), parts.get(1), parts.get(2)));
        assertEquals(spec.outcome(), found.map(one -> numbers(LOGS, one.condition())).orElse("not known"));
    }

    @Test void aRuleSeesItsLogSourceOnlyUnlessTheEventsWereChosen() throws QueryException {
        String rule = "logsource: {product: windows, service: security}\ndetection: {s: {EventID: [1, 4688]}, condition: s}";
        assertEquals("2", numbers(LOGS, ((Query.Events) new SigmaLanguage().compile(rule, LOGS.context(Purpose.RULE))).filter()));
        assertEquals("1 2 11", numbers(LOGS, ((Query.Events) new SigmaLanguage().compile(rule, LOGS.context(Purpose.HUNT).ofChosenEvents())).filter()));
        Query linux = new SigmaLanguage().compile("logsource: {category: process_creation, product: linux}\ndetection: {s: {Image: a}, condition: s}", LOGS.context(Purpose.RULE));
        assertEquals(1, linux.approximations().size());
        QueryException unknown = assertThrows(QueryException.class,
                () -> new SigmaLanguage().compile("logsource: {product: toaster}\ndetection: {s: {A: 1}, condition: s}", LOGS.context(Purpose.RULE)));
        assertEquals(Diagnostic.Kind.UNSUPPORTED, unknown.diagnostics().getFirst().kind());
        assertEquals("Spoor reads no log of product toaster.", unknown.diagnostics().getFirst().message());
    }

    @Test void aFilterIsJoinedToTheRulesThatItNames() throws QueryException {
        String rule = "name: r\nlogsource: {category: test}\ndetection: {s: {Image|endswith: cmd.exe}, condition: s}\n---\nname: f\nlogsource: {category: test}\n"
                + "filter: {rules: [%s], s: {Size: 10}, condition: not s}";
        assertEquals("2", numbers(EVENTS, ((Query.Events) new SigmaLanguage().compile(rule.formatted("r"), context())).filter()));
        assertEquals("1 2", numbers(EVENTS, ((Query.Events) new SigmaLanguage().compile(rule.formatted("other"), context())).filter()));
    }

    @Test void whatCostsTooMuchIsADiagnostic() {
        assertEquals(Diagnostic.Kind.LIMIT, kind("a: " + "[".repeat(10_000)));
        assertEquals(Diagnostic.Kind.LIMIT, kind("logsource: {}\ndetection: {s: {A: 1}, condition: '" + "(".repeat(10_000) + "'}"));
        StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        }
        assertEquals(Diagnostic.Kind.LIMIT, kind(bomb.toString()));
        assertDoesNotThrow(() -> new SigmaLanguage().parse("logsource: {}\ndetection: {s: {A: 1}, condition: " + "s or ".repeat(50_000) + "s}"));
    }

    private static Diagnostic.Kind kind(String text) {
        return assertThrows(QueryException.class, () -> new SigmaLanguage().parse(text)).diagnostics().getFirst().kind();
    }

    private static String numbers(TinyEvents events, Expression filter) {
        String found = events.matches(filter).stream().map(String::valueOf).collect(Collectors.joining(" "));
        return found.isEmpty() ? "none" : found;
    }
}
