package dev.spoor.rule.exceptions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spoor.ecs.FieldType;
import dev.spoor.event.Event;
import dev.spoor.event.Field;
import dev.spoor.event.FieldTable;
import dev.spoor.event.Origin;
import dev.spoor.event.Value;
import dev.spoor.event.Values;
import dev.spoor.exec.ConditionMatcher;
import dev.spoor.query.expr.Expression;
import dev.spoor.segment.SegmentBuilder;
import dev.spoor.segment.SegmentLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExceptionCompilerTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The cases of {@code suppressed.spec}; see the README beside it. */
    static Stream<Arguments> cases() throws IOException {
        String text;
        try (var in = ExceptionCompilerTest.class.getResourceAsStream("/rule/exceptions/suppressed.spec")) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<Arguments> cases = new ArrayList<>();
        int line = 0;
        String name = "";
        String item = "";
        Map<String, FieldType> types = new HashMap<>();
        Optional<ValueList> list = Optional.empty();
        for (String row : text.split("\n")) {
            line++;
            String content = row.substring(row.indexOf(':') + 1).strip();
            if (row.startsWith("case:")) {
                name = content;
                types = new HashMap<>();
                list = Optional.empty();
            } else if (row.startsWith("list:")) {
                List<String> parts = List.of(content.split(" \\| "));
                list = Optional.of(new ValueList("list", ValueList.Type.of(parts.getFirst()).orElseThrow(), parts.subList(1, parts.size()), "ann", 0));
                assertEquals(Optional.empty(), list.get().problem());
            } else if (row.startsWith("types:")) {
                for (String type : content.split(" ")) {
                    types.put(type.split("=")[0], FieldType.valueOf(type.split("=")[1].toUpperCase(Locale.ROOT)));
                }
            } else if (row.startsWith("item:")) {
                item = content;
            } else if (!row.isBlank() && !row.startsWith("#")) {
                cases.add(arguments(name + " (line " + line + ")", types, list, item, content, row.startsWith("out:")));
            }
        }
        return cases.stream();
    }

    @ParameterizedTest(name = "{0}") @MethodSource("cases")
    void keepsOutExactlyWhatItSays(String name, Map<String, FieldType> types, Optional<ValueList> list, String item, String event, boolean out) throws Exception {
        ExceptionItem written = ExceptionJson.parse(item).item("x1", "r1", "ann", 0);
        ExceptionItem read = list.isEmpty() ? written : written.with(written.entries().stream().map(entry -> entry.with(list.orElseThrow())).toList());
        Expression condition = new ExceptionCompiler(new FixedTypes(types)).compile(read);
        assertEquals(out, holds(condition, event, types), () -> item + " on " + event);
    }

    @Test void aListIsCheckedBeforeItIsKept() {
        assertEquals(List.of("a b", "c"), ValueList.lines("\uFEFFa b \r\n\n c\na b\n"));
        assertEquals(Optional.of("Value 2 of the list is no IP address: '10.0.0.0/8'."), new ValueList("l", ValueList.Type.IP, List.of("10.0.0.1", "10.0.0.0/8"), "", 0).problem());
        assertEquals(Optional.of("A list of type text holds 1 to 20000 values, found 0."), new ValueList("l", ValueList.Type.TEXT, List.of(), "", 0).problem());
        assertTrue(new ValueList("l", ValueList.Type.IP_RANGE, List.of("10.0.0.9-wks"), "", 0).problem().orElseThrow().contains("block of addresses"));
    }

    @Test void severalItemsAreAlternativesAndOnlyThoseThatCountNow() throws Exception {
        ExceptionCompiler compiler = new ExceptionCompiler(new FixedTypes(Map.of()));
        ExceptionItem ann = item("ann", Optional.empty(), true);
        ExceptionItem bob = item("bob", Optional.of(100L), true);
        ExceptionItem carl = item("carl", Optional.empty(), false);
        Expression before = compiler.compile(List.of(ann, bob, carl), 99);
        assertTrue(holds(before, "{\"user.name\":\"ann\"}", Map.of()));
        assertTrue(holds(before, "{\"user.name\":\"bob\"}", Map.of()));
        assertFalse(holds(before, "{\"user.name\":\"carl\"}", Map.of()));
        assertFalse(holds(compiler.compile(List.of(ann, bob, carl), 100), "{\"user.name\":\"bob\"}", Map.of()));
        assertEquals(Expression.FALSE, compiler.compile(List.of(), 0));
        assertEquals(Expression.FALSE, compiler.compile(new ExceptionItem("x", "r", "", List.of(), "", "", 0, Optional.empty(), true)));
    }

    private static ExceptionItem item(String user, Optional<Long> expires, boolean enabled) {
        Entry entry = new Entry("user.name", Entry.Operator.IS, false, List.of(user), false);
        return new ExceptionItem(user, "r1", user, List.of(entry), "", "ann", 0, expires, enabled);
    }

    private static boolean holds(Expression condition, String json, Map<String, FieldType> types) throws IOException {
        FieldTable fields = new FieldTable();
        Event event = new Event(fields, new Origin(1, "", 1, 0));
        JSON.readTree(json).properties().forEach(entry -> event.put(field(entry.getKey()), values(entry.getValue())));
        SegmentBuilder builder = new SegmentBuilder(fields, "test", SegmentLimits.DEFAULT);
        builder.add(event);
        ConditionMatcher matcher = new ConditionMatcher(builder.build(), new FixedTypes(types), (scalar, row) -> {
            throw new AssertionError("exceptions need no scalars");
        });
        return matcher.matches(condition).get(0);
    }

    private static Field field(String name) {
        return name.startsWith("source:") ? Field.source(name.substring("source:".length())) : Field.ecs(name);
    }

    private static Values values(JsonNode node) {
        return node.isArray() ? new dev.spoor.event.ValueList(StreamSupport.stream(node.spliterator(), false).map(ExceptionCompilerTest::value).toList()) : value(node);
    }

    private static Value value(JsonNode node) {
        return node.isTextual() ? Value.string(node.asText()) : node.isNumber() ? Value.number(node.asText()) : node.isBoolean() ? Value.bool(node.asBoolean())
                : Value.json(node.toString());
    }
}
