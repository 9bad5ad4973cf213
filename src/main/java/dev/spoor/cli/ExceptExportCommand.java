package dev.spoor.cli;

import dev.spoor.rule.exchange.ExchangeForm;
import dev.spoor.rule.exchange.WrittenExceptions;
import dev.spoor.workbench.WorkbenchException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code spoor except export}. */
@Command(name = "export", mixinStandardHelpOptions = true, description = "Writes the exceptions in the form of another tool. What the form cannot say is told and left out.")
final class ExceptExportCommand extends CaseCommand {
    @Option(names = "--form", paramLabel = "F", defaultValue = "elastic",
            description = "elastic (Kibana's NDJSON; the default), sigma (filters), splunk (macros.conf with the rules' filter macros) or query (clauses in the rules' languages).") String form;
    @Option(names = "--out", paramLabel = "FILE", description = "Where to; the screen if it is not said.") Path out;
    @Option(names = "--id", paramLabel = "ID", description = "Only this exception; may be given several times.") List<String> ids = new ArrayList<>();

    @Override public Integer call() {
        ExchangeForm chosen = ExchangeForm.of(form).orElseThrow(() -> CommandFailure.usage("--form: expected elastic, sigma, splunk or query, found " + form + "."));
        return on(Opening.READ, (investigation, _) -> {
            WrittenExceptions written = investigation.exceptionWork().write(chosen, ids);
            written.refused().forEach(refusal -> note("Left out '" + refusal.name() + "': " + refusal.reason() + "."));
            written.notes().forEach(one -> note("Mind that " + one + "."));
            if (out == null) {
                try (Printer printer = printer()) {
                    written.text().lines().forEach(printer::line);
                }
            } else {
                save(written.text());
                note("Wrote " + written.written().size() + " exceptions to " + out + (written.refused().isEmpty() ? "." : ", left " + written.refused().size() + " out."));
            }
            return ExitStatus.DONE;
        });
    }

    private void save(String text) throws WorkbenchException {
        try {
            Files.writeString(out, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new WorkbenchException("The file " + out + " cannot be written: " + e.getMessage(), e);
        }
    }
}
