package dev.spoor.query.sigma;

import dev.spoor.query.expr.Expression;
import dev.spoor.query.parse.ParseLimits;
import dev.spoor.query.parse.Query;
import dev.spoor.query.pipeline.EventCorrelation;
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
    private static final String WHOLE_SPANS =
            "a bound from above is judged for spans one after the other, each beginning at the first event behind the last, not for a sliding window";
    private final ParseLimits limits;
    private final boolean chosen;
    private final Placeholders placeholders;
    private final Resolved resolved;
    private final Problems problems;
    private final List<YamlNode.Entries> filters = new ArrayList<>();
    private final Set<String> fields = new TreeSet<>();
    private final Set<String> approximations = new TreeSet<>();

    /** @param chosen whether log sources are not checked */
    SigmaLowering(ParseLimits limits, boolean chosen, Placeholders placeholders, Resolved resolved, Problems problems) {
        this.resolved = resolved;
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
        List<YamlNode.Entries> maps = documents.stream().filter(YamlNode.Entries.class::isInstance).map(YamlNode.Entries.class::cast).toList();
        filters.addAll(maps.stream().filter(map -> map.get("filter").isPresent()).toList());
        if (documents.getFirst() instanceof YamlNode.Entries first && first.get("correlation").isPresent()) {
            Optional<EventCorrelation> correlation = new CorrelationLowering(maps, this::condition, resolved, problems, fields).lower(first);
            correlation.filter(one -> judgesWholeSpans(one.root())).ifPresent(_ -> approximations.add(WHOLE_SPANS));
            return correlation.<Query>map(one -> new Query.Correlations(one, fields, List.copyOf(approximations))).orElseGet(() -> events(Expression.FALSE));
        }
        return events(SigmaRule.of(documents.getFirst(), problems).map(this::condition).orElse(Expression.FALSE));
    }

    /** Whether the correlation, or one that it counts, has a bound that more members can break. */
    private static boolean judgesWholeSpans(EventCorrelation.Origin origin) {
        return switch (origin) {
            case EventCorrelation.Matching _ -> false;
            case EventCorrelation.Correlated asked -> asked.measure() != EventCorrelation.Measure.RULES_IN_ORDER && !asked.bounds().stream().allMatch(EventCorrelation.Bound::lower)
                    || asked.members().stream().anyMatch(member -> judgesWholeSpans(member.origin()));
        };
    }

    private Query.Events events(Expression filter) {
        return new Query.Events(filter, fields, List.copyOf(approximations));
    }

    /** A rule's condition with those of the filters that name it. */
    private Expression filtered(SigmaRule rule, Expression condition) {
        List<Expression> all = new ArrayList<>(List.of(condition));
        for (YamlNode.Entries document : filters) {
            YamlNode body = document.get("filter").orElseThrow();
            if (!(body instanceof YamlNode.Entries parts)) {
                problems.syntax(body, "A filter is a map with rules, searches and a condition.");
                continue;
            }
            List<String> named =
                    parts.get("rules").map(YamlNode::list).orElse(List.of()).stream().filter(YamlNode.Text.class::isInstance).map(one -> ((YamlNode.Text) one).text()).toList();
            if (named.isEmpty() || named.contains("any") || rule.names().stream().anyMatch(named::contains)) {
                filter(document, parts).ifPresent(all::add);
            }
        }
        return all.size() == 1 ? condition : new Expression.And(all);
    }

    private Optional<Expression> filter(YamlNode.Entries document, YamlNode.Entries parts) {
        List<YamlNode.Entry> searches = parts.entries().stream().filter(entry -> !entry.key().text().equals("rules")).toList();
        YamlNode.Entries detection = new YamlNode.Entries(searches, parts.line(), parts.column());
        List<YamlNode.Entry> entries = new ArrayList<>(document.entries());
        entries.add(new YamlNode.Entry(new YamlNode.Text("detection", true, parts.line(), parts.column()), detection));
        return SigmaRule.of(new YamlNode.Entries(entries, document.line(), document.column()), problems).map(this::ofDetections);
    }

    /** What a rule asks of an event: its log source, and any of its conditions. */
    private Expression condition(SigmaRule rule) {
        Expression any = filtered(rule, ofDetections(rule));
        if (chosen) {
            return any;
        }
        Optional<LogSources.Found> source = resolved.source(rule.source());
        if (source.isEmpty()) {
            problems.unsupported(rule.sourceAt(), "Spoor reads no log of " + rule.source().words() + ".");
            return Expression.FALSE;
        }
        approximations.addAll(source.get().notes());
        return source.get().condition().equals(Expression.TRUE) ? any : Expression.and(source.get().condition(), any);
    }

    private Expression ofDetections(SigmaRule rule) {
        Detections lowering = new Detections(new ItemLowering(rule.source(), placeholders, resolved, problems, fields, approximations), problems);
        Map<String, Expression> detections = new LinkedHashMap<>();
        rule.detections().forEach((name, node) -> detections.put(name, lowering.detection(node)));
        List<Expression> conditions = new ArrayList<>();
        rule.conditions().forEach(text -> conditions.add(new ConditionParser(text, detections, new HashSet<>(), problems, limits.depth()).parse()));
        return conditions.size() == 1 ? conditions.getFirst() : new Expression.Or(conditions);
    }
}
