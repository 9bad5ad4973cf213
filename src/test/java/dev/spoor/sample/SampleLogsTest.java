package dev.spoor.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SampleLogsTest {
    @Test
    void theShippedLogsAreWhatTheGeneratorMakes() throws IOException {
        for (Map.Entry<String, byte[]> file : SampleLogs.files().entrySet()) {
            try (InputStream shipped = SampleLogs.class.getResourceAsStream("/dev/spoor/sample/" + file.getKey())) {
                assertArrayEquals(file.getValue(), shipped.readAllBytes(), file.getKey());
            }
        }
    }
}
