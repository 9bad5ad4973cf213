package dev.spoor.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MessagesTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/spoor/ui");
    private static final Path FILE = Path.of("src/main/resources/dev/spoor/ui/messages.properties");
    private static final Pattern LITERAL = Pattern.compile("\"([a-zA-Z]+(?:\\.[a-zA-Z_0-9]+)*\\.?)\"");
    private static final Pattern ASKED = Pattern.compile("text\\(\"([^\"]+)\"");

    @Test void everyTextThatIsAskedForExists() throws IOException {
        Set<String> keys = keys();
        Set<String> missing = new TreeSet<>();
        for (String source : sources()) {
            Matcher asked = ASKED.matcher(source);
            while (asked.find()) {
                String key = asked.group(1);
                if (key.contains(".") && !keys.contains(key) && !(key.endsWith(".") && keys.stream().anyMatch(known -> known.startsWith(key)))) {
                    missing.add(key);
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test void everyTextIsUsed() throws IOException {
        Set<String> literals = new TreeSet<>();
        for (String source : sources()) {
            Matcher literal = LITERAL.matcher(source);
            while (literal.find()) {
                literals.add(literal.group(1));
            }
        }
        List<String> unused = keys().stream().filter(key -> !literals.contains(key)
                && literals.stream().noneMatch(literal -> literal.endsWith(".") && key.startsWith(literal))).toList();
        assertEquals(List.of(), unused);
    }

    @Test void noTextIsBroken() throws IOException {
        Properties texts = texts();
        for (String key : texts.stringPropertyNames()) {
            String text = texts.getProperty(key);
            assertFalse(text.contains("'"), key + ": an ASCII apostrophe quotes in MessageFormat");
            assertFalse(text.isBlank(), key);
            new MessageFormat(text, Locale.ROOT).format(new Object[] {1, 2, 3, 4});
        }
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> java = files.filter(path -> path.toString().endsWith(".java")).toList();
            List<String> texts = new ArrayList<>();
            for (Path path : java) {
                texts.add(Files.readString(path));
            }
            return texts;
        }
    }

    private static Properties texts() throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(FILE, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    private static Set<String> keys() throws IOException {
        return new TreeSet<>(texts().stringPropertyNames());
    }
}
