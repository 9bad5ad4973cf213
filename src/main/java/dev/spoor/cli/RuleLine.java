package dev.spoor.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.rule.Fidelity;
import dev.spoor.rule.Rule;
import dev.spoor.rule.RuleProblem;
import java.util.List;

/** The line that {@code rules check} and {@code rules list} print for a rule, or for a file that should be one. */
final class RuleLine {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RuleLine() {}

    static Printer printer(CommonOptions common) {
        return new Printer(System.out, common.format(), List.of("status", "origin", "language", "severity", "name", "id", "reasons", "path"));
    }

    static ObjectNode of(Rule rule, Fidelity fidelity) {
        ObjectNode line = NODES.objectNode();
        line.put("path", rule.path()).put("id", rule.id()).put("name", rule.name()).put("origin", rule.origin().word());
        line.put("format", rule.format()).put("type", rule.type()).put("language", rule.language()).put("status", fidelity.status().word());
        ArrayNode reasons = line.putArray("reasons");
        fidelity.reasons().forEach(reasons::add);
        line.put("severity", rule.severity().word()).put("risk", rule.risk().isPresent() ? Integer.valueOf(rule.risk().getAsInt()) : null);
        ArrayNode techniques = line.putArray("techniques");
        rule.threats().stream().flatMap(threat -> threat.techniques().stream()).forEach(technique -> {
            add(techniques, technique.reference().id());
            technique.subtechniques().forEach(part -> add(techniques, part.id()));
        });
        return line.put("guide", !rule.guide().isEmpty()).put("exceptions", rule.settings().exceptionLists().size()).put("deprecated", rule.deprecated());
    }

    static ObjectNode of(RuleProblem problem) {
        ObjectNode line = NODES.objectNode().put("path", problem.path());
        for (String unknown : new String[] {"id", "name", "origin", "format", "type", "language"}) {
            line.putNull(unknown);
        }
        line.put("status", Fidelity.Status.INVALID.word()).putArray("reasons").add(message(problem));
        line.putNull("severity").putNull("risk").putArray("techniques");
        return line.put("guide", false).put("exceptions", 0).put("deprecated", false);
    }

    private static String message(RuleProblem problem) {
        return problem.line() > 0 ? problem.message() + " (line " + problem.line() + ", column " + problem.column() + ")" : problem.message();
    }

    private static void add(ArrayNode ids, String id) {
        for (int i = 0; i < ids.size(); i++) {
            if (ids.get(i).asText().equals(id)) {
                return;
            }
        }
        ids.add(id);
    }
}
