package dev.spoor.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.event.Time;
import dev.spoor.rule.exceptions.SharedList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code spoor except shared}: lists of exceptions that rules share. */
@Command(name = "shared", mixinStandardHelpOptions = true, description = "Lists of exceptions that rules share.",
        subcommands = {SharedListCommand.Save.class, SharedListCommand.Show.class, SharedListCommand.Remove.class})
final class SharedListCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override public void run() {
        throw new ParameterException(spec.commandLine(), "Which one? except shared save, list or remove.");
    }

    private static ObjectNode json(SharedList list) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("id", list.id()).put("name", list.name()).put("description", list.description());
        list.rules().forEach(node.putArray("rules")::add);
        return node.put("created_by", list.createdBy()).put("created_at", Time.iso(list.createdAt()));
    }

    /** {@code except shared save}. */
    @Command(name = "save", mixinStandardHelpOptions = true,
            description = "Makes a shared list or changes it, and prints it. Exceptions go into it with except add --scope list:ID.")
    static final class Save extends CaseCommand {
        @Parameters(index = "1", paramLabel = "ID", description = "The list.") String id;
        @Option(names = "--name", paramLabel = "NAME", description = "What it is called; its id if it is not said.") String name;
        @Option(names = "--description", paramLabel = "TEXT", defaultValue = "", description = "What it is for.") String description;
        @Option(names = "--rules", paramLabel = "ID,ID", split = ",", description = "The rules that it is attached to.") List<String> rules = new ArrayList<>();

        @Override public Integer call() {
            return on(Opening.WRITE, (investigation, _) -> {
                SharedList list = new SharedList(id, name == null ? id : name, description, rules, investigation.analyst(), Time.of(Instant.now()));
                investigation.exceptionWork().saveSharedList(list);
                try (Printer printer = printer("id", "name", "rules")) {
                    printer.print(json(list));
                }
                return ExitStatus.DONE;
            });
        }
    }

    /** {@code except shared list}. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Prints the shared lists of the case.")
    static final class Show extends CaseCommand {
        @Override public Integer call() {
            return on(Opening.READ, (investigation, _) -> {
                try (Printer printer = printer("id", "name", "rules")) {
                    investigation.exceptionWork().sharedLists().forEach(list -> printer.print(json(list)));
                }
                return ExitStatus.DONE;
            });
        }
    }

    /** {@code except shared remove}. */
    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Removes a shared list in which no exception is.")
    static final class Remove extends CaseCommand {
        @Parameters(index = "1", paramLabel = "ID", description = "The list.") String id;

        @Override public Integer call() {
            return on(Opening.WRITE, (investigation, _) -> {
                investigation.exceptionWork().removeSharedList(id);
                return ExitStatus.DONE;
            });
        }
    }
}
