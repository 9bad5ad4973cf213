package dev.spoor.query.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.spoor.ecs.FieldType;
import dev.spoor.event.Time;
import dev.spoor.query.SpecFile;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TypedMatchTest {
    private static final Instant NOW = Instant.parse("2024-05-10T12:34:56.789Z");

    static List<SpecFile.Case> dates() {
        return SpecFile.cases("parse/dates.spec");
    }

    static List<SpecFile.Case> values() {
        return SpecFile.cases("parse/values.spec");
    }

    @ParameterizedTest @MethodSource("dates")
    void aDateStandsForItsSmallestWrittenUnit(SpecFile.Case spec) {
        String[] parts = spec.input().split(" in ");
        DateText dates = new DateText(NOW, ZoneId.of(parts.length > 1 ? parts[1] : "UTC"));
        assertEquals(spec.outcome(), dates.read(parts[0]).map(span -> Time.iso(span.from()) + " to " + Time.iso(span.to())).orElse("no date"));
    }

    @ParameterizedTest @MethodSource("values")
    void aValueFitsItsTypeOrNot(SpecFile.Case spec) {
        int blank = spec.input().indexOf(' ');
        FieldType type = FieldType.ofElastic(spec.input().substring(0, blank));
        Fit fit = new TypedMatch(NOW, ZoneId.of("UTC")).equal(type, spec.input().substring(blank + 1), false);
        assertEquals(spec.outcome(), fit instanceof Fit.Tested ? "fits" : "unfit");
    }

    @Test void aNumberHasOneSpelling() {
        for (String ten : List.of("10", "10.0", "1e1", "+10", " 10 ", "0010", "100e-1")) {
            assertEquals("10", NumberText.canonical(ten).orElseThrow());
        }
        assertEquals("9223372036854775807", NumberText.canonical("9223372036854775807").orElseThrow());
        assertEquals("0", NumberText.canonical("-0.00").orElseThrow());
    }

    @Test void theNearestNamesAreSuggestedFirst() {
        TreeSet<String> known = new TreeSet<>(List.of("process.name", "process.pid", "user.name", "User.Domain", "host.name"));
        assertEquals(List.of("process.name"), Suggestions.near("proces.name", known));
        assertEquals(List.of("User.Domain"), Suggestions.near("user.domain", known));
        assertEquals(List.of("host.name", "process.name", "user.name"), Suggestions.near("name", known));
        assertEquals(List.of("process.pid"), Suggestions.near("process.pdi", known));
        assertEquals(List.of(), Suggestions.near("registry.path", known));
    }
}
