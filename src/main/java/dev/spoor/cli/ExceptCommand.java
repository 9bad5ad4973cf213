package dev.spoor.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.event.Time;
import dev.spoor.job.Job;
import dev.spoor.rule.exceptions.ExceptionDraft;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.exceptions.ExceptionJson;
import dev.spoor.rule.exceptions.ExceptionPart;
import dev.spoor.rule.exceptions.ExceptionProblem;
import dev.spoor.rule.exceptions.ExceptionScope;
import dev.spoor.triage.Alert;
import dev.spoor.workbench.ExceptionBreadth;
import dev.spoor.workbench.Investigation;
import dev.spoor.workbench.NothingVanishes;
import dev.spoor.workbench.Suppressed;
import dev.spoor.workbench.WorkbenchException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code spoor except}: exceptions. */
@Command(name = "except", mixinStandardHelpOptions = true, description = "Keeps known false positives out of a rule's alerts from the next run on.",
        subcommands = {ExceptCommand.Add.class, ExceptCommand.Preview.class, ExceptCommand.Show.class, ExceptCommand.Remove.class, ValueListCommand.class, SharedListCommand.class,
                ExceptExportCommand.class,
                ExceptImportCommand.class})
final class ExceptCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override public void run() {
        throw new ParameterException(spec.commandLine(), "Which one? except add, preview, list, remove, export, import, values or shared.");
    }

    /** What add and preview are told. */
    abstract static class Describing extends CaseCommand {
        @Option(names = "--rule", required = true, paramLabel = "ID", description = "The rule.") String rule;
        @Option(names = "--item", paramLabel = "JSON",
                description = "The exception: {\"name\": …, \"entries\": [{\"field\": …, \"operator\": \"is|is_one_of|exists|matches|is_in_list|in_network|nested\", \"negated\": false, \"value\": …}], \"comment\": …, \"expires\": …, \"scope\": …}; a list as {\"type\": \"list\", \"field\": …, \"list\": {\"id\": …, \"type\": \"keyword\"}}") String item;
        @Option(names = "--alert", paramLabel = "ALERT", description = "Makes the exception from an alert: the fields that the rule reads, host and user.") String alert;
        @Option(names = "--scope", paramLabel = "S",
                description = "Which rules it holds for: rule (the default: the one of --rule), rules:ID,ID (beside that), tag:TAG, technique:T1003, list:ID (a shared list) or all.") String scope;
        @Option(names = "--part", paramLabel = "P", description = "Which events of a sequence it is about: whole (the default), step:2 or key (the join key).") String part;
        @Option(names = "--expires", paramLabel = "TIME", description = "When it ends, ISO 8601.") String expires;

        final ExceptionItem item(Investigation investigation) throws WorkbenchException {
            if ((item == null) == (alert == null)) {
                throw CommandFailure.usage("Describe the exception with --item, or take it from an alert with --alert.");
            }
            try {
                ExceptionDraft draft = item != null ? ExceptionJson.parse(item) : investigation.suggestException(alert);
                ExceptionDraft dated = new ExceptionDraft(draft.name(), draft.entries(), comment(draft.comment()), expires == null ? draft.expires() : Optional.of(time()),
                        scope == null ? draft.scope() : ExceptionScope.parse(scope), part == null ? draft.part() : ExceptionPart.parse(part));
                return dated.item(UUID.randomUUID().toString(), rule, investigation.analyst(), Time.of(Instant.now()));
            } catch (ExceptionProblem e) {
                throw CommandFailure.usage(e.getMessage());
            }
        }

        /** The comment that is kept. */
        String comment(String drafted) {
            return drafted;
        }

        private long time() {
            long ticks = Time.parse(expires);
            if (ticks == Time.NONE) {
                throw CommandFailure.usage("--expires: " + expires + " is no time; write 2027-01-31 or 2027-01-31T18:00:00Z.");
            }
            return ticks;
        }

        static ObjectNode json(ExceptionItem exception) {
            return ExceptionJson.write(exception);
        }
    }

    /** {@code except add}. */
    @Command(name = "add", mixinStandardHelpOptions = true, description = "Adds an exception and prints it.")
    static final class Add extends Describing {
        @Option(names = "--close-matching", description = "Also closes the open alerts that it covers, as false positives.") boolean closeMatching;
        @Option(names = "--anyway", paramLabel = "REASON",
                description = "Adds it although it keeps away alerts that were closed as true positives; the reason stands in its comment.") String anyway;

        @Override String comment(String drafted) {
            return anyway == null ? drafted : (drafted + " Hides true positives: " + anyway.strip()).strip();
        }

        @Override public Integer call() {
            return on(Opening.WRITE, (investigation, _) -> {
                ExceptionItem exception = item(investigation);
                boolean looking = closeMatching || investigation.alertList().stream().anyMatch(one -> Suppressed.Decided.of(one) == Suppressed.Decided.TRUE_POSITIVE);
                Suppressed found = looking ? investigation.preview(exception) : Suppressed.NONE;
                List<Alert> covered = closeMatching ? found.notClosed() : List.of();
                if (found.hidesTruePositive() && (anyway == null || anyway.isBlank())) {
                    List<Alert> real = found.byDecision().get(Suppressed.Decided.TRUE_POSITIVE);
                    throw new WorkbenchException("Nothing was added: the exception would keep away " + real.size() + " alerts that were closed as true positives, "
                            + real.getFirst().id() + " for one. Make it narrower, or say why: --anyway REASON.");
                }
                if (found.of() > 1 && found.alerts().size() == found.of()) {
                    note("Careful: it keeps away all " + found.of() + " alerts of its rules in this case.");
                }
                ExceptionBreadth breadth = investigation.exceptionWork().breadth(List.of(exception), Job.SILENT);
                if (breadth.grade() == ExceptionBreadth.Grade.BROAD) {
                    note("Careful: it is broad (" + breadth.score() + " of 100): " + breadth.reasons().stream().map(ExceptCommand::words).collect(Collectors.joining("; ")) + ".");
                }
                investigation.saveExceptions(List.of(exception), covered.stream().map(Alert::id).toList());
                if (found.hidesTruePositive()) {
                    note("Careful: " + found.byDecision().get(Suppressed.Decided.TRUE_POSITIVE).size()
                            + " of the alerts that it keeps away were closed as true positives. Take it back with: "
                            + "spoor except remove " + caseFile + " " + exception.id());
                }
                if (!covered.isEmpty()) {
                    note("Closed " + covered.size() + " alerts as false positives.");
                }
                try (Printer printer = printer("id", "rule", "name", "comment")) {
                    printer.print(json(exception));
                }
                return ExitStatus.DONE;
            });
        }
    }

    /** {@code except preview}. */
    @Command(name = "preview", mixinStandardHelpOptions = true, description = "Prints the alerts that an exception would keep away. Changes nothing.")
    static final class Preview extends Describing {
        @Override public Integer call() {
            return on(Opening.READ, (investigation, _) -> {
                Suppressed found = investigation.preview(item(investigation));
                try (Printer printer = AlertLines.printer(common)) {
                    found.alerts().forEach(one -> printer.print(AlertLines.json(one)));
                }
                found.causes().forEach(cause -> note(words(cause)));
                return ExitStatus.DONE;
            });
        }
    }

    private static String words(ExceptionBreadth.Reason reason) {
        return switch (reason) {
            case SINGLE_CONDITION -> "one condition only";
            case WRITABLE_PATH -> "a path that users can write to, or a name in any folder";
            case MANY_RULES -> "it holds for rules that nobody named";
            case OTHER_EVENTS -> "many events that are no alerts satisfy it";
            case MANY_HOSTS -> "it holds on many hosts";
            case MANY_USERS -> "it holds for many users";
            case NO_END -> "it never ends";
        };
    }

    private static String words(NothingVanishes cause) {
        String names = cause.names().isEmpty() ? "" : ": " + String.join("; ", cause.names());
        return switch (cause.reason()) {
            case SWITCHED_OFF -> "No alert would vanish: the exception is switched off.";
            case EXPIRED -> "No alert would vanish: the exception has expired.";
            case NO_ALERTS -> "No alert would vanish: the rules have no alerts in this case.";
            case NO_RULES -> "No alert would vanish: no rule of the case is in the scope.";
            case KEPT_AWAY_ALREADY -> "No alert would vanish: other exceptions keep them away already" + names + ".";
            case NOT_GIVEN_ANY_MORE -> "No alert would vanish: those that match are not produced any more.";
            case FIELD_MISSING -> "No alert would vanish: no alert has the fields" + names + ".";
            case CONDITION_NEVER_HOLDS -> "No alert would vanish: these conditions hold for none" + names + ".";
            case NEVER_TOGETHER -> "No alert would vanish: each condition holds for some, but for none together.";
        };
    }

    /** {@code except list}. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Prints the exceptions of the case.")
    static final class Show extends CaseCommand {
        @Override public Integer call() {
            return on(Opening.READ, (investigation, _) -> {
                try (Printer printer = printer("id", "rule", "name", "comment")) {
                    investigation.exceptions().forEach(exception -> printer.print(ExceptionJson.write(exception)));
                }
                return ExitStatus.DONE;
            });
        }
    }

    /** {@code except remove}. */
    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Removes an exception; what it kept away comes back with the next run.")
    static final class Remove extends CaseCommand {
        @Parameters(index = "1", paramLabel = "ID", description = "The exception.") String id;

        @Override public Integer call() {
            return on(Opening.WRITE, (investigation, _) -> {
                investigation.removeException(id);
                return ExitStatus.DONE;
            });
        }
    }
}
