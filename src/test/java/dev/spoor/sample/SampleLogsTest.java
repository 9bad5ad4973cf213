package dev.spoor.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class SampleLogsTest {
    @Test void theShippedLogsAreWhatTheGeneratorMakes() throws IOException {
        for (Map.Entry<String, byte[]> file : SampleLogs.files().entrySet()) {
            try (InputStream shipped = new GZIPInputStream(SampleLogs.class.getResourceAsStream("/dev/spoor/sample/" + file.getKey() + ".gz"))) {
                assertArrayEquals(file.getValue(), shipped.readAllBytes(), file.getKey());
            }
        }
    }
}
