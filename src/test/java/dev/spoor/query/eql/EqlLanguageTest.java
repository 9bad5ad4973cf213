package dev.spoor.query.eql;

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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EqlLanguageTest {
    private static final TinyEvents EVENTS = new TinyEvents("eql/match.spec");
    private static final EqlLanguage EQL = new EqlLanguage();

    static List<SpecFile.Case> trees() {
        return SpecFile.cases("eql/parse.spec");
    }

    static List<SpecFile.Case> errors() {
        return SpecFile.cases("eql/errors.spec");
    }

    static List<SpecFile.Case> hunts() {
        return SpecFile.cases("eql/match.spec");
    }

    static List<SpecFile.Case> values() {
        return SpecFile.cases("eql/functions.spec");
    }

    @ParameterizedTest @MethodSource("trees")
    void aQueryBecomesItsTree(SpecFile.Case spec) throws QueryException {
        assertEquals(spec.outcome(), new EqlParser(spec.input(), ParseLimits.DEFAULT).parse().toString());
    }

    @ParameterizedTest @MethodSource("errors")
    void aWrongQueryIsTold(SpecFile.Case spec) {
        assertEquals(spec.outcome(), outcome(spec.input()));
    }

    @ParameterizedTest @MethodSource("hunts")
    void aHuntFindsItsEvents(SpecFile.Case spec) {
        assertEquals(spec.outcome(), outcome(spec.input()));
    }

    @ParameterizedTest @MethodSource("values")
    void anExpressionComesToItsValue(SpecFile.Case spec) {
        assertEquals("1 2 3 4 5", outcome("any where (" + spec.input() + ") == " + spec.outcome()));
        assertEquals("none", outcome("any where not ((" + spec.input() + ") == " + spec.outcome() + ")"));
    }

    @Test void aFieldThatNothingKnowsIsMissingInARule() throws QueryException {
        Query.Events query = (Query.Events) EQL.compile("any where nowhere != \"x\" and not nowhere : \"y\"", EVENTS.context(Purpose.RULE));
        assertEquals(List.of(1, 2, 3, 4, 5), EVENTS.matches(query.filter()));
    }

    @Test void joiningByHostIdIsApproximateWhereWindowsRecordsMayTakePart() throws QueryException {
        String stage = " [process where host.os.type == \"%s\" and user.name == \"x\"]";
        Query windows = EQL.compile("sequence by host.id" + stage.formatted("windows") + stage.formatted("linux"), EVENTS.context(Purpose.RULE));
        Query linux = EQL.compile("sequence by host.id" + stage.formatted("linux") + stage.formatted("macos"), EVENTS.context(Purpose.RULE));
        assertEquals(List.of("host.id as a join key stands for host.name in events without it, as Windows records are"), windows.approximations());
        assertEquals(List.of(), linux.approximations());
    }

    @Test void nestingBeyondTheLimitIsADiagnosticAndLongListsAreNone() {
        assertEquals(Diagnostic.Kind.LIMIT, last("any where " + "(".repeat(10_000) + "true" + ")".repeat(10_000)));
        assertEquals(Diagnostic.Kind.LIMIT, last("any where " + "length(".repeat(10_000)));
        assertEquals(Diagnostic.Kind.SYNTAX, last("any where 1" + "+1".repeat(10_000) + " == 2"));
        assertDoesNotThrow(() -> compiled("any where pid in (" + IntStream.range(0, 100_000).mapToObj(String::valueOf).collect(Collectors.joining(",")) + ")"));
        assertDoesNotThrow(() -> compiled("any where " + "pid == 1 or ".repeat(50_000) + "false"));
        assertDoesNotThrow(() -> compiled("any where " + "not ".repeat(100_001) + "ok"));
        assertDoesNotThrow(() -> compiled("any where " + "-".repeat(100_001) + "1 == pid"));
    }

    private static Diagnostic.Kind last(String query) {
        return assertThrows(QueryException.class, () -> EQL.parse(query)).diagnostics().getLast().kind();
    }

    private static Query compiled(String query) throws QueryException {
        return EQL.compile(query, EVENTS.context(Purpose.HUNT));
    }

    private static String outcome(String text) {
        try {
            return switch (compiled(text)) {
                case Query.Events events -> {
                    String found = EVENTS.matches(events.filter()).stream().map(String::valueOf).collect(Collectors.joining(" "));
                    yield found.isEmpty() ? "none" : found;
                }
                case Query.Patterns _ -> "a pattern";
                case Query.Rows _, Query.Correlations _ -> throw new AssertionError("EQL has neither rows nor correlations");
            };
        } catch (QueryException e) {
            return e.getMessage();
        }
    }
}
