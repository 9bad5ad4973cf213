package dev.spoor.workbench;

import dev.spoor.detect.RuleCompiler;
import dev.spoor.detect.engine.RulePlan;
import dev.spoor.ingest.archive.PasswordSource;
import dev.spoor.job.Job;
import dev.spoor.rule.Rule;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.store.CaseFile;
import dev.spoor.store.RuleRun;
import dev.spoor.store.StoreException;
import dev.spoor.triage.Alert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs rules on a folder of sample logs with and without exceptions, in a case of its own that is deleted afterwards. The case worked on is not touched. */
final class SampleTrialRunner {
    private final CaseFile file;
    private final RuleCompiler compiler;

    SampleTrialRunner(CaseFile file, RuleCompiler compiler) {
        this.file = file;
        this.compiler = compiler;
    }

    SampleTrial run(List<ExceptionItem> items, Path folder, Job job) throws StoreException, WorkbenchException {
        if (!Files.exists(folder)) {
            throw new WorkbenchException("There is no folder " + folder + ".");
        }
        List<Rule> rules = file.runs().newest().stream().map(RuleRun::rule).filter(rule -> items.stream().anyMatch(item -> item.covers(rule))).toList();
        Path place = place();
        try {
            return run(items, folder, rules, place, job);
        } finally {
            delete(place);
        }
    }

    private SampleTrial run(List<ExceptionItem> items, Path folder, List<Rule> rules, Path place, Job job) throws StoreException, WorkbenchException {
        try (CaseFile samples = CaseFile.create(place.resolve("samples.spoor"))) {
            LoadResult loaded = new EvidenceLoader(samples, LoadOptions.DEFAULT, PasswordSource.NONE, "samples", LoadObserver.SILENT, (_, _) -> {}, job).load(List.of(folder));
            if (samples.segments().events() == 0) {
                throw new WorkbenchException("In " + folder + " is no log that can be read" + (loaded.refused().isEmpty() ? "." : ": " + loaded.refused().getFirst()));
            }
            Map<String, Alert> without = alerts(samples, rules, Map.of(), job);
            Map<String, Alert> with = alerts(samples, rules, RulePlans.byRule(rules, items), job);
            List<Alert> hidden = without.values().stream().filter(alert -> !with.containsKey(alert.id())).toList();
            return new SampleTrial(samples.segments().events(), without.size(), hidden, loaded.refused());
        }
    }

    private Map<String, Alert> alerts(CaseFile samples, List<Rule> rules, Map<String, List<ExceptionItem>> exceptions, Job job) throws StoreException, WorkbenchException {
        Map<String, RulePlan> plans = new RulePlanner(samples, compiler).of(rules, exceptions, new HashMap<>());
        return new RuleTrial(samples).alerts(plans, job);
    }

    private static Path place() throws WorkbenchException {
        try {
            return Files.createTempDirectory("spoor-samples");
        } catch (IOException e) {
            throw new WorkbenchException("No temporary folder can be made: " + e.getMessage(), e);
        }
    }

    private static void delete(Path place) throws WorkbenchException {
        try (Stream<Path> files = Files.list(place)) {
            for (Path one : files.toList()) {
                Files.deleteIfExists(one);
            }
            Files.deleteIfExists(place);
        } catch (IOException e) {
            throw new WorkbenchException("The temporary case in " + place + " cannot be deleted: " + e.getMessage(), e);
        }
    }
}
