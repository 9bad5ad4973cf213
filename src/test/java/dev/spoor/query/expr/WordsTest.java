package dev.spoor.query.expr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");

    @ParameterizedTest @MethodSource("lines")
    void aTextIsCutIntoItsWords(String line) {
        String[] sides = line.split(" =>", -1);
        String wanted = sides[1].strip();
        assertEquals(wanted.isEmpty() ? List.of() : List.of(unescape(wanted).split(" ")), Words.of(unescape(sides[0])));
    }

    @Test void aLongWordIsCutIntoPiecesOf255() {
        assertEquals(List.of("x".repeat(255), "x".repeat(45)), Words.of("X".repeat(300)));
    }

    static Stream<String> lines() throws IOException {
        try (InputStream in = WordsTest.class.getResourceAsStream("words.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList().stream();
        }
    }

    private static String unescape(String text) {
        return ESCAPE.matcher(text).replaceAll(match -> Character.toString(Integer.parseInt(match.group(1), 16)));
    }
}
