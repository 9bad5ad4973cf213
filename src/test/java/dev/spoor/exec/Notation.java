package dev.spoor.exec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spoor.event.Field;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.Expression.TypedTest;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.query.expr.Glob;
import dev.spoor.query.expr.ValueTest;
import dev.spoor.query.expr.ValueTest.Bound;
import dev.spoor.query.expr.ValueTest.Domain;
import dev.spoor.query.expr.ValueTest.WordMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Conditions as JSON arrays, for spec files: {@code ["and", c, c]}, {@code ["exists", field]}, {@code ["nested", path, c]},
 * {@code ["anyField", glob, [type, test, argument...]...]}, {@code [test, field, argument...]}. Fields are ECS paths, candidates separated by {@code |}; a
 * {@code ~} behind a test ignores case; {@code *} and {@code ?} are wildcards.
 */
final class Notation {
    private Notation() {}

    static Expression expression(JsonNode json) {
        List<Expression> rest = new ArrayList<>();
        switch (json.get(0).textValue()) {
            case "and" -> {
                json.forEach(term -> collect(term, rest));
                return new Expression.And(rest);
            }
            case "or" -> {
                json.forEach(term -> collect(term, rest));
                return new Expression.Or(rest);
            }
            case "not" -> {
                return Expression.not(expression(json.get(1)));
            }
            case "exists" -> {
                return new Expression.Exists(field(json.get(1).textValue()));
            }
            case "nested" -> {
                return new Expression.Nested(json.get(1).textValue(), expression(json.get(2)));
            }
            case "anyField" -> {
                return anyField(json);
            }
            default -> {
                return new Expression.Test(field(fieldName(json)), test(json));
            }
        }
    }

    static FieldRef field(String names) {
        return new FieldRef(names, Arrays.stream(names.split("\\|")).map(Field::ecs).toList());
    }

    static Glob glob(String pattern) {
        Glob.Builder glob = new Glob.Builder();
        for (char c : pattern.toCharArray()) {
            switch (c) {
                case '*' -> glob.any();
                case '?' -> glob.one();
                default -> glob.literal(c);
            }
        }
        return glob.build();
    }

    private static void collect(JsonNode term, List<Expression> into) {
        if (term.isArray()) {
            into.add(expression(term));
        }
    }

    private static Expression anyField(JsonNode json) {
        List<TypedTest> tests = new ArrayList<>();
        for (int i = 2; i < json.size(); i++) {
            List<String> words = texts(json.get(i), 1);
            tests.add(new TypedTest(Set.of(json.get(i).get(0).textValue()), test(words.getFirst(), words.subList(1, words.size()))));
        }
        return new Expression.AnyField(glob(json.get(1).textValue()), tests);
    }

    private static String fieldName(JsonNode json) {
        return json.get(1).isArray() ? fieldName(json.get(1)) : json.get(1).textValue();
    }

    private static ValueTest test(JsonNode json) {
        List<ValueTest> inner = new ArrayList<>();
        json.forEach(term -> {
            if (term.isArray()) {
                inner.add(test(term));
            }
        });
        return switch (json.get(0).textValue()) {
            case "every" -> new ValueTest.Every(inner);
            case "negated" -> new ValueTest.Negated(inner.getFirst());
            default -> test(json.get(0).textValue(), texts(json, 2));
        };
    }

    private static ValueTest test(String name, List<String> arguments) {
        boolean ignoreCase = name.endsWith("~");
        String first = arguments.getFirst();
        return switch (name.replace("~", "")) {
            case "equal" -> new ValueTest.Equal(first, ignoreCase);
            case "oneOf" -> new ValueTest.OneOf(new HashSet<>(arguments), ignoreCase);
            case "like" -> new ValueTest.Like(glob(first), ignoreCase);
            case "regex" -> new ValueTest.Matches(first, false, ignoreCase, false);
            case "regexWhole" -> new ValueTest.Matches(first, true, ignoreCase, false);
            case "regexAll" -> new ValueTest.Matches(first, false, ignoreCase, true);
            case "range" -> new ValueTest.InRange(Domain.valueOf(first.toUpperCase(Locale.ROOT)), bound(arguments, 1), bound(arguments, 3));
            case "subnet" -> new ValueTest.InSubnet(first);
            case "words" -> new ValueTest.HasWords(arguments.subList(1, arguments.size()), WordMode.valueOf(first.toUpperCase(Locale.ROOT)));
            case "wordLike" -> new ValueTest.WordLike(glob(first));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Optional<Bound> bound(List<String> arguments, int at) {
        return arguments.get(at).isEmpty() ? Optional.empty() : Optional.of(new Bound(arguments.get(at + 1), arguments.get(at).endsWith("=")));
    }

    private static List<String> texts(JsonNode json, int from) {
        List<String> texts = new ArrayList<>();
        for (int i = from; i < json.size(); i++) {
            texts.add(json.get(i).textValue());
        }
        return texts;
    }
}
