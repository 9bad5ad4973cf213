package dev.spoor.workbench;

import dev.spoor.detect.RuleCompiler;
import dev.spoor.job.Job;
import dev.spoor.rule.library.RuleCache;
import dev.spoor.store.CaseFile;
import dev.spoor.store.StoreException;
import dev.spoor.triage.Alert;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Loads evidence and runs rules meanwhile: those on single events over each new segment, all over the whole case at the end. One object serves one load. */
final class DetectingLoad {
    private final CaseFile file;
    private final RuleCompiler compiler;
    private final RuleCache cache;
    private final String analyst;
    private final LoadObserver observer;
    private final Job job;

    DetectingLoad(CaseFile file, RuleCompiler compiler, RuleCache cache, String analyst, LoadObserver observer, Job job) {
        this.file = file;
        this.compiler = compiler;
        this.cache = cache;
        this.analyst = analyst;
        this.observer = observer;
        this.job = job;
    }

    LoadResult load(LoadRequest request) throws StoreException, WorkbenchException {
        DetectRequest detect = request.detect().orElseThrow();
        RuleChoice choice = RuleChoice.read(detect, cache, job);
        new RuleFileExceptions(file, analyst).adopt(choice.rules());
        EarlyRun early = new EarlyRun(file, compiler, choice.rules(), observer, job);
        EvidenceLoader loader = new EvidenceLoader(file, request.options(), request.passwords(), analyst, observer, early::appended, job);
        LoadResult result = loader.load(request.paths());
        if (file.segments().events() > 0) {
            List<Alert> alerts = new RuleRunner(file, compiler, analyst, detecting()).run(detect, choice, Optional.of(early));
            observer.told(new LoadEvent.AlertsSoFar(alerts.stream().collect(Collectors.groupingBy(Alert::severity, Collectors.counting()))));
        }
        return result;
    }

    private Job detecting() {
        return new Job() {
            @Override public void report(String what, long done, long total) {
                observer.told(new LoadEvent.Detecting(done, total));
                job.report(what, done, total);
            }

            @Override public boolean cancelled() {
                return job.cancelled();
            }
        };
    }
}
