package dev.spoor.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.spoor.query.expr.Expression;
import dev.spoor.segment.Segment;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The matcher against a slow evaluation, event by event, that shares nothing with it. */
class RandomConditionsTest {
    @Test void theMatcherAgreesWithASlowEvaluation() {
        RandomConditions random = new RandomConditions(21);
        TestCompiler compiler = new TestCompiler();
        for (int round = 0; round < 100; round++) {
            Segment segment = random.segment(1 + round, round % 10 == 0);
            ConditionMatcher matcher = new ConditionMatcher(segment, new Types(Map.of()), (_, row) -> row.index() % 2 == 0, compiler);
            for (int i = 0; i < 25; i++) {
                Expression condition = random.condition(3);
                assertEquals(random.matches(condition, segment), ConditionMatcherTest.numbers(matcher.matches(condition)), condition::toString);
            }
        }
    }
}
