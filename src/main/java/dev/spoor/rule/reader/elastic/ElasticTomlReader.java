package dev.spoor.rule.reader.elastic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlFactory;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import com.google.re2j.Pattern;
import dev.spoor.rule.reader.JacksonProblem;
import dev.spoor.rule.reader.MalformedRuleException;
import dev.spoor.rule.reader.ReadingLimits;
import dev.spoor.rule.reader.RuleReader;
import dev.spoor.rule.reader.RuleReading;
import dev.spoor.rule.reader.RuleSource;
import java.util.List;

/** Elastic's rule repository: TOML with {@code [metadata]}, {@code [rule]} and {@code [transform]}. */
public final class ElasticTomlReader implements RuleReader {
    private static final Pattern RULE_TABLE = Pattern.compile("(?m)^\\s*\\[{1,2}rule[\\].]");
    private final TomlMapper mapper;

    /** A reader within limits. */
    public ElasticTomlReader(ReadingLimits limits) {
        TomlFactory factory = TomlFactory.builder().streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(limits.depth()).build()).build();
        mapper = new TomlMapper(factory);
    }

    @Override public boolean recognises(RuleSource source) {
        return source.suffix().equals("toml") && RULE_TABLE.matcher(source.text()).find();
    }

    @Override public List<RuleReading> read(RuleSource source) {
        try {
            JsonNode file = mapper.readTree(source.text());
            return List.of(ElasticRuleTree.read(source, "toml", file, file.path("rule")));
        } catch (JsonProcessingException e) {
            return List.of(source.problem(JacksonProblem.of("TOML", e, 0)));
        } catch (MalformedRuleException e) {
            return List.of(source.problem(e));
        }
    }
}
