package dev.spoor.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spoor.query.expr.Expression;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.Segment;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConditionMatcherTest {
    @ParameterizedTest(name = "{0}") @MethodSource("cases")
    void aConditionFindsItsEvents(String name, Segment segment, Types types, JsonNode condition, List<Integer> wanted) {
        Expression expression = Notation.expression(condition);
        assertEquals(wanted, numbers(new ConditionMatcher(segment, types, (scalar, row) -> false).matches(expression)));
    }

    static Stream<Arguments> cases() throws IOException {
        try (InputStream in = ConditionMatcherTest.class.getResourceAsStream("conditions.json")) {
            JsonNode spec = new ObjectMapper().readTree(in);
            Map<String, String> types = new ObjectMapper().convertValue(spec.get("types"), new TypeReference<>() {});
            Segment segment = Documents.segment(StreamSupport.stream(spec.get("events").spliterator(), false).map(JsonNode::toString).toList());
            List<Arguments> cases = new ArrayList<>();
            spec.get("cases").forEach(line -> cases.add(Arguments.of(line.get(0).textValue(), segment, new Types(types), line.get(1), numbers(line.get(2)))));
            return cases.stream();
        }
    }

    private static List<Integer> numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::intValue).toList();
    }

    static List<Integer> numbers(Bitmap events) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = events.next(0); i >= 0; i = events.next(i + 1)) {
            numbers.add(i);
        }
        return numbers;
    }
}
