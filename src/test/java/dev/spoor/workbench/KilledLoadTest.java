package dev.spoor.workbench;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a case whose program was killed. {@code dev.spoor.bench.KillBench} does the same fifty times. */
class KilledLoadTest {
    @TempDir Path folder;

    @Test @Timeout(120)
    void aKilledProgramLosesNothingAcknowledgedAndLoadingAgainCompletesTheCase() throws Exception {
        new KillRounds(folder, 8_500, 7).kill(3);
    }
}
