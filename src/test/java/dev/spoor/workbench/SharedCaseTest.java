package dev.spoor.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.job.Job;
import dev.spoor.sample.SampleLogs;
import dev.spoor.triage.Decision;
import dev.spoor.triage.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.function.Executable;

/** A case that two have open, that may not be written, or that goes away while it is open. */
class SharedCaseTest {
    private static final Decision SEEN = new Decision(Status.ACKNOWLEDGED, Optional.empty(), "seen", List.of());
    private final Workbench workbench = new Workbench();
    @TempDir Path folder;
    private Path file;
    private String alert;

    @BeforeEach void makeCase() throws IOException, WorkbenchException {
        file = folder.resolve("case.spoor");
        Path log = Files.write(folder.resolve("dc01-Security.evtx"), SampleLogs.files().get("dc01-Security.evtx"));
        try (Investigation investigation = workbench.openOrCreate(file)) {
            investigation.load(List.of(log), LoadOptions.DEFAULT, Job.SILENT);
            alert = investigation.detect(List.of(), Job.SILENT).getFirst().id();
        }
    }

    private static void refused(String words, Executable call) {
        WorkbenchException told = assertThrows(WorkbenchException.class, call);
        assertTrue(told.getMessage().contains(words), told.getMessage());
        assertFalse(told.getMessage().contains("Exception") || told.getMessage().contains("SQLITE"), told.getMessage());
    }

    @Test void aSecondWriterIsRefusedAReaderIsNotAndTheFirstGoesOn() throws WorkbenchException {
        try (Investigation first = workbench.open(file)) {
            refused("only one can at a time", () -> workbench.open(file));
            try (Investigation reader = workbench.openToRead(file)) {
                first.decide(List.of(alert), SEEN);
                assertEquals(Status.ACKNOWLEDGED, reader.details(alert).alert().status());
                refused("reading only", () -> reader.decide(List.of(alert), SEEN));
                reader.close();
            }
            first.decide(List.of(alert), SEEN);
        }
        workbench.open(file).close();
    }

    @Test void aCaseOnAReadOnlyFileIsReadAndNotChanged() throws WorkbenchException, IOException {
        if (!file.toFile().setReadOnly() || Files.isWritable(file)) {
            return; // a user to whom nothing is read-only
        }
        refused("can only be read", () -> workbench.open(file));
        try (Investigation reader = workbench.openToRead(file)) {
            assertFalse(reader.alerts().isEmpty());
        }
        assertTrue(file.toFile().setWritable(true));
    }

    @Test void aCaseDeletedWhileOpenIsToldAtTheNextChange() throws WorkbenchException, IOException {
        Investigation investigation = workbench.open(file);
        investigation.alerts();
        Files.delete(file);
        refused("is no longer", () -> investigation.decide(List.of(alert), SEEN));
        refused("is no longer", investigation::alerts);
        refused("is no longer", investigation::close);
        refused("no case", () -> workbench.open(file));
        assertFalse(Files.exists(folder.resolve("case.spoor.lock")), "lock");
    }

    @Test void aCaseReplacedWhileOpenIsLeftAlone() throws WorkbenchException, IOException {
        Path copy = Files.copy(file, folder.resolve("copy.spoor"));
        byte[] other = Files.readAllBytes(copy);
        Investigation investigation = workbench.open(file);
        investigation.alerts();
        Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
        refused("is no longer", () -> investigation.decide(List.of(alert), SEEN));
        refused("is no longer", investigation::close);
        assertEquals(other.length, Files.size(file));
        try (Investigation reader = workbench.openToRead(file)) {
            assertEquals(Status.OPEN, reader.details(alert).alert().status());
        }
    }
}
