package dev.spoor.workbench;

import dev.spoor.detect.engine.DetectionEngine;
import dev.spoor.detect.engine.EarlierHits;
import dev.spoor.detect.engine.NumberedSegment;
import dev.spoor.job.CancelledException;
import dev.spoor.job.Job;
import dev.spoor.store.CaseFile;
import dev.spoor.store.SegmentRef;
import dev.spoor.store.StoreException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Lets several threads run the filters over segments, a few segments ahead, and hands on what they find in the order of the segments. */
final class SegmentPass {
    private final CaseFile file;
    private final DetectionEngine engine;
    private final int threads;
    private final Function<SegmentRef, Optional<EarlierHits>> earlier;
    private final Job job;

    /** Takes what was found in a segment. */
    interface Taker {
        void take(DetectionEngine.Hits hits) throws StoreException;
    }

    /** @param earlier what was found in a segment before */
    SegmentPass(CaseFile file, DetectionEngine engine, int threads, Function<SegmentRef, Optional<EarlierHits>> earlier, Job job) {
        this.earlier = earlier;
        this.file = file;
        this.engine = engine;
        this.threads = threads;
        this.job = job;
    }

    void run(List<SegmentRef> segments, Taker taker) throws StoreException {
        Deque<Future<DetectionEngine.Hits>> ahead = new ArrayDeque<>();
        int done = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            try {
                for (SegmentRef segment : segments) {
                    ahead.add(pool.submit(() -> find(segment)));
                    if (ahead.size() > threads) {
                        taker.take(next(ahead, done++, segments.size()));
                    }
                }
                while (!ahead.isEmpty()) {
                    taker.take(next(ahead, done++, segments.size()));
                }
            } finally {
                pool.shutdownNow();
            }
        }
    }

    private DetectionEngine.Hits find(SegmentRef segment) throws StoreException {
        NumberedSegment numbered = new NumberedSegment(file.segments().open(segment), segment.firstEvent());
        Optional<EarlierHits> before = earlier.apply(segment);
        return before.isPresent() ? engine.find(numbered, before.get(), job) : engine.find(numbered, job);
    }

    private DetectionEngine.Hits next(Deque<Future<DetectionEngine.Hits>> ahead, int done, int all) throws StoreException {
        job.check();
        job.report("Running rules", done, all);
        try {
            return ahead.remove().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case StoreException told -> throw told;
                case RuntimeException fault -> throw fault;
                case Error fault -> throw fault;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
    }
}
