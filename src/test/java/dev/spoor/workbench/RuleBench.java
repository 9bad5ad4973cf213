package dev.spoor.workbench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.detect.CompiledRule;
import dev.spoor.detect.FoundEvent;
import dev.spoor.detect.Match;
import dev.spoor.detect.RuleCompilation;
import dev.spoor.detect.RuleCompiler;
import dev.spoor.detect.engine.DetectionEngine;
import dev.spoor.detect.engine.NumberedSegment;
import dev.spoor.detect.engine.RulePlan;
import dev.spoor.exec.run.RunLimitException;
import dev.spoor.job.Job;
import dev.spoor.query.parse.QueryContext;
import dev.spoor.rule.Rule;
import dev.spoor.rule.reader.ReadingLimits;
import dev.spoor.rule.reader.RuleReading;
import dev.spoor.rule.reader.RuleSource;
import dev.spoor.rule.reader.elastic.ElasticTomlReader;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Runs one rule over some documents, without a case. */
final class RuleBench {
    static final Instant NOW = Instant.parse("2024-06-01T00:00:00Z");

    private RuleBench() {}

    static Rule rule(String body) {
        String text = "[rule]\nname = \"a rule\"\nrule_id = \"5e9a0000-0000-4000-8000-00000000000a\"\ndescription = \"d\"\nrisk_score = 47\nseverity = \"medium\"\n" + body;
        RuleReading reading = new ElasticTomlReader(ReadingLimits.DEFAULT).read(new RuleSource("rule.toml", text)).getFirst();
        return switch (reading) {
            case RuleReading.Read(Rule rule) -> rule;
            case RuleReading.Problem problem -> throw new AssertionError(problem.toString());
            case RuleReading.NotARule not -> throw new AssertionError(not.toString());
            case RuleReading.Joint joint -> throw new AssertionError(joint.toString());
        };
    }

    static RuleCompilation compiled(Rule rule, DocumentSegment documents) {
        QueryContext context = new QueryContext(documents.types(), documents.sources(), NOW, ZoneOffset.UTC, QueryContext.Purpose.RULE, Map.of());
        return new RuleCompiler(Workbench.languages()).compile(rule, context, List.of());
    }

    /** The matches in the order in which they come, events numbered from 1; the rule looks at parts of the documents one after the other. */
    static List<Match> run(Rule rule, List<ObjectNode> documents) throws WorkbenchException {
        DocumentSegment segment = DocumentSegment.of(documents);
        CompiledRule compiled = switch (compiled(rule, segment)) {
            case RuleCompilation.Runnable(CompiledRule runnable) -> runnable;
            case RuleCompilation.Refused(var fidelity) -> throw new AssertionError(fidelity.toString());
        };
        Comparator<FoundEvent> order = Comparator.comparingLong((FoundEvent found) -> found.row().time()).thenComparingLong(FoundEvent::id);
        DetectionEngine engine = new DetectionEngine(Map.of("", new RulePlan(segment.types(), List.of(compiled))), order);
        List<Match> matches = new ArrayList<>();
        engine.pass(new NumberedSegment(segment.segment(), 1), matches::add, Job.SILENT);
        try {
            engine.finish(matches::add, Job.SILENT);
        } catch (RunLimitException e) {
            throw new AssertionError(e);
        }
        return matches;
    }
}
