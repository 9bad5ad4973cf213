package dev.spoor.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.explain.Clause;
import dev.spoor.explain.RuleExplanation;
import dev.spoor.query.text.Span;
import dev.spoor.workbench.Explanation;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code spoor explain}: why a rule found an event, or why not; without an event the near misses. */
@Command(name = "explain", mixinStandardHelpOptions = true,
        description = "Tells why a rule found an event, or why not: each clause, true, false or unknown, with the event's values. Without --event: the events that it almost finds.")
final class ExplainCommand extends CaseCommand {
    @Option(names = "--rule", paramLabel = "ID", required = true, description = "A rule that ran in the case.") private String rule;

    @Option(names = "--event", paramLabel = "ID", description = "Number of an event in the case, as alerts and searches print it.") private Long event;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "10", description = "How many near misses at most. Default: ${DEFAULT-VALUE}.") private int limit;

    @Override public Integer call() {
        if (limit < 1) {
            throw CommandFailure.usage("--limit must be at least 1, found " + limit);
        }
        return on(Opening.READ, (investigation, progress) -> {
            List<Explanation> explanations = event != null ? List.of(investigation.explain(rule, event)) : investigation.nearMisses(rule, limit, progress);
            progress.done();
            if (common.format() == OutputFormat.jsonl) {
                try (Printer printer = printer()) {
                    explanations.forEach(one -> printer.print(json(one)));
                }
            } else {
                try (Printer printer = printer("event", "failing", "part", "verdict", "clause", "values")) {
                    explanations.forEach(one -> one.explained().parts().forEach(part -> rows(printer, one, part, part.clause(), 0)));
                }
            }
            return ExitStatus.DONE;
        });
    }

    private static void rows(Printer printer, Explanation one, RuleExplanation.Part part, Clause clause, int depth) {
        ObjectNode row = JsonNodeFactory.instance.objectNode().put("event", one.event()).put("failing", one.failing()).put("part", part.name());
        row.put("verdict", clause.verdict().word()).put("clause", "· ".repeat(depth) + clause.text());
        row.put("values", String.join("; ", clause.values().stream().map(held -> held.field() + " = " + held.value()).toList()));
        printer.print(row);
        clause.children().forEach(child -> rows(printer, one, part, child, depth + 1));
    }

    private static ObjectNode json(Explanation one) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.putObject("rule").put("id", one.rule().id()).put("name", one.rule().name());
        line.put("event", one.event()).put("verdict", one.explained().holds());
        if (one.failing() > 0) {
            line.put("failing", one.failing());
        }
        ArrayNode parts = line.putArray("parts");
        one.explained().parts().forEach(part -> parts.addObject().put("part", part.name()).set("clause", json(part.clause())));
        one.explained().finish().forEach(line.putArray("finish")::add);
        return line;
    }

    private static ObjectNode json(Clause clause) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("kind", clause.kind()).put("text", clause.text()).put("verdict", clause.verdict().word());
        if (!clause.span().equals(Span.NONE)) {
            node.putArray("span").add(clause.span().start()).add(clause.span().end());
        }
        if (!clause.values().isEmpty()) {
            ArrayNode values = node.putArray("values");
            for (Clause.Held held : clause.values()) {
                ArrayNode matches = values.addObject().put("field", held.field()).put("value", held.value()).put("passes", held.passes()).putArray("matches");
                held.matches().forEach(span -> matches.addArray().add(span.start()).add(span.end()));
            }
        }
        if (!clause.children().isEmpty()) {
            clause.children().forEach(child -> node.withArray("children").add(json(child)));
        }
        return node;
    }
}
