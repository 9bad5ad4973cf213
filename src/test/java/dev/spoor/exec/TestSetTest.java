package dev.spoor.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.spoor.event.Field;
import dev.spoor.query.expr.Glob;
import dev.spoor.query.expr.ValueTest;
import dev.spoor.query.expr.ValueTest.WordMode;
import dev.spoor.query.expr.Words;
import dev.spoor.segment.Bitmap;
import dev.spoor.segment.Column;
import dev.spoor.segment.Dictionary;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TestSetTest {
    private static final String LETTERS = "_.:' abcABsSk\u017F\u212A\u00E4\u00C4\u0130i ";
    private final Random random = new Random(31);

    @Test void manyTestsAtOnceGiveTheAnswersOfEachAlone() {
        for (int round = 0; round < 200; round++) {
            Dictionary dictionary = dictionary();
            TestCompiler compiler = new TestCompiler();
            List<CompiledTest> tests = Stream.generate(this::test).limit(40).map(compiler::compile).distinct().filter(TestSet::takes).toList();
            TestSet set = new TestSet(tests);
            Bitmap some = new Bitmap(dictionary.size());
            IntStream.range(0, dictionary.size()).filter(_ -> random.nextBoolean()).forEach(some::set);
            Passing all = set.decide(dictionary);
            Passing part = set.decide(dictionary, some);
            for (int number = 0; number < tests.size(); number++) {
                CompiledTest test = tests.get(number);
                Bitmap found = all.codes(number, dictionary.size());
                Bitmap foundInPart = part.codes(number, dictionary.size());
                for (int code = 0; code < dictionary.size(); code++) {
                    boolean passes = test.passes(dictionary.value(code));
                    String text = dictionary.value(code).text();
                    assertEquals(passes, test.passes(dictionary, code), text);
                    assertEquals(passes, found.get(code), text);
                    assertEquals(passes && some.get(code), foundInPart.get(code), text);
                }
                assertEquals(found, test.passing(dictionary));
            }
        }
    }

    private Dictionary dictionary() {
        List<String> documents = new ArrayList<>();
        for (int i = random.nextInt(30); i >= 0; i--) {
            documents.add("{\"f\":\"" + text(30) + "\"}");
        }
        return Documents.segment(documents).column(Field.ecs("f")).map(Column::dictionary).orElseThrow();
    }

    private ValueTest test() {
        boolean ignoreCase = random.nextBoolean();
        Glob.Builder glob = new Glob.Builder();
        return switch (random.nextInt(9)) {
            case 0 -> new ValueTest.Equal(text(3), ignoreCase);
            case 1 -> new ValueTest.OneOf(Set.copyOf(List.of(text(3), text(5) + "S")), ignoreCase);
            case 2 -> new ValueTest.Like(glob.literal("aa" + text(6)).any().build(), ignoreCase);
            case 3 -> new ValueTest.Like(glob.any().literal("aa" + text(6)).build(), ignoreCase);
            case 4 -> new ValueTest.Matches("(aaaa|ab+aaS|" + "sk".repeat(2) + ")", false, ignoreCase, true);
            case 5 -> new ValueTest.HasWords(Words.of(text(8) + " " + text(9) + " aaa"), WordMode.values()[random.nextInt(4)]);
            case 6 -> new ValueTest.WordLike(new Glob.Builder().any().literal("aa" + Words.of("x" + text(4)).getFirst()).any().build());
            case 7 -> new ValueTest.Like(glob.any().literal(text(5)).any().literal(text(3)).any().build(), ignoreCase);
            default -> new ValueTest.Like(glob.any().literal("a" + text(5)).any().build(), ignoreCase);
        };
    }

    private String text(int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append(random.nextInt(3) > 0 ? 'a' : LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
