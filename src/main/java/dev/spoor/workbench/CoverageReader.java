package dev.spoor.workbench;

import dev.spoor.coverage.CoverageCount;
import dev.spoor.coverage.SourceCoverage;
import dev.spoor.job.Job;
import dev.spoor.store.CaseFile;
import dev.spoor.store.SegmentRef;
import dev.spoor.store.StoreException;
import java.util.List;
import java.util.Map;

/** Reads from the stored events what each source covers; once for each state of the case. Thread-safe. */
final class CoverageReader {
    private final CaseFile file;
    private List<SegmentRef> read = List.of();
    private Map<Integer, SourceCoverage> coverage = Map.of();

    CoverageReader(CaseFile file) {
        this.file = file;
    }

    synchronized Map<Integer, SourceCoverage> read(Job job) throws StoreException {
        List<SegmentRef> segments = file.segments().list();
        if (!segments.equals(read)) {
            CoverageCount count = new CoverageCount();
            for (int i = 0; i < segments.size(); i++) {
                job.check();
                job.report("Looking for gaps", i, segments.size());
                count.add(file.segments().open(segments.get(i)), segments.get(i).firstEvent());
            }
            coverage = count.coverage();
            read = segments;
        }
        return coverage;
    }
}
