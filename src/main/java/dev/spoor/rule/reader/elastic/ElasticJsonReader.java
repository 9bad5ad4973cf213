package dev.spoor.rule.reader.elastic;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spoor.rule.reader.JacksonProblem;
import dev.spoor.rule.reader.MalformedRuleException;
import dev.spoor.rule.reader.ReadingLimits;
import dev.spoor.rule.reader.RuleReader;
import dev.spoor.rule.reader.RuleReading;
import dev.spoor.rule.reader.RuleSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Rules exported from Kibana: one JSON object per line, a JSON array of rules, or one rule. Exception lists and exceptions in the same file go to the rules that
 * refer to them; the summary at an export's end says nothing of a rule and is passed over.
 */
public final class ElasticJsonReader implements RuleReader {
    private final ObjectMapper mapper;

    /** A reader within limits. */
    public ElasticJsonReader(ReadingLimits limits) {
        mapper = new ObjectMapper(JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(limits.depth()).build()).build());
    }

    @Override public boolean recognises(RuleSource source) {
        return (source.suffix().equals("json") || source.suffix().equals("ndjson"))
                && source.text().contains("\"risk_score\"") && source.text().contains("\"type\"");
    }

    @Override public List<RuleReading> read(RuleSource source) {
        ExportedExceptions exceptions = new ExportedExceptions();
        if (source.suffix().equals("json")) {
            return exceptions.attached(source.path(), document(source, source.text(), "json", 1, exceptions));
        }
        List<RuleReading> readings = new ArrayList<>();
        List<String> lines = source.lines();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                readings.addAll(document(source, lines.get(i), "ndjson", i + 1, exceptions));
            }
        }
        return exceptions.attached(source.path(), readings);
    }

    private List<RuleReading> document(RuleSource source, String text, String format, int line, ExportedExceptions exceptions) {
        try {
            JsonNode tree = mapper.readTree(text);
            List<RuleReading> readings = new ArrayList<>();
            for (JsonNode rule : tree.isArray() ? tree : mapper.createArrayNode().add(tree)) {
                if (!summary(rule) && (isRule(rule) || !exceptions.take(rule, line))) {
                    readings.add(object(source, rule, format, line));
                }
            }
            return readings;
        } catch (JsonProcessingException e) {
            return List.of(source.problem(JacksonProblem.of("JSON", e, line - 1)));
        } catch (MalformedRuleException e) {
            return List.of(source.problem(e));
        }
    }

    private static RuleReading object(RuleSource source, JsonNode tree, String format, int line) throws MalformedRuleException {
        return isRule(tree) ? ElasticRuleTree.read(source, format, tree, tree)
                : new RuleReading.NotARule(source.path(), "line " + line + ": an object without type and risk score");
    }

    private static boolean isRule(JsonNode tree) {
        return tree.has("type") && tree.has("risk_score");
    }

    private static boolean summary(JsonNode tree) {
        return tree.has("exported_count") || tree.has("exported_rules_count");
    }
}
