package dev.spoor.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.ingest.archive.PasswordSource;
import dev.spoor.workbench.Difference;
import dev.spoor.workbench.Verification;
import dev.spoor.workbench.VerifyRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code spoor verify}: checks a case against its evidence, its rules and its journal. */
@Command(name = "verify", mixinStandardHelpOptions = true,
        description = "Hashes the evidence again, compares every stored event with it, runs the recorded rules again, plays the journal again, and names what differs. Changes nothing.",
        footer = {"", "Exit status: 0 nothing differs, 1 something differs."})
final class VerifyCommand extends CaseCommand {
    @Option(names = "--head", paramLabel = "HASH", split = ",",
            description = "A journal head that a report prints; the journal must have a line with it.") private List<String> heads = List.of();

    @Option(names = "--password", paramLabel = "P", description = "For encrypted archives; kept nowhere.") private String password;

    @Override public Integer call() {
        return on(Opening.READ, (investigation, progress) -> {
            PasswordSource passwords = password == null ? PasswordSource.NONE : PasswordSource.of(password);
            List<String> wanted = heads.stream().map(head -> head.strip().toLowerCase(Locale.ROOT)).toList();
            Verification verification;
            try (Printer printer = printer("check", "result", "subject", "text")) {
                verification = investigation.verify(new VerifyRequest(wanted, passwords, VerifyRequest.DEFAULT.threads()), difference -> printer.print(json(difference)), progress);
                progress.done();
                if (common.format() == OutputFormat.jsonl) {
                    printer.print(json(verification));
                }
            }
            String summary = summary(verification);
            if (common.format() == OutputFormat.table) {
                stdout().println(summary);
            } else {
                note(summary);
            }
            return verification.holds() ? ExitStatus.DONE : ExitStatus.DIFFERS;
        });
    }

    private static ObjectNode json(Difference difference) {
        return JsonNodeFactory.instance.objectNode().put("check", difference.check().word()).put("result", difference.result().word()).put("subject", difference.subject())
                .put("text", difference.text());
    }

    private static ObjectNode json(Verification found) {
        ObjectNode line = JsonNodeFactory.instance.objectNode().put("check", "summary").put("result", found.holds() ? "holds" : "differs").put("holds", found.holds());
        line.put("sources", found.sources()).put("events", found.events()).put("rules", found.rules()).put("alerts", found.alerts()).put("decisions", found.decisions());
        line.put("journal_lines", found.lines()).put("journal_head", found.head()).put("alerts_sha256", found.digest());
        counts(line.putObject("differing"), found.differing());
        counts(line.putObject("unchecked"), found.unchecked());
        return line;
    }

    private static void counts(ObjectNode into, Map<Difference.Check, Long> counts) {
        new TreeMap<>(counts).forEach((check, count) -> into.put(check.word(), count));
    }

    private static String summary(Verification found) {
        String looked =
                String.format(Locale.ROOT, "%,d sources; %,d events and %,d alerts are as evidence and %,d rules give them again; %,d decisions; %,d journal lines, head %s.",
                        found.sources(), found.events(), found.alerts(), found.rules(), found.decisions(), found.lines(), found.head());
        long differing = found.differing().values().stream().mapToLong(Long::longValue).sum();
        long unchecked = found.unchecked().values().stream().mapToLong(Long::longValue).sum();
        String verdict = found.holds() ? "The case holds: nothing differs." : String.format(Locale.ROOT, "THE CASE DOES NOT HOLD: %,d differences.", differing);
        return verdict + (unchecked == 0 ? "" : String.format(Locale.ROOT, " %,d things could not be checked.", unchecked)) + "\n" + looked;
    }
}
