package dev.spoor.ecs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.event.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetTypesTest {
    private static final String MAPPING = """
            {"mappings":{"properties":{
              "name":{"type":"text","fields":{"raw":{"type":"keyword"}}},
              "languages":{"type":"integer","fields":{"long":{"type":"long"}}},
              "courses":{"type":"nested","properties":{"title":{"type":"keyword"},"by":{"properties":{"name":{"type":"keyword"}}}}},
              "state":{"type":"keyword","null_value":"none"},
              "born":{"type":"date","format":"yyyy/MM/dd"},
              "who":{"type":"alias","path":"state"},
              "source":{"properties":{"port":{"type":"keyword"}}}}}}
            """;

    @Test void aMappingWinsOverEcsAndWhatItDoesNotNameFollowsEcs() throws Exception {
        DatasetTypes types = new DatasetTypes(EcsCatalogue.shipped(), Optional.of(ElasticMapping.parse(MAPPING)), Map.of("source.ip", SeenKinds.STRING));
        assertEquals(FieldType.TEXT, types.type("name"));
        assertEquals(FieldType.KEYWORD, types.type("name.raw"));
        assertEquals(Optional.of("languages"), types.parentOf("languages.long"));
        assertEquals(FieldType.NESTED, types.type("courses"));
        assertEquals(Optional.of("courses"), types.nestedParent("courses.by.name"));
        assertEquals(Optional.of("none"), types.nullValue("state"));
        assertEquals(Optional.of("yyyy/MM/dd"), types.dateFormat("born"));
        assertEquals(FieldType.KEYWORD, types.type("who"));
        assertEquals(Optional.of("state"), types.parentOf("who"));
        assertEquals(FieldType.KEYWORD, types.type("source.port"));
        assertEquals(FieldType.IP, types.type("source.ip"));
        assertTrue(types.paths().containsAll(Set.of("source.ip", "courses.title", "languages.long")) && !types.paths().contains("courses"));
    }

    @Test void withoutAMappingTypesComeFromEcsThenFromTheValues() {
        DatasetTypes types = new DatasetTypes(EcsCatalogue.shipped(), Optional.empty(), Map.of("process.pid", SeenKinds.WHOLE, "Score", SeenKinds.WHOLE | SeenKinds.DECIMAL,
                "host", SeenKinds.STRING, "Mixed", SeenKinds.WHOLE | SeenKinds.STRING, "Seen", SeenKinds.DATE, "items", SeenKinds.OBJECTS));
        assertEquals(FieldType.LONG, types.type("process.pid"));
        assertEquals(FieldType.WILDCARD, types.type("process.command_line"));
        assertEquals(FieldType.MATCH_ONLY_TEXT, types.type("process.command_line.text"));
        assertEquals(Optional.of("process.command_line"), types.parentOf("process.command_line.text"));
        assertEquals(FieldType.DOUBLE, types.type("Score"));
        assertEquals(FieldType.KEYWORD, types.type("host"));
        assertEquals(FieldType.KEYWORD, types.type("Mixed"));
        assertEquals(FieldType.DATE, types.type("Seen"));
        assertEquals(FieldType.OBJECT, types.type("items"));
        assertEquals(FieldType.KEYWORD, types.type("winlog.event_data.TargetUserName"));
        assertEquals(FieldType.UNKNOWN, types.type("nothing.like.it"));
    }

    @ParameterizedTest @CsvSource({"2026-03-02,16", "2026-03-02T08:15:30Z,16", "2026-03-02 08:15:30,1", "2026,1", "2026-13-02,1", "x,1"})
    void onlyIsoTimesWithATAreDates(String text, int mask) {
        assertEquals(mask, SeenKinds.of(Value.string(text)));
    }

    @ParameterizedTest @CsvSource({"1,2", "-9223372036854775808,2", "9223372036854775808,4", "1.0,4", "1e3,4"})
    void numbersAreWholeWhereTheyFitALong(String literal, int mask) {
        assertEquals(mask, SeenKinds.of(Value.number(literal)));
    }

    @Test void aTextThatIsNoMappingIsRefused() {
        assertThrows(MappingException.class, () -> ElasticMapping.parse("{\"a\":1}"));
        assertThrows(MappingException.class, () -> ElasticMapping.parse("{"));
    }
}
