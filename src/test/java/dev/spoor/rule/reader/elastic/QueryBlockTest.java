package dev.spoor.rule.reader.elastic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of {@code src/test/resources/rule/query/cases.txt}. */
class QueryBlockTest {
    static Stream<String> cases() throws IOException {
        String all = Files.readString(Path.of("src/test/resources/rule/query/cases.txt"));
        return Arrays.stream(all.substring(all.indexOf("== ") + 3).split("\n== "));
    }

    @ParameterizedTest @MethodSource("cases")
    void theQueryBeginsWhereTheGuideEnds(String text) {
        List<String> lines = text.strip().lines().toList();
        String type = lines.getFirst().substring(0, lines.getFirst().indexOf(':'));
        List<String> marked = lines.subList(1, lines.size());
        int at = 0;
        while (!marked.get(at).startsWith(">>") && !marked.get(at).startsWith("??")) {
            at++;
        }
        QueryBlock block = QueryBlock.find(type, marked.stream().map(line -> line.replaceFirst("^(>>|\\?\\?)", "")).toList());
        assertEquals((marked.get(at).startsWith("??") ? "unclear at " : "query at ") + at, (block.problem().isPresent() ? "unclear at " : "query at ") + block.start());
    }
}
