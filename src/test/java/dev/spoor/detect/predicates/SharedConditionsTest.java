package dev.spoor.detect.predicates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.spoor.ecs.DatasetTypes;
import dev.spoor.ecs.EcsCatalogue;
import dev.spoor.ecs.FieldTypes;
import dev.spoor.exec.RandomConditions;
import dev.spoor.exec.TestCompiler;
import dev.spoor.query.expr.Expression;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SharedConditionsTest {
    private static final FieldTypes TYPES = new DatasetTypes(EcsCatalogue.shipped(), Optional.empty(), Map.of());

    @Test void manyConditionsTogetherFindWhatASlowEvaluationFindsForEach() {
        RandomConditions random = new RandomConditions(77);
        for (int round = 0; round < 40; round++) {
            List<Expression> conditions = new ArrayList<>(Stream.generate(() -> random.condition(3)).limit(60).toList());
            conditions.addAll(conditions.subList(0, 5));
            conditions.add(Expression.and(conditions.get(1), Expression.not(conditions.get(2))));
            SharedConditions shared = new SharedConditions(conditions, new TestCompiler(), round % 2 == 0 ? 60 : 1 << 20);
            for (int part = 0; part < 2; part++) {
                Segment segment = random.segment(1 + round * 3, round % 20 == 8);
                SegmentAnswers answers = shared.answers(segment, TYPES, (_, row) -> row.index() % 2 == 0);
                for (int i = 0; i < conditions.size(); i++) {
                    assertEquals(random.matches(conditions.get(i), segment), numbers(answers.events(i)), conditions.get(i)::toString);
                }
            }
        }
    }

    private static List<Integer> numbers(Bitmap events) {
        return IntStream.iterate(events.next(0), event -> event >= 0, event -> events.next(event + 1)).boxed().toList();
    }
}
