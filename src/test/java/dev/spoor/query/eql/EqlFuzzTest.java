package dev.spoor.query.eql;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.spoor.query.SpecFile;
import dev.spoor.query.TinyEvents;
import dev.spoor.query.parse.QueryContext;
import dev.spoor.query.parse.QueryContext.Purpose;
import dev.spoor.query.text.QueryException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Queries with pieces cut out, repeated and mixed: each compiles or is told what is wrong, and soon. */
class EqlFuzzTest {
    private static final String SIGNS = "![](){}<>=:,.|+-*/%?\"'`\\~@_ \n\u0000\u00e4\ud800";
    private final Random random = new Random(11);

    @Test void anyTextCompilesOrIsTold() {
        List<String> queries = Stream.of("eql/parse.spec", "eql/errors.spec", "eql/match.spec", "eql/sequences.spec").flatMap(file -> SpecFile.cases(file).stream())
                .map(SpecFile.Case::input).toList();
        QueryContext context = new TinyEvents("eql/match.spec").context(Purpose.HUNT);
        assertTimeout(Duration.ofSeconds(20), () -> {
            for (int round = 0; round < 10_000; round++) {
                String query = queries.get(random.nextInt(queries.size()));
                for (int i = random.nextInt(4); i >= 0; i--) {
                    query = changed(query, queries.get(random.nextInt(queries.size())));
                }
                check(query, context);
            }
        });
    }

    private static void check(String query, QueryContext context) {
        try {
            new EqlLanguage().compile(query, context);
        } catch (QueryException e) {
            assertFalse(e.diagnostics().isEmpty() || e.getMessage().isBlank(), query);
        }
    }

    private String changed(String query, String other) {
        int from = random.nextInt(query.length() + 1);
        int to = Math.min(query.length(), from + random.nextInt(12));
        return switch (random.nextInt(4)) {
            case 0 -> query.substring(0, from) + query.substring(to);
            case 1 -> query.substring(0, to) + query.substring(from);
            case 2 -> query.substring(0, from) + SIGNS.charAt(random.nextInt(SIGNS.length())) + query.substring(from);
            default -> query.substring(0, from) + other.substring(random.nextInt(other.length() + 1));
        };
    }
}
