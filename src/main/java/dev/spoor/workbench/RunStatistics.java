package dev.spoor.workbench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.detect.engine.RuleStatistics;
import dev.spoor.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The file of {@code detect --stats}: a JSON line per rule that ran, slowest first. */
final class RunStatistics {
    private RunStatistics() {}

    static void write(Path target, List<Rule> rules, Map<String, RuleStatistics> statistics) throws WorkbenchException {
        List<ObjectNode> lines = new ArrayList<>();
        for (Rule rule : rules) {
            RuleStatistics one = statistics.get(rule.id());
            if (one != null) {
                ObjectNode line = JsonNodeFactory.instance.objectNode();
                lines.add(line.put("id", rule.id()).put("name", rule.name()).put("nanoseconds", one.nanos()).put("matches", one.matches()));
            }
        }
        lines.sort((a, b) -> Long.compare(b.get("nanoseconds").asLong(), a.get("nanoseconds").asLong()));
        try {
            Files.write(target, lines.stream().map(ObjectNode::toString).toList());
        } catch (IOException e) {
            throw new WorkbenchException("The statistics cannot be written to " + target + ": " + e.getMessage(), e);
        }
    }
}
