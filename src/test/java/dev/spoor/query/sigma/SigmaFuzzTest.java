package dev.spoor.query.sigma;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.spoor.query.SpecFile;
import dev.spoor.query.text.QueryException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules with pieces cut out, repeated and mixed: each compiles or is told what is wrong, and soon. */
class SigmaFuzzTest {
    private static final String SIGNS = "|{}[]():,-*?%&!'\"\\#\n \t\u0000\u00e4\ud800";
    private final Random random = new Random(7);

    @Test void anyTextCompilesOrIsTold() {
        List<String> rules = Stream.concat(SpecFile.cases("sigma/match.spec").stream().map(one -> "logsource: {category: test}\ndetection: " + one.input()),
                SpecFile.cases("sigma/errors.spec").stream().map(SpecFile.Case::input)).toList();
        assertTimeout(Duration.ofSeconds(20), () -> {
            for (int round = 0; round < 4_000; round++) {
                String rule = rules.get(random.nextInt(rules.size()));
                for (int i = random.nextInt(4); i >= 0; i--) {
                    rule = changed(rule, rules.get(random.nextInt(rules.size())));
                }
                check(rule);
            }
        });
    }

    private static void check(String rule) {
        try {
            new SigmaLanguage().compile(rule, SigmaLanguageTest.context());
        } catch (QueryException e) {
            assertFalse(e.diagnostics().isEmpty() || e.getMessage().isBlank(), rule);
        }
    }

    private String changed(String rule, String other) {
        int from = random.nextInt(rule.length() + 1);
        int to = Math.min(rule.length(), from + random.nextInt(12));
        return switch (random.nextInt(4)) {
            case 0 -> rule.substring(0, from) + rule.substring(to);
            case 1 -> rule.substring(0, to) + rule.substring(from);
            case 2 -> rule.substring(0, from) + SIGNS.charAt(random.nextInt(SIGNS.length())) + rule.substring(from);
            default -> rule.substring(0, from) + other.substring(random.nextInt(other.length() + 1));
        };
    }
}
