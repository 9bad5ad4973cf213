package dev.spoor.query.eql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.spoor.exec.ConditionMatcher;
import dev.spoor.exec.function.ScalarEvaluator;
import dev.spoor.exec.sequence.Candidate;
import dev.spoor.exec.sequence.PatternBits;
import dev.spoor.exec.sequence.PatternLimits;
import dev.spoor.exec.sequence.PatternResult;
import dev.spoor.exec.sequence.PatternRunner;
import dev.spoor.job.Job;
import dev.spoor.query.SpecFile;
import dev.spoor.query.TinyEvents;
import dev.spoor.query.parse.EventFields;
import dev.spoor.query.parse.Query;
import dev.spoor.query.parse.QueryContext;
import dev.spoor.query.parse.QueryContext.Purpose;
import dev.spoor.query.pipeline.EventPattern;
import dev.spoor.query.text.QueryException;
import dev.spoor.segment.EventRow;
import dev.spoor.segment.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EqlSequenceTest {
    private static final TinyEvents EVENTS = new TinyEvents("eql/sequences.spec");

    static List<SpecFile.Case> patterns() {
        return SpecFile.cases("eql/sequences.spec");
    }

    @ParameterizedTest @MethodSource("patterns")
    void aPatternFindsItsGroups(SpecFile.Case spec) throws QueryException {
        assertEquals(spec.outcome(), shown(run(spec.input(), EVENTS.context(Purpose.HUNT), PatternLimits.STANDARD, 1)));
    }

    @Test void theTiebreakerOrdersEventsOfOneTime() throws QueryException {
        QueryContext context = EVENTS.context(Purpose.HUNT).with(new EventFields("@timestamp", "event.category", Optional.of("seq")));
        assertEquals("1 3", shown(run("sequence [process where act == \"start\"] [file where act == \"write\"]", context, PatternLimits.STANDARD, 1)));
    }

    @Test void severalSamplesOfAKeyAreGivenWhereAskedFor() throws QueryException {
        assertEquals("3 1 / ana; 3 6 / ana; 3 9 / ana; 4 2 / ben",
                shown(run("sample by who [file where true] [process where true]", EVENTS.context(Purpose.HUNT), PatternLimits.STANDARD, 5)));
    }

    @Test void whatIsLeftOutIsNoted() throws QueryException {
        assertEquals(List.of("1 event without a time has no part in a sequence", "only the first 2 of 8 events were looked at",
                "an event has more than 1 combinations of join keys; the others were not followed"),
                run("sequence by groups [any where true] [any where true]", EVENTS.context(Purpose.HUNT), new PatternLimits(2, 1), 1).notes());
    }

    private static PatternResult<Integer> run(String text, QueryContext context, PatternLimits limits, int samples) throws QueryException {
        EventPattern pattern = ((Query.Patterns) new EqlLanguage().compile(text, context)).pattern();
        Segment segment = EVENTS.segment();
        PatternBits bits = PatternBits.of(pattern, new ConditionMatcher(segment, EVENTS.types(), new ScalarEvaluator(EVENTS.types())), segment.size());
        List<Candidate<Integer>> candidates = new ArrayList<>();
        for (int event = bits.any().next(0); event >= 0; event = bits.any().next(event + 1)) {
            candidates.add(new Candidate<>(event + 1, new EventRow(segment, event), pattern, bits.conditions(event)));
        }
        return new PatternRunner(limits, samples).run(pattern, candidates, Comparator.naturalOrder(), Job.SILENT);
    }

    private static String shown(PatternResult<Integer> result) {
        String groups = result.groups().stream().map(EqlSequenceTest::shown).collect(Collectors.joining("; "));
        return groups.isEmpty() ? "none" : groups;
    }

    private static String shown(PatternResult.Group<Integer> group) {
        String events = group.events().stream().map(event -> event.map(String::valueOf).orElse("-")).collect(Collectors.joining(" "));
        String keys = group.keys().stream().map(key -> key.orElse("null")).collect(Collectors.joining(" "));
        return keys.isEmpty() ? events : events + " / " + keys;
    }
}
