package dev.spoor.rule.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.spoor.rule.RuleJson;
import dev.spoor.rule.RuleProblem;
import dev.spoor.rule.reader.ReadingLimits;
import dev.spoor.rule.reader.RuleReading;
import dev.spoor.rule.reader.RuleSource;
import dev.spoor.rule.reader.sigma.SigmaLists;
import dev.spoor.rule.reader.splunk.SplunkPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of {@code src/test/resources/rule}: what is read from them, and what is said about broken ones. */
class RuleFilesTest {
    private static final Path ROOT = Path.of("src/test/resources/rule");
    private static final ObjectMapper JSON = new ObjectMapper();
    private final RuleFiles files = RuleFiles.of(ReadingLimits.DEFAULT, SplunkPack.NONE, SigmaLists.NONE);

    static Stream<String> rules() throws IOException {
        try (Stream<Path> walk = Files.walk(ROOT)) {
            return walk.map(path -> ROOT.relativize(path).toString().replace('\\', '/')).filter(name -> name.startsWith("pages/") || name.startsWith("files/"))
                    .filter(name -> !name.endsWith(".expected.json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest @MethodSource("rules")
    void aFileSaysWhatItsExpectationLists(String name) throws IOException {
        ArrayNode told = JSON.createArrayNode();
        for (RuleReading reading : files.read(ROOT.resolve(name), name)) {
            switch (reading) {
                case RuleReading.Read read -> told.add(RuleJson.of(read.rule()));
                case RuleReading.Problem problem -> told.addObject().put("problem", problem.problem().message());
                case RuleReading.NotARule other -> told.addObject().put("not_a_rule", other.why());
                case RuleReading.Joint joint -> told.addObject().put("joint", joint.why());
            }
        }
        Path expected = ROOT.resolve(name + ".expected.json");
        JsonNode wanted = JSON.readTree(expected.toFile());
        assertEquals(wanted.toPrettyString(), told.toPrettyString());
    }

    @ParameterizedTest @ValueSource(strings = {"pages/delegation.md", "pages/badge.txt", "pages/forklift.md"})
    void nothingOnAPageIsLost(String name) throws IOException {
        Path page = ROOT.resolve(name);
        RuleReading.Read read = (RuleReading.Read) files.read(page, name).getFirst();
        assertEquals(List.of(), PageText.missing(Files.readString(page), read.rule()));
    }

    static Stream<String> broken() throws IOException {
        return Files.readAllLines(ROOT.resolve("broken/expected.tsv")).stream().filter(line -> !line.startsWith("#"));
    }

    @ParameterizedTest @MethodSource("broken")
    void aBrokenFileIsAProblemWithItsPlace(String expectation) throws IOException {
        String[] columns = expectation.split("\t");
        RuleProblem problem = ((RuleReading.Problem) files.read(ROOT.resolve("broken").resolve(columns[0]), columns[0]).getFirst()).problem();
        assertEquals(columns[1], problem.line() + ":" + problem.column(), problem.message());
        assertEquals(columns[2], problem.message());
    }

    @Test void aFileOfAnotherKindIsNoRule() {
        assertEquals(List.of(new RuleReading.NotARule("notes.txt", "no format of rules that is known")), files.read(new RuleSource("notes.txt", "Buy forks.\n")));
        assertEquals(List.of(new RuleReading.NotARule("macros/a.yml", "no format of rules that is known")),
                files.read(new RuleSource("macros/a.yml", "name: a\ndefinition: source=a\n")));
    }

    @Test void windowsLineEndsMakeNoDifference() throws IOException {
        String page = Files.readString(ROOT.resolve("pages/badge.txt"));
        RuleReading.Read unix = (RuleReading.Read) files.read(new RuleSource("a.txt", page)).getFirst();
        RuleReading.Read windows = (RuleReading.Read) files.read(new RuleSource("a.txt", page.replace("\n", "\r\n"))).getFirst();
        assertEquals(RuleJson.of(unix.rule()), RuleJson.of(windows.rule()));
    }
}
