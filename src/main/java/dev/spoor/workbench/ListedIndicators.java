package dev.spoor.workbench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.detect.CompiledRule;
import dev.spoor.detect.Finisher;
import dev.spoor.detect.Memory;
import dev.spoor.detect.RuleCompilation;
import dev.spoor.detect.RuleCompiler;
import dev.spoor.detect.engine.NumberedSegment;
import dev.spoor.detect.engine.RulePlan;
import dev.spoor.event.Time;
import dev.spoor.indicator.IndicatorException;
import dev.spoor.indicator.IndicatorFiles;
import dev.spoor.indicator.IndicatorLimits;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.parse.QueryContext;
import dev.spoor.rule.Finish;
import dev.spoor.rule.Rule;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Indicators of files, as segments that no case holds. They count as if an integration had fetched them when the case ends, so that a rule that only takes fresh
 * indicators takes them.
 *
 * @param plans    the rules that compare events with indicators, by data set of the segments
 * @param problems what was left out of the files
 */
record ListedIndicators(List<NumberedSegment> segments, Map<String, RulePlan> plans, List<String> problems) {
    private static final int IN_SEGMENT = 20_000;
    /** Numbers that no event of a case has. */
    private static final long FIRST = Long.MIN_VALUE / 2;

    /**
     * Reads files.
     *
     * @param end when the case ends
     * @throws WorkbenchException if a file cannot be read at all
     */
    static ListedIndicators read(List<Path> files, List<Rule> rules, RuleCompiler compiler, Instant end) throws WorkbenchException {
        Gathered gathered = new Gathered(Time.iso(Time.of(end)));
        List<String> problems;
        try {
            problems = new IndicatorFiles(IndicatorLimits.STANDARD).read(files, gathered::add);
        } catch (IndicatorException e) {
            throw new WorkbenchException(e.getMessage(), e);
        }
        List<DocumentSegment> read = gathered.finish();
        List<NumberedSegment> segments = new ArrayList<>();
        Map<String, RulePlan> plans = new LinkedHashMap<>();
        List<Rule> comparing = rules.stream().filter(rule -> rule.settings().finish() instanceof Finish.IndicatorMatch).toList();
        for (DocumentSegment one : read) {
            segments.add(new NumberedSegment(one.segment(), FIRST + (long) segments.size() * IN_SEGMENT));
            plans.put(one.segment().dataset(), plan(one, comparing, compiler, end));
        }
        return new ListedIndicators(segments, plans, problems);
    }

    /** Indicators become segments as they come, since a million documents would not fit into memory. */
    private static final class Gathered {
        private final String fetched;
        private final List<ObjectNode> waiting = new ArrayList<>();
        private final List<DocumentSegment> segments = new ArrayList<>();
        private Optional<WorkbenchException> refused = Optional.empty();

        Gathered(String fetched) {
            this.fetched = fetched;
        }

        void add(ObjectNode document) {
            waiting.add(document.put("@timestamp", fetched));
            if (waiting.size() == IN_SEGMENT) {
                flush();
            }
        }

        private void flush() {
            try {
                segments.add(DocumentSegment.of("indicators of files " + (segments.size() + 1), waiting));
            } catch (WorkbenchException e) {
                refused = Optional.of(e);
            }
            waiting.clear();
        }

        List<DocumentSegment> finish() throws WorkbenchException {
            if (!waiting.isEmpty()) {
                flush();
            }
            if (refused.isPresent()) {
                throw refused.get();
            }
            return segments;
        }
    }

    private static RulePlan plan(DocumentSegment documents, List<Rule> rules, RuleCompiler compiler, Instant now) {
        List<CompiledRule> compiled = new ArrayList<>();
        for (Rule rule : rules) {
            QueryContext context = new QueryContext(documents.types(), documents.sources(), now, ZoneOffset.UTC, QueryContext.Purpose.RULE, rule.macros());
            if (compiler.compile(rule, context, List.of()) instanceof RuleCompilation.Runnable(CompiledRule runnable)
                    && runnable.finisher() instanceof Finisher.Remembering(Memory.Indicators memory)) {
                Memory listed = new Memory.Indicators(memory.listed(), memory.listed(), memory.alternatives(), memory.path());
                compiled.add(new CompiledRule(rule, Expression.FALSE, new Finisher.Remembering(listed), runnable.fidelity(), runnable.fields()));
            }
        }
        return new RulePlan(documents.types(), compiled);
    }

    /** The plans of a case and those of the files. */
    Map<String, RulePlan> with(Map<String, RulePlan> ofCase) {
        Map<String, RulePlan> all = new LinkedHashMap<>(ofCase);
        all.putAll(plans);
        return all;
    }
}
