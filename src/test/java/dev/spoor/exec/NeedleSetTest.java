package dev.spoor.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.spoor.event.Field;
import dev.spoor.query.expr.Glob;
import dev.spoor.query.expr.ValueTest;
import dev.spoor.segment.Column;
import dev.spoor.segment.Dictionary;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NeedleSetTest {
    private static final String LETTERS = "abcABsSk\u017F\u212A\u00E4\u00C4 ";
    private final Random random = new Random(31);

    @Test void manyTestsAtOnceGiveTheAnswersOfEachAlone() {
        for (int round = 0; round < 200; round++) {
            Dictionary dictionary = dictionary();
            TestCompiler compiler = new TestCompiler();
            NeedleRegister register = new NeedleRegister();
            List<CompiledTest> tests = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                tests.add(compiler.compile(test()));
            }
            for (int pass = 0; pass < 2; pass++) {
                DictionaryTests together = new DictionaryTests(dictionary, register);
                for (CompiledTest test : tests) {
                    for (int code = 0; code < dictionary.size(); code++) {
                        assertEquals(test.passes(dictionary.value(code)), test.passes(dictionary, code));
                        assertEquals(test.passes(dictionary.value(code)), together.passing(test).get(code), dictionary.value(code)::text);
                    }
                }
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
        return switch (random.nextInt(4)) {
            case 0 -> new ValueTest.Equal(text(3), ignoreCase);
            case 1 -> new ValueTest.Like(glob.any().literal(text(5)).any().literal(text(3)).any().build(), ignoreCase);
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
