package dev.spoor.query.kql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.spoor.query.SpecFile;
import dev.spoor.query.TinyEvents;
import dev.spoor.query.parse.Query;
import dev.spoor.query.parse.QueryContext.Purpose;
import dev.spoor.query.text.QueryException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KqlMatchTest {
    private static final TinyEvents EVENTS = new TinyEvents("kql/match.spec");
    private static final KqlLanguage KQL = new KqlLanguage();

    static List<SpecFile.Case> hunts() {
        return SpecFile.cases("kql/match.spec");
    }

    static List<SpecFile.Case> rules() {
        return SpecFile.cases("kql/rule.spec");
    }

    @ParameterizedTest @MethodSource("hunts")
    void aHuntFindsItsEventsOrIsTold(SpecFile.Case spec) {
        assertEquals(spec.outcome(), outcome(spec.input(), Purpose.HUNT));
    }

    @ParameterizedTest @MethodSource("rules")
    void aRuleTakesUnknownFieldsAndUnfitValuesForMissing(SpecFile.Case spec) {
        assertEquals(spec.outcome(), outcome(spec.input(), Purpose.RULE));
    }

    private static String outcome(String text, Purpose purpose) {
        try {
            Query.Events query = (Query.Events) KQL.compile(text, EVENTS.context(purpose));
            String found = EVENTS.matches(query.filter()).stream().map(String::valueOf).collect(Collectors.joining(" "));
            String notes = query.approximations().stream().map(note -> " ~ " + note).collect(Collectors.joining());
            return (found.isEmpty() ? "none" : found) + notes;
        } catch (QueryException e) {
            return e.getMessage();
        }
    }
}
