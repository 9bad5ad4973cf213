package dev.spoor.query.kql;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.spoor.query.SpecFile;
import dev.spoor.query.parse.ParseLimits;
import dev.spoor.query.text.Diagnostic;
import dev.spoor.query.text.QueryException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KqlGrammarTest {
    static List<SpecFile.Case> trees() {
        return SpecFile.cases("kql/parse.spec");
    }

    static List<SpecFile.Case> errors() {
        return SpecFile.cases("kql/errors.spec");
    }

    @ParameterizedTest @MethodSource("trees")
    void aQueryBecomesItsTree(SpecFile.Case spec) throws QueryException {
        assertEquals(spec.outcome(), new KqlParser(spec.input(), ParseLimits.DEFAULT).parse().toString().replace("\n", "⏎"));
    }

    @ParameterizedTest @MethodSource("errors")
    void aWrongQueryIsToldWhereAndWhy(SpecFile.Case spec) {
        QueryException error = assertThrows(QueryException.class, () -> new KqlLanguage().parse(spec.input()));
        assertEquals(spec.outcome(), error.diagnostics().stream().map(Diagnostic::toString).collect(Collectors.joining(" | ")));
    }

    @Test void nestingBeyondTheLimitIsADiagnosticAndNoStackOverflow() {
        for (String query : List.of("(".repeat(10_000) + "a" + ")".repeat(10_000), "a:" + "(".repeat(10_000), "a:{".repeat(10_000))) {
            QueryException error = assertThrows(QueryException.class, () -> new KqlLanguage().parse(query));
            assertEquals(Diagnostic.Kind.LIMIT, error.diagnostics().getLast().kind());
        }
    }

    @Test void longListsAndLongTextsDoNotRecurse() {
        assertDoesNotThrow(() -> new KqlLanguage().parse("a:(b" + " or b".repeat(100_000) + ")"));
        assertDoesNotThrow(() -> new KqlLanguage().parse("a" + " and b".repeat(100_000)));
        assertDoesNotThrow(() -> new KqlLanguage().parse("word ".repeat(100_000)));
    }

    @Test void aQueryWithMoreErrorsThanTheLimitSaysSo() {
        QueryException error = assertThrows(QueryException.class, () -> new KqlLanguage().parse("a: and ".repeat(1_000) + "b"));
        assertEquals(ParseLimits.DEFAULT.errors() + 1, error.diagnostics().size());
        assertEquals(Diagnostic.Kind.LIMIT, error.diagnostics().getLast().kind());
        assertThrows(QueryException.class, () -> new KqlLanguage().parse("\\x".repeat(100_000)));
    }

    @Test void aQueryLongerThanTheLimitIsNotRead() {
        QueryException error = assertThrows(QueryException.class, () -> new KqlLanguage(new ParseLimits(5, 5, 5)).parse("a:bcdef"));
        assertEquals("1:1: The query has 7 characters; at most 5 can be read.", error.getMessage());
    }
}
