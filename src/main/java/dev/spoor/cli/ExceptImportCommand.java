package dev.spoor.cli;

import dev.spoor.rule.exceptions.ExceptionJson;
import dev.spoor.rule.exchange.ExchangeForm;
import dev.spoor.workbench.ImportedExceptions;
import dev.spoor.workbench.WorkbenchException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spoor except import}. */
@Command(name = "import", mixinStandardHelpOptions = true,
        description = "Takes exceptions from Kibana's NDJSON, Sigma filters, Splunk filter macros or clauses, and prints those that were taken.")
final class ExceptImportCommand extends CaseCommand {
    private static final long MAX_BYTES = 50_000_000;
    @Parameters(index = "1", paramLabel = "FILE", description = "The file, in UTF-8.") Path from;
    @Option(names = "--form", paramLabel = "F", description = "elastic, sigma, splunk or query; told by the file if it is not said.") String form;
    @Option(names = "--rule", paramLabel = "ID", description = "The rule of those that do not say theirs.") String rule;

    @Override public Integer call() {
        Optional<ExchangeForm> said = form == null ? Optional.empty()
                : Optional.of(ExchangeForm.of(form).orElseThrow(() -> CommandFailure.usage("--form: expected elastic, sigma, splunk or query, found " + form + ".")));
        return on(Opening.WRITE, (investigation, _) -> {
            String text = read();
            ImportedExceptions imported = investigation.exceptionWork().read(said.orElseGet(() -> ExchangeForm.guess(text)), text, Optional.ofNullable(rule));
            imported.refused().forEach(refusal -> note("Not taken '" + refusal.name() + "': " + refusal.reason() + "."));
            imported.lists().forEach(list -> note("Made the list '" + list + "'."));
            try (Printer printer = printer("id", "rule", "name", "comment")) {
                imported.added().forEach(item -> printer.print(ExceptionJson.write(item)));
            }
            return ExitStatus.DONE;
        });
    }

    private String read() throws WorkbenchException {
        try {
            if (Files.size(from) > MAX_BYTES) {
                throw new WorkbenchException("The file " + from + " is larger than " + MAX_BYTES + " bytes. Nothing was changed.");
            }
            return Files.readString(from, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new WorkbenchException("The file " + from + " cannot be read: " + e.getMessage() + ". Nothing was changed.", e);
        }
    }
}
