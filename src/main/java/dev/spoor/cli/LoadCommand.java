package dev.spoor.cli;

import dev.spoor.ingest.archive.PasswordSource;
import dev.spoor.rule.library.RuleCache;
import dev.spoor.triage.Alert;
import dev.spoor.workbench.CaseSummary;
import dev.spoor.workbench.LoadObserver;
import dev.spoor.workbench.LoadOptions;
import dev.spoor.workbench.LoadRequest;
import dev.spoor.workbench.LoadResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spoor load}: files and folders into a case. */
@Command(name = "load", mixinStandardHelpOptions = true,
        description = {"Loads log files, folders and archives into a case, which is created if it is missing.",
                "Archives (zip, 7z, tar, gz, bz2, xz, zst, one in the other) are told by their content."})
final class LoadCommand extends CaseCommand {
    @Parameters(index = "1..*", arity = "1..*", paramLabel = "PATH", description = "Files, folders or archives.") List<Path> paths;
    @Option(names = "--dataset", paramLabel = "NAME", description = "Name of the data set that index patterns and queries see.") String dataset = "";
    @Option(names = "--mapping", paramLabel = "FILE", description = "Elasticsearch mapping of the data set.") Path mapping;
    @Option(names = "--field-tables", paramLabel = "FOLDER",
            description = "Mapping tables of your own (CSV), which win over those shipped; docs/formats/normalisation.md says what is in them.") Path tables;
    @Option(names = "--timezone", paramLabel = "ZONE", description = "Time zone of times that name none. Default: UTC.") String zone;
    @Option(names = "--as", paramLabel = "FORMAT",
            description = "Read the files as this format, whatever their content looks like (also the entries of archives): evtx, xml, json, csv, tsv, text.") String format;
    @Option(names = "--again", description = "Also load files whose bytes are in the case already.") boolean again;
    @Option(names = "--recover", description = "Also read EVTX records outside the intact chain, marked as recovered.") boolean recover;
    @Option(names = "--embed-raw",
            description = "Also keep every record word for word in the case, which can then show it without the evidence file.") boolean embedRaw;
    @Option(names = "--password", paramLabel = "P", description = "Password of encrypted zip and 7z archives. It is stored nowhere.") String password;
    @Option(names = "--detect", description = "Run rules when everything is loaded, and print the alerts.") boolean detect;
    @Option(names = "--rules", arity = "1..*", paramLabel = "PATH", description = "Rule files and folders for --detect. Default: the shipped rules.") List<Path> rules =
            new ArrayList<>();

    @Mixin CacheOption caching;

    @Override RuleCache rules() {
        return caching.cache(common.quiet());
    }

    @Override public Integer call() {
        LoadOptions options = new LoadOptions(dataset, Optional.ofNullable(mapping), zone(), Optional.ofNullable(format), again, recover, Optional.ofNullable(tables), embedRaw);
        if (paths.stream().noneMatch(Files::exists)) {
            throw CommandFailure.nothingDone("There is no such file or folder: " + paths.stream().map(Path::toString).collect(Collectors.joining(", ")), null);
        }
        PasswordSource passwords = password == null ? PasswordSource.NONE : PasswordSource.of(password);
        LoadRequest request = new LoadRequest(paths, options, Optional.empty(), passwords);
        return on(Opening.CREATE, (investigation, progress) -> {
            LoadResult result = investigation.load(request, LoadObserver.SILENT, progress);
            progress.done();
            result.refused().forEach(problem -> System.err.println("spoor: " + PlainText.line(problem)));
            CaseSummary summary = investigation.summary();
            note(String.format(java.util.Locale.ROOT, "%,d events from %,d sources, %,d with damage.", summary.events(), summary.sources(), summary.damagedSources()));
            if (detect) {
                try (Printer printer = AlertLines.printer(common)) {
                    for (Alert alert : investigation.detect(rules, progress)) {
                        printer.print(AlertLines.json(alert));
                    }
                }
            }
            return result.loaded() + result.duplicates() == 0 ? ExitStatus.NOTHING_DONE : ExitStatus.DONE;
        });
    }

    private Optional<ZoneId> zone() {
        try {
            return zone == null ? Optional.empty() : Optional.of(ZoneId.of(zone));
        } catch (DateTimeException e) {
            throw CommandFailure.usage("--timezone: " + zone + " is no time zone; write UTC, +02:00 or Europe/Berlin.");
        }
    }
}
