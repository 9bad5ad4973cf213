package dev.spoor.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.bench.FlatWindowsLog;
import dev.spoor.job.Job;
import dev.spoor.segment.SegmentLimits;
import dev.spoor.store.Access;
import dev.spoor.store.CaseFile;
import dev.spoor.store.SegmentRef;
import dev.spoor.store.StoreException;
import dev.spoor.triage.Alert;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many loads of small files give few segments. */
class SegmentMergeTest {
    @TempDir Path folder;

    private List<SegmentRef> segments(Path file) throws StoreException {
        try (CaseFile opened = CaseFile.open(file, Access.READ)) {
            return opened.segments().list();
        }
    }

    @Test void smallSegmentsSideBySideBecomeOneWhenTheCaseIsOpenedAgain() throws IOException, WorkbenchException, StoreException {
        Path file = folder.resolve("case.spoor");
        try (Investigation investigation = new Workbench().openOrCreate(file)) {
            for (int i = 0; i < 9; i++) {
                Path log = folder.resolve("log" + i + ".ndjson");
                FlatWindowsLog.write(log, i * 1_000_000, 100 + i);
                assertEquals(1, investigation.load(List.of(log), LoadOptions.DEFAULT, Job.SILENT).loaded());
            }
        }
        List<SegmentRef> before = segments(file);
        CaseContent content = CaseContent.of(file, true);
        List<Alert> alerts;
        try (Investigation investigation = new Workbench().openToRead(file)) {
            alerts = investigation.alerts();
        }
        new Workbench().open(file).close();
        List<SegmentRef> after = segments(file);
        assertEquals(9, before.size());
        assertEquals(1, after.size());
        assertEquals(before.getFirst().firstEvent(), after.getFirst().firstEvent());
        assertEquals(before.stream().mapToInt(SegmentRef::events).sum(), after.getFirst().events());
        assertEquals(content, CaseContent.of(file, true));
        try (Investigation investigation = new Workbench().open(file)) {
            assertEquals(alerts, investigation.alerts());
            Path log = folder.resolve("log9.ndjson");
            FlatWindowsLog.write(log, 9_000_000, 50);
            investigation.load(List.of(log), LoadOptions.DEFAULT, Job.SILENT);
            assertEquals(content.events().size() + 50, investigation.summary().events());
        }
    }

    @Test void mergedSegmentsStayWithinTheLimits() throws IOException, WorkbenchException, StoreException {
        Path file = folder.resolve("case.spoor");
        try (Investigation investigation = new Workbench().openOrCreate(file)) {
            for (int i = 0; i < 10; i++) {
                Path log = folder.resolve("log" + i + ".ndjson");
                FlatWindowsLog.write(log, i * 1_000_000, 30 + i);
                investigation.load(List.of(log), LoadOptions.DEFAULT, Job.SILENT);
            }
        }
        CaseContent content = CaseContent.of(file, true);
        try (CaseFile opened = CaseFile.open(file, Access.WRITE)) {
            new SegmentMerge(opened, new SegmentLimits(100, Long.MAX_VALUE)).merge();
        }
        List<SegmentRef> merged = segments(file);
        assertTrue(merged.stream().allMatch(segment -> segment.events() <= 100), merged::toString);
        assertEquals(5, merged.size());
        assertEquals(content, CaseContent.of(file, true));
    }
}
