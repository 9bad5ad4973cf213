package dev.spoor.rule.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.spoor.rule.reader.ReadingLimits;
import dev.spoor.rule.reader.RuleReading;
import dev.spoor.rule.reader.sigma.SigmaLists;
import dev.spoor.rule.reader.splunk.SplunkPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The three documentation pages that the project started from. They are not part of the repository; {@code -Dspoor.shared=FOLDER} names the folder whose
 * {@code seeds} has them. What must be read from each stands in {@code src/test/resources/rule/seeds}.
 */
@EnabledIfSystemProperty(named = "spoor.shared", matches = ".+")
class SeedPagesSharedIT {
    private static final Path SPECS = Path.of("src/test/resources/rule/seeds");
    private final RuleFiles files = RuleFiles.of(ReadingLimits.DEFAULT, SplunkPack.NONE, SigmaLists.NONE);

    static Stream<String> specs() throws IOException {
        try (Stream<Path> list = Files.list(SPECS)) {
            return list.map(path -> path.getFileName().toString()).filter(name -> name.endsWith(".spec")).map(name -> name.replace(".spec", "")).sorted().toList()
                    .stream();
        }
    }

    @ParameterizedTest @MethodSource("specs")
    void aPageSaysWhatItsSpecificationLists(String name) throws IOException {
        List<String> expected = Files.readAllLines(SPECS.resolve(name + ".spec")).stream().filter(line -> !line.startsWith("#")).toList();
        assertEquals(String.join("\n", expected), String.join("\n", SpecLines.of(read(name).rule())));
    }

    @ParameterizedTest @MethodSource("specs")
    void nothingOnAPageIsLost(String name) throws IOException {
        assertEquals(List.of(), PageText.missing(Files.readString(page(name)), read(name).rule()));
    }

    private RuleReading.Read read(String name) {
        return (RuleReading.Read) files.read(page(name), name + ".txt").getFirst();
    }

    private static Path page(String name) {
        return Path.of(System.getProperty("spoor.shared"), "seeds", name + ".txt");
    }
}
