package dev.spoor.query.sigma;

import dev.spoor.event.Field;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.expr.FieldRef;
import dev.spoor.query.parse.Suggestions;
import dev.spoor.query.pipeline.EventCorrelation;
import dev.spoor.query.pipeline.EventCorrelation.Correlated;
import dev.spoor.query.pipeline.EventCorrelation.Matching;
import dev.spoor.query.pipeline.EventCorrelation.Member;
import dev.spoor.query.pipeline.EventPattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** Makes a correlation of the documents that it names. Used once. */
final class CorrelationLowering {
    private static final FieldRef TIME = new FieldRef("@timestamp", List.of(Field.ecs("@timestamp")));
    private final List<YamlNode.Entries> documents;
    private final Function<SigmaRule, Expression> conditions;
    private final Resolved resolved;
    private final Problems problems;
    private final Set<String> fields;
    private final List<Expression> filters = new ArrayList<>();
    private final List<YamlNode.Entries> open = new ArrayList<>();

    /**
     * @param conditions what a rule asks of an event
     * @param fields     receives the names of the fields that are read
     */
    CorrelationLowering(List<YamlNode.Entries> documents, Function<SigmaRule, Expression> conditions, Resolved resolved, Problems problems, Set<String> fields) {
        this.resolved = resolved;
        this.documents = documents;
        this.conditions = conditions;
        this.problems = problems;
        this.fields = fields;
    }

    /** Empty, and told, where something is wrong. */
    Optional<EventCorrelation> lower(YamlNode.Entries document) {
        Optional<Correlated> root = correlated(document);
        if (root.isEmpty() || filters.isEmpty()) {
            return Optional.empty();
        }
        if (filters.size() > EventPattern.MAX_CONDITIONS) {
            problems.unsupported(document, "The correlation puts together more than " + EventPattern.MAX_CONDITIONS + " rules.");
            return Optional.empty();
        }
        List<EventPattern.Condition> events = filters.stream().map(filter -> new EventPattern.Condition(filter, List.of())).toList();
        EventPattern pattern = new EventPattern(EventPattern.Kind.EVENTS, events, List.of(), OptionalInt.empty(), OptionalLong.empty(), List.of(), TIME, Optional.empty());
        return Optional.of(new EventCorrelation(pattern, root.get()));
    }

    private Optional<Correlated> correlated(YamlNode.Entries document) {
        Optional<SigmaCorrelation> read = SigmaCorrelation.of(document, problems);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        SigmaCorrelation stated = read.get();
        open.add(document);
        List<Member> members = new ArrayList<>();
        for (YamlNode.Text name : stated.rules()) {
            member(name, stated).ifPresent(members::add);
        }
        open.removeLast();
        return members.size() < stated.rules().size() || members.isEmpty() ? Optional.empty()
                : Optional.of(new Correlated(stated.measure(), members, stated.group(), stated.timespan(), stated.bounds(), stated.percent()));
    }

    private Optional<Member> member(YamlNode.Text name, SigmaCorrelation stated) {
        Optional<YamlNode.Entries> found = documents.stream().filter(document -> SigmaRule.names(document).contains(name.text())).findFirst();
        if (found.isEmpty()) {
            Set<String> known = new HashSet<>();
            documents.forEach(document -> known.addAll(SigmaRule.names(document)));
            problems.unsupported(name, "The rule \"" + name.text() + "\" is not among the documents of the correlation." + Suggestions.question(name.text(), known));
            return Optional.empty();
        }
        YamlNode.Entries document = found.get();
        if (open.stream().anyMatch(one -> one == document)) {
            problems.semantic(name, "The correlation counts itself.");
            return Optional.empty();
        }
        if (document.get("correlation").isPresent()) {
            return correlated(document).map(inner -> new Member(inner, keys(stated, document, LogSource.NONE), values(stated, document, LogSource.NONE)));
        }
        return SigmaRule.of(document, problems).map(rule -> {
            filters.add(conditions.apply(rule));
            return new Member(new Matching(filters.size() - 1), keys(stated, document, rule.source()), values(stated, document, rule.source()));
        });
    }

    private List<FieldRef> keys(SigmaCorrelation stated, YamlNode.Entries document, LogSource source) {
        return stated.group().stream().map(name -> field(name, stated, document, source)).toList();
    }

    private List<FieldRef> values(SigmaCorrelation stated, YamlNode.Entries document, LogSource source) {
        return stated.values().stream().map(name -> field(name, stated, document, source)).toList();
    }

    private FieldRef field(String name, SigmaCorrelation stated, YamlNode.Entries document, LogSource source) {
        Map<String, String> alias = stated.aliases().getOrDefault(name, Map.of());
        String own = SigmaRule.names(document).stream().filter(alias::containsKey).findFirst().map(alias::get).orElse(name);
        fields.add(own);
        return resolved.field(own, source);
    }
}
