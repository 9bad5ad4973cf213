package dev.spoor.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of indicators as documents. */
class IndicatorFilesTest {
    private final List<ObjectNode> found = new ArrayList<>();

    private List<String> read(String name) throws IndicatorException {
        try {
            return new IndicatorFiles(IndicatorLimits.STANDARD).read(List.of(Path.of(IndicatorFilesTest.class.getResource("/indicator/" + name).toURI())), found::add);
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> all(String field) {
        return found.stream().map(document -> document.path(field).asText("-")).map(text -> text.isEmpty() ? "-" : text).toList();
    }

    @Test void aTableNamesKindAndValueInColumns() throws IndicatorException {
        assertEquals(List.of("table.csv: left out 1 rows without a value of a known kind"), read("table.csv"));
        assertEquals(List.of("198.51.100.7", "-", "-"), all("threat.indicator.ip"));
        assertEquals(List.of("-", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "-"), all("threat.indicator.file.hash.sha256"));
        assertEquals(List.of("-", "-", "http://files.bad.example/drop.exe"), all("threat.indicator.url.full"));
        assertEquals(List.of("-", "-", "files.bad.example"), all("threat.indicator.url.domain"));
        assertEquals(List.of("our desk", "our desk", "-"), all("threat.indicator.provider"));
        assertEquals(List.of("ti_file", "ti_file", "ti_file"), all("event.dataset"));
    }

    @Test void aTableMayHaveTheNamesOfEcs() throws IndicatorException {
        assertEquals(List.of(), read("names.csv"));
        assertEquals(List.of("198.51.100.7"), all("threat.indicator.ip"));
        assertEquals(List.of("our desk"), all("threat.indicator.provider"));
    }

    @Test void theLookOfAValueTellsItsKindInAList() throws IndicatorException {
        assertEquals(List.of("list.txt: left out 1 lines of no known kind"), read("list.txt"));
        assertEquals(List.of("ipv4-addr", "domain-name", "ipv6-addr", "email-addr"), all("threat.indicator.type"));
    }

    @Test void documentsOfEcsStayAsTheyAre() throws IndicatorException {
        assertEquals(List.of("documents.ndjson: left out 1 objects without threat.indicator and without a value of a known kind"), read("documents.ndjson"));
        assertEquals("198.51.100.7", found.getFirst().at("/threat/indicator/ip").asText());
        assertEquals("ti_ours", found.getFirst().at("/event/dataset").asText());
        assertEquals(List.of("-", "d41d8cd98f00b204e9800998ecf8427e"), all("threat.indicator.file.hash.md5"));
    }

    @Test void stixPatternsOfEqualityAreIndicators() throws IndicatorException {
        assertEquals(List.of("bundle.json: left out 2 STIX indicators whose pattern asks for more than equality", "bundle.json: left out 1 revoked STIX indicators"),
                read("bundle.json"));
        assertEquals(List.of("198.51.100.7", "198.51.100.8", "198.51.100.9", "-", "-"), all("threat.indicator.ip"));
        assertEquals(List.of("-", "-", "-", "bad.example", "-"), all("threat.indicator.url.domain"));
        assertEquals("it's.exe", all("threat.indicator.file.name").getLast());
        assertEquals("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", all("threat.indicator.file.hash.sha256").getLast());
        assertEquals("relays", all("threat.indicator.description").getFirst());
    }

    @Test void mispAttributesForDetectionAreIndicators() throws IndicatorException {
        assertEquals(List.of("event.json: left out 1 MISP attributes of types that no field of an indicator holds",
                "event.json: left out 1 MISP attributes that are deleted or not meant for detection"), read("event.json"));
        assertEquals(List.of("198.51.100.7", "-"), all("threat.indicator.ip"));
        assertEquals(List.of("443", "-"), all("threat.indicator.port"));
        assertEquals(List.of("-", "a|b.exe"), all("threat.indicator.file.name"));
        assertEquals(List.of("Relays of spring", "dropped"), all("threat.indicator.description"));
        assertEquals(List.of("Northwind Fabrication", "Northwind Fabrication"), all("threat.indicator.provider"));
    }

    @Test void aBrokenFileGivesWhatStandsBeforeAndSaysWhere() throws IndicatorException {
        List<String> problems = read("broken.json");
        assertEquals(1, found.size());
        assertTrue(problems.getFirst().startsWith("broken.json: line "), problems.toString());
    }

    @Test void aLimitIsTold(@TempDir Path folder) throws IndicatorException, IOException {
        Path list = Files.writeString(folder.resolve("l.txt"), "198.51.100.7\n198.51.100.8\n198.51.100.9\n");
        assertEquals(List.of("l.txt: left out 2 indicators beyond the limit"), new IndicatorFiles(new IndicatorLimits(1, 1000, 10)).read(List.of(list), found::add));
        assertThrows(IndicatorException.class, () -> new IndicatorFiles(IndicatorLimits.STANDARD).read(List.of(folder.resolve("none.csv")), found::add));
    }

    @Test void patternsThatCannotBeReadAreNone() {
        for (String text : List.of("", "[", "[a:b = 'x'", "[a:b = 'x", "[a:b > 'x']", "[a:b = 'x'] FOLLOWEDBY [a:b = 'y']", "[a:b = 'x'] AND [a:b = 'y']", "[NOT a:b = 'x']",
                "(".repeat(5000), "[" + "(".repeat(5000), "[b = 'x']", "[a:b = 5]")) {
            assertEquals(Optional.empty(), StixPattern.read(text), text);
        }
        assertEquals(2, StixPattern.read("([a:b = 'x'] OR ([a:b='y' and (a:c = 'z')]))").orElseThrow().size());
    }
}
