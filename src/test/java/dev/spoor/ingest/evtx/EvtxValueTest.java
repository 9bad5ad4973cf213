package dev.spoor.ingest.evtx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spoor.ingest.IngestException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every value type is shown as Windows shows it; the cases are in values.json. */
class EvtxValueTest {
    static Stream<Arguments> cases() throws IOException {
        try (InputStream in = EvtxValueTest.class.getResourceAsStream("values.json")) {
            List<Arguments> all = new ArrayList<>();
            for (JsonNode node : new ObjectMapper().readTree(in)) {
                List<String> texts = new ArrayList<>();
                node.get("texts").forEach(text -> texts.add(text.asText()));
                all.add(Arguments.of(node.get("case").asText(), Integer.decode(node.get("type").asText()), texts));
            }
            return all.stream();
        }
    }

    @ParameterizedTest(name = "{0}") @MethodSource("cases")
    void readsWhatWasWritten(String name, int type, List<String> texts) throws IOException, IngestException {
        byte[] log = EvtxWriter.log(List.of(EventDescription.security(4738, 1, "dc01.nwf.example", "2026-03-02T08:00:00.0000001Z",
                List.of(new Datum("Value", type, texts), Datum.string("After", "x")))));
        List<String> expected = new ArrayList<>(texts.isEmpty() ? List.of("Value=") : texts.stream().map(text -> "Value=" + text).toList());
        expected.add("After=x");
        assertEquals(expected, Samples.data(Samples.only(log)));
    }
}
