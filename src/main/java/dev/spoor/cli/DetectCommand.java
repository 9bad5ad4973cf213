package dev.spoor.cli;

import dev.spoor.rule.library.RuleCache;
import dev.spoor.triage.Alert;
import dev.spoor.workbench.DetectRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code spoor detect}: runs rules over a case. */
@Command(name = "detect", mixinStandardHelpOptions = true, description = "Runs rules over a case, stores the alerts and prints those of this run.")
final class DetectCommand extends CaseCommand {
    @Option(names = "--rules", arity = "1..*", paramLabel = "PATH", description = "Rule files and folders. Default: the shipped rules.") List<Path> rules = new ArrayList<>();
    @Option(names = "--only", split = ",", paramLabel = "ID", description = "Only the rules of these ids.") List<String> only = new ArrayList<>();
    @Option(names = "--threads", paramLabel = "N",
            description = "How many threads; the alerts are the same for any number. Default: one per processor, at most four.") Integer threads;
    @Option(names = "--stats", paramLabel = "FILE", description = "Writes time and matches per rule, as JSON lines.") Path stats;

    @Option(names = "--indicators", arity = "1..*", paramLabel = "PATH",
            description = {"Files of indicators for rules that compare events with them: tables (CSV) and plain lists,",
                    "NDJSON, STIX 2.1 bundles, MISP events. Indicators of the case count in any case."}) List<Path> indicators = new ArrayList<>();

    @Mixin CacheOption caching;

    @Override RuleCache rules() {
        return caching.cache(common.quiet());
    }

    @Override public Integer call() {
        if (threads != null && threads < 1) {
            throw CommandFailure.usage("--threads: at least 1.");
        }
        return on(Opening.WRITE, (investigation, progress) -> {
            List<Alert> alerts = investigation.detect(request(), progress);
            progress.done();
            try (Printer printer = AlertLines.printer(common)) {
                alerts.forEach(alert -> printer.print(AlertLines.json(alert)));
            }
            int refused = common.quiet() ? 0 : investigation.summary().rulesNotRun();
            note(alerts.size() + " alerts." + (refused > 0 ? " " + refused + " rules could not run; see: spoor rules check" : ""));
            return ExitStatus.DONE;
        });
    }

    private DetectRequest request() {
        DetectRequest usual = new DetectRequest(rules, only, Optional.ofNullable(stats));
        return new DetectRequest(usual.rules(), usual.only(), usual.stats(), threads == null ? usual.threads() : threads, indicators);
    }
}
