package dev.spoor.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.event.Time;
import dev.spoor.rule.exceptions.ValueList;
import dev.spoor.triage.Alert;
import dev.spoor.workbench.Suppressed;
import dev.spoor.workbench.WorkbenchException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code spoor except values}: lists of values that exceptions name. */
@Command(name = "values", mixinStandardHelpOptions = true, description = "Lists of values that exceptions name.",
        subcommands = {ValueListCommand.Save.class, ValueListCommand.Show.class, ValueListCommand.Remove.class})
final class ValueListCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override public void run() {
        throw new ParameterException(spec.commandLine(), "Which one? except values save, list or remove.");
    }

    private static ObjectNode json(ValueList list) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("id", list.id()).put("type", list.type().word());
        list.values().forEach(node.putArray("values")::add);
        return node.put("created_by", list.createdBy()).put("created_at", Time.iso(list.createdAt()));
    }

    /** {@code except values save}. */
    @Command(name = "save", mixinStandardHelpOptions = true, description = "Makes a list from a file with one value per line, or gives a list new values, and prints it.")
    static final class Save extends CaseCommand {
        private static final long MAX_BYTES = 20_000_000;
        @Parameters(index = "1", paramLabel = "ID", description = "The name of the list.") String id;
        @Parameters(index = "2", paramLabel = "FILE", description = "The values, one per line, in UTF-8.") Path values;
        @Option(names = "--type", paramLabel = "T", defaultValue = "keyword", description = "keyword, ip, ip_range or text; keyword if it is not said.") String type;

        @Override public Integer call() {
            return on(Opening.WRITE, (investigation, _) -> {
                ValueList.Type known = ValueList.Type.of(type).orElseThrow(() -> CommandFailure.usage("--type: expected keyword, ip, ip_range or text, found " + type + "."));
                ValueList list = new ValueList(id, known, ValueList.lines(read()), investigation.analyst(), Time.of(Instant.now()));
                Suppressed found = investigation.preview(list);
                investigation.saveValueList(list);
                List<Alert> real = found.byDecision().getOrDefault(Suppressed.Decided.TRUE_POSITIVE, List.of());
                if (!real.isEmpty()) {
                    note("Careful: exceptions with this list keep " + real.size() + " alerts away that were closed as true positives.");
                }
                try (Printer printer = printer("id", "type", "created_by")) {
                    printer.print(json(list));
                }
                return ExitStatus.DONE;
            });
        }

        private String read() throws WorkbenchException {
            try {
                if (Files.size(values) > MAX_BYTES) {
                    throw new WorkbenchException("The file " + values + " is larger than " + MAX_BYTES + " bytes. Nothing was changed.");
                }
                return Files.readString(values, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new WorkbenchException("The file " + values + " cannot be read: " + e.getMessage() + ". Nothing was changed.", e);
            }
        }
    }

    /** {@code except values list}. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Prints the lists of the case.")
    static final class Show extends CaseCommand {
        @Override public Integer call() {
            return on(Opening.READ, (investigation, _) -> {
                try (Printer printer = printer("id", "type", "created_by")) {
                    investigation.valueLists().forEach(list -> printer.print(json(list)));
                }
                return ExitStatus.DONE;
            });
        }
    }

    /** {@code except values remove}. */
    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Removes a list that no exception names.")
    static final class Remove extends CaseCommand {
        @Parameters(index = "1", paramLabel = "ID", description = "The list.") String id;

        @Override public Integer call() {
            return on(Opening.WRITE, (investigation, _) -> {
                investigation.removeValueList(id);
                return ExitStatus.DONE;
            });
        }
    }
}
