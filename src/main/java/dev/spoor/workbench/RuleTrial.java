package dev.spoor.workbench;

import dev.spoor.detect.Match;
import dev.spoor.detect.engine.DetectionEngine;
import dev.spoor.detect.engine.NumberedSegment;
import dev.spoor.detect.engine.RulePlan;
import dev.spoor.exec.run.RunLimitException;
import dev.spoor.job.Job;
import dev.spoor.store.CaseFile;
import dev.spoor.store.SegmentRef;
import dev.spoor.store.StoreException;
import dev.spoor.triage.Alert;
import dev.spoor.triage.Suppression;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs rules over a case and stores nothing. */
final class RuleTrial {
    private final CaseFile file;

    RuleTrial(CaseFile file) {
        this.file = file;
    }

    /** The alerts that a run would produce now, by id. */
    Map<String, Alert> alerts(Map<String, RulePlan> plans, Job job) throws StoreException, WorkbenchException {
        DetectionEngine engine = new DetectionEngine(plans, new EventOrder(file.sources().list()).comparator());
        AlertMaker maker = new AlertMaker(file.sources().list());
        Suppression suppression = new Suppression(new EventOrder(file.sources().list()).comparator());
        Map<String, Alert> alerts = new LinkedHashMap<>();
        for (SegmentRef segment : file.segments().list()) {
            engine.pass(new NumberedSegment(file.segments().open(segment), segment.firstEvent()), match -> suppression.take(match, one -> keep(maker, one, alerts)), job);
        }
        try {
            engine.finish(match -> suppression.take(match, one -> keep(maker, one, alerts)), job);
            suppression.finish(match -> keep(maker, match, alerts));
        } catch (RunLimitException e) {
            throw new WorkbenchException("What would vanish cannot be told: " + e.getMessage(), e);
        }
        return alerts;
    }

    private static void keep(AlertMaker maker, Match match, Map<String, Alert> alerts) {
        Alert alert = maker.alert(match).alert();
        alerts.put(alert.id(), alert);
    }
}
