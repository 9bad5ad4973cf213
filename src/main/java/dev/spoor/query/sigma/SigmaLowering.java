package dev.spoor.query.sigma;

import dev.spoor.query.expr.Expression;
import dev.spoor.query.parse.ParseLimits;
import dev.spoor.query.parse.Query;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes a query of a rule's documents. Used once. */
final class SigmaLowering {
    private final ParseLimits limits;
    private final boolean chosen;
    private final Placeholders placeholders;
    private final Problems problems;
    private final Set<String> fields = new TreeSet<>();
    private final Set<String> approximations = new TreeSet<>();

    /** @param chosen whether log sources are not checked */
    SigmaLowering(ParseLimits limits, boolean chosen, Placeholders placeholders, Problems problems) {
        this.limits = limits;
        this.chosen = chosen;
        this.placeholders = placeholders;
        this.problems = problems;
    }

    /** What was found wrong is among the problems; the query then means nothing. */
    Query lower(List<YamlNode> documents) {
        if (documents.isEmpty()) {
            problems.syntax(new YamlNode.Text("", true, 1, 1), "There is no rule.");
            return events(Expression.FALSE);
        }
        return events(SigmaRule.of(documents.getFirst(), problems).map(this::condition).orElse(Expression.FALSE));
    }

    private Query.Events events(Expression filter) {
        return new Query.Events(filter, fields, List.copyOf(approximations));
    }

    /** What a rule asks of an event: its log source, and any of its conditions. */
    private Expression condition(SigmaRule rule) {
        Detections lowering = new Detections(new ItemLowering(rule.source(), placeholders, problems, fields, approximations), problems);
        Map<String, Expression> detections = new LinkedHashMap<>();
        rule.detections().forEach((name, node) -> detections.put(name, lowering.detection(node)));
        List<Expression> conditions = new ArrayList<>();
        rule.conditions().forEach(text -> conditions.add(new ConditionParser(text, detections, new HashSet<>(), problems, limits.depth()).parse()));
        Expression any = conditions.size() == 1 ? conditions.getFirst() : new Expression.Or(conditions);
        if (chosen) {
            return any;
        }
        Optional<LogSources.Found> source = LogSources.standard().find(rule.source());
        if (source.isEmpty()) {
            problems.unsupported(rule.sourceAt(), "Spoor reads no log of " + rule.source().words() + ".");
            return Expression.FALSE;
        }
        approximations.addAll(source.get().notes());
        return source.get().condition().equals(Expression.TRUE) ? any : Expression.and(source.get().condition(), any);
    }
}
