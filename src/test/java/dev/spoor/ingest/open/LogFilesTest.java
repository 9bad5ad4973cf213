package dev.spoor.ingest.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.ingest.DocumentRecord;
import dev.spoor.ingest.IngestException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFilesTest {
    @TempDir Path folder;

    @Test void jsonIsRecognisedWhateverTheFileIsCalled() throws Exception {
        for (String text : List.of("{\"a\":1}\n", "[{\"a\":1}]", "{\n \"a\": 1\n}", "\uFEFF {\"a\":1}")) {
            try (var reader = LogFiles.open(Files.writeString(folder.resolve("x.evtx"), text), OpenOptions.DEFAULT).reader()) {
                assertTrue(reader.next().orElseThrow() instanceof DocumentRecord, text);
            }
        }
    }

    @Test void whatIsNoLogIsRefusedWithWhatWasFoundAndWhatIsRead() throws Exception {
        assertEquals(folder.resolve("empty") + " is empty",
                assertThrows(IngestException.class, () -> LogFiles.open(Files.createFile(folder.resolve("empty")), OpenOptions.DEFAULT)).getMessage());
        String message = assertThrows(IngestException.class, () -> LogFiles.open(Files.writeString(folder.resolve("pdf"), "%PDF-1.7"), OpenOptions.DEFAULT)).getMessage();
        assertTrue(message.contains("PDF") && message.contains("json"), message);
        String unknown = assertThrows(IngestException.class, () -> LogFiles.open(Files.writeString(folder.resolve("a"), "{}"), OpenOptions.DEFAULT.as("syslog"))).getMessage();
        assertTrue(unknown.contains("syslog") && unknown.contains("json"), unknown);
    }

    @Test void foldersAreWalkedInTheOrderOfNamesAndMissingPathsAreProblems() throws Exception {
        Files.createDirectories(folder.resolve("b/c"));
        Files.writeString(folder.resolve("b/c/2.json"), "{}");
        Files.writeString(folder.resolve("b/1.json"), "{}");
        Files.writeString(folder.resolve("a.json"), "{}");
        LogFolder found = LogFolder.of(folder);
        assertEquals(List.of(folder + "/a.json", folder + "/b/1.json", folder + "/b/c/2.json"), found.files().stream().map(LogFolder.Entry::name).toList());
        assertEquals(1, LogFolder.of(folder.resolve("none")).problems().size());
    }
}
