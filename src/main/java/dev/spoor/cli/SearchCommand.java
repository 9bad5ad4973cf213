package dev.spoor.cli;

import dev.spoor.query.parse.EventFields;
import dev.spoor.query.text.Diagnostic;
import dev.spoor.workbench.HuntAnswer;
import dev.spoor.workbench.HuntRequest;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spoor search}: hunts, one or a batch. */
@Command(name = "search", mixinStandardHelpOptions = true, description = "Runs a query, or a batch of queries, over a case.")
final class SearchCommand extends CaseCommand {
    @Parameters(index = "1", arity = "0..1", paramLabel = "QUERY", description = "The query.") String query;
    @Option(names = "--language", paramLabel = "LANGUAGE", description = "Query language: kql, lucene, eql, spl or sigma.") String language;
    @Option(names = "--batch", paramLabel = "FILE", description = "JSON lines with id, language, query, options and, if wanted, events.") Path batch;
    @Option(names = "--fields", split = ",", paramLabel = "F", description = "Only these fields of each event.") List<String> fields = new ArrayList<>();
    @Option(names = "--timestamp-field", paramLabel = "F", description = "EQL: the field with the time. Default: @timestamp.") String timestampField;
    @Option(names = "--category-field", paramLabel = "F", description = "EQL: the field with the category, the word before where. Default: event.category.") String categoryField;
    @Option(names = "--tiebreaker-field", paramLabel = "F", description = "EQL: the field that orders events of equal time. Default: source and record.") String tiebreakerField;
    @Option(names = "--limit", paramLabel = "N", description = "At most so many events, sequences or rows. Default: 1,000 on a terminal, else no limit.") Long limit;

    @Override public Integer call() {
        if ((query == null) == (batch == null)) {
            throw CommandFailure.usage("Give a QUERY, or a file with --batch.");
        }
        if (batch != null) {
            return on(Opening.READ, (investigation, _) -> new SearchBatch(investigation, System.out).run(batch));
        }
        if (language == null) {
            throw CommandFailure.usage("--language is missing: kql, lucene, eql, spl or sigma.");
        }
        return on(Opening.READ, (investigation, progress) -> {
            OptionalLong most = limit != null ? OptionalLong.of(limit) : common.terminal() ? OptionalLong.of(1000) : OptionalLong.empty();
            EventFields eventFields = EventFields.of(Optional.ofNullable(timestampField), Optional.ofNullable(categoryField), Optional.ofNullable(tiebreakerField));
            HuntAnswer answer = investigation.hunt(new HuntRequest(language, query, List.of(), most, ZoneOffset.UTC, false, eventFields, 1), progress);
            progress.done();
            return print(answer);
        });
    }

    private int print(HuntAnswer answer) {
        switch (answer) {
            case HuntAnswer.Events events -> {
                List<String> columns = fields.isEmpty() ? List.of("event.@timestamp", "source", "record", "event.event.code", "event.event.action", "event.host.name")
                        : fields.stream().map(field -> "event." + field).toList();
                try (Printer printer = printer(columns.toArray(String[]::new))) {
                    events.events().forEach(event -> printer.print(HuntLines.event(event, fields)));
                }
                if (events.found() > events.events().size()) {
                    note("Shown: " + events.events().size() + " of " + events.found() + ". Use --limit for more.");
                }
                events.notes().forEach(this::note);
            }
            case HuntAnswer.Groups groups -> {
                try (Printer printer = printer("keys", "events")) {
                    groups.groups().forEach(group -> printer.print(HuntLines.group(group, fields)));
                }
                if (groups.found() > groups.groups().size()) {
                    note("Shown: " + groups.groups().size() + " of " + groups.found() + ". Use --limit for more.");
                }
                groups.notes().forEach(this::note);
            }
            case HuntAnswer.Correlations found -> {
                try (Printer printer = printer("group", "events")) {
                    found.correlations().forEach(one -> printer.print(HuntLines.correlation(one, fields)));
                }
                if (found.found() > found.correlations().size()) {
                    note("Shown: " + found.correlations().size() + " of " + found.found() + ". Use --limit for more.");
                }
                found.notes().forEach(this::note);
            }
            case HuntAnswer.Rows rows -> {
                try (Printer printer = printer(rows.columns().stream().map(column -> "row." + column.name()).toArray(String[]::new))) {
                    rows.rows().forEach(row -> printer.print(HuntLines.row(rows.columns(), row)));
                }
                rows.notes().forEach(this::note);
            }
            case HuntAnswer.Parsed _ -> note("The query is well formed.");
            case HuntAnswer.Failed failed -> throw wrong(failed.diagnostics());
        }
        return ExitStatus.DONE;
    }

    private static CommandFailure wrong(List<Diagnostic> diagnostics) {
        StringBuilder message = new StringBuilder("the query cannot run.");
        for (Diagnostic diagnostic : diagnostics) {
            message.append(System.lineSeparator()).append("  line ").append(diagnostic.line()).append(", column ").append(diagnostic.column()).append(": ")
                    .append(diagnostic.message());
        }
        return CommandFailure.nothingDone(message.toString(), null);
    }
}
