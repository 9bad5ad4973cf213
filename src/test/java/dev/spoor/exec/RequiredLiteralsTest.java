package dev.spoor.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RequiredLiteralsTest {
    @ParameterizedTest @MethodSource("lines")
    void aRegexNeedsItsLongestLiteralOrOneOfItsAlternatives(String line) {
        String[] sides = line.replace("\\u00e4", "\u00E4").split(" =>", -1);
        assertEquals(sides[1].strip(), String.join(" or ", RequiredLiterals.of(sides[0])));
    }

    static Stream<String> lines() throws IOException {
        try (InputStream in = RequiredLiteralsTest.class.getResourceAsStream("literals.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList().stream();
        }
    }
}
