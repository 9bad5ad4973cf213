package dev.spoor.wrapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Small files of each format as they are usually written, as some write them, and damaged: every field of every event that is read from them. */
class SamplesTest {
    @TempDir Path folder;

    @TestFactory Stream<DynamicTest> filesGiveTheEventsOfTheSamples() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        for (String format : Sample.FORMATS) {
            try (InputStream in = Objects.requireNonNull(SamplesTest.class.getResourceAsStream("/samples/" + format + ".json"), format)) {
                List<Sample> samples = new ArrayList<>();
                new ObjectMapper().readTree(in).forEach(node -> samples.add(new Sample(node)));
                for (String kind : List.of("usual", "dialect", "damaged")) {
                    assertTrue(samples.stream().anyMatch(sample -> sample.name().startsWith(kind)), format + " " + kind);
                }
                samples.forEach(sample -> tests.add(DynamicTest.dynamicTest(format + ", " + sample.name(), () -> check(sample))));
            }
        }
        return tests.stream();
    }

    private void check(Sample sample) throws Exception {
        JsonNode wanted = sample.json().path("read");
        JsonNode have = sample.read(folder);
        assertEquals(wanted.size(), have.size(), have::toString);
        for (int i = 0; i < have.size(); i++) {
            assertEquals(wanted.get(i).toPrettyString(), have.get(i).toPrettyString());
        }
    }
}
