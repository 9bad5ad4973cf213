package dev.spoor.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RequiredLiteralsTest {
    @ParameterizedTest @MethodSource("lines")
    void aRegexNeedsItsLongestLiteralOrOneOfItsAlternatives(String line) {
        String[] sides = line.replace("\\u00e4", "\u00E4").split(" =>", -1);
        assertEquals(sides[1].strip(), String.join(" or ", RequiredLiterals.of(sides[0]).any()));
    }

    @ParameterizedTest @CsvSource(delimiter = ';', value = {"'.{1000,}';1000", "'^[a-z]{3}\\d+(x|yz)?$';4", "'(ab|cde)+f\\b.*';3", "'(a{2}){3}';6", "'\\x41{5}';0", "'';0"})
    void aRegexNeedsSoManyCharacters(String regex, int length) {
        assertEquals(length, RequiredLiterals.of(regex).length());
    }

    @Test void literalsOfARegexStandOneBehindTheOther() {
        RequiredLiterals needed = RequiredLiterals.of("cmd.{0,5}(?:/c|/r).+CLIP(?:\\.exe)?.{0,4}&&.+");
        assertTrue(needed.maybeIn("CMD /c type x | clip && dir"));
        assertFalse(needed.maybeIn("clip && cmd /c dir"));
        assertFalse(needed.maybeIn("cmd /c type x | clip"));
    }

    static Stream<String> lines() throws IOException {
        try (InputStream in = RequiredLiteralsTest.class.getResourceAsStream("literals.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList().stream();
        }
    }
}
