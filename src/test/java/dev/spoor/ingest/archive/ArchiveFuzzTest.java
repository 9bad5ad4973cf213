package dev.spoor.ingest.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first numbers of the fuzz, and those that have found something once: {@code ingest/archive/fuzz.txt}. */
class ArchiveFuzzTest {
    private static final int FIRST = 600;
    @TempDir Path folder;

    @Test void changedArchivesGiveEntriesAndProblemsAndEnd() throws IOException {
        ArchiveFuzz fuzz = new ArchiveFuzz(folder);
        List<String> wrong = new ArrayList<>();
        for (int number = 0; number < FIRST; number++) {
            fuzz.run(number).ifPresent(wrong::add);
        }
        for (long number : found()) {
            fuzz.run(number).ifPresent(wrong::add);
        }
        assertEquals(List.of(), wrong);
    }

    private static List<Long> found() throws IOException {
        try (InputStream in = ArchiveFuzzTest.class.getResourceAsStream("/ingest/archive/fuzz.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).map(line -> Long.parseLong(line.split(" ")[0])).toList();
        }
    }
}
