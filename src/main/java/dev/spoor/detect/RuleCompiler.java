package dev.spoor.detect;

import dev.spoor.event.Time;
import dev.spoor.query.dsl.DslFilters;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.languages.QueryLanguages;
import dev.spoor.query.parse.ElasticFields;
import dev.spoor.query.parse.EventFields;
import dev.spoor.query.parse.Query;
import dev.spoor.query.parse.QueryContext;
import dev.spoor.query.parse.QueryLanguage;
import dev.spoor.query.pipeline.EventCorrelation;
import dev.spoor.query.pipeline.EventPattern;
import dev.spoor.query.text.Diagnostic;
import dev.spoor.query.text.QueryException;
import dev.spoor.rule.Fidelity;
import dev.spoor.rule.Rule;
import dev.spoor.rule.RuleGaps;
import dev.spoor.rule.RuleOrigin;
import dev.spoor.rule.exceptions.ElasticException;
import dev.spoor.rule.exceptions.Entry;
import dev.spoor.rule.exceptions.ExceptionCompiler;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.exceptions.ExceptionPart;
import dev.spoor.rule.exceptions.ExceptionProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compiles rules to filter and finisher. Immutable and thread-safe. */
public final class RuleCompiler {
    private static final Set<String> ELASTIC_TYPES = Set.of("query", "saved_query", "eql", "esql", "threshold", "new_terms", "threat_match");
    private static final Set<String> ALWAYS_THERE = Set.of("@timestamp", "event.ingested");
    private final QueryLanguages languages;
    private final MemoryCompiler memory;

    public RuleCompiler(QueryLanguages languages) {
        this.languages = languages;
        this.memory = new MemoryCompiler(languages);
    }

    /**
     * Compiles a rule for the events of one data set.
     *
     * @param context    types and names of the data set
     * @param exceptions what is kept out of the rule's alerts
     */
    public RuleCompilation compile(Rule rule, QueryContext context, List<ExceptionItem> exceptions) {
        Optional<String> obstacle = obstacle(rule);
        if (obstacle.isPresent()) {
            return refused(Fidelity.Status.NOT_RUNNABLE, List.of(obstacle.get()));
        }
        QueryLanguage language = languages.find(rule.language()).orElseThrow();
        Query.Events filters;
        try {
            filters = new DslFilters().compile(rule.settings().filters(), context);
        } catch (QueryException e) {
            return refused(Fidelity.Status.NOT_RUNNABLE, e.diagnostics().stream().map(Diagnostic::message).toList());
        }
        try {
            EventFields fields = EventFields.of(rule.settings().timestampField(), rule.settings().categoryField(), rule.settings().tiebreakerField());
            return new RuleCompilation.Runnable(compiled(rule, language.compile(rule.query(), context.with(fields).with(rule.settings().lookups())), filters, context, exceptions));
        } catch (QueryException e) {
            return refused(rule, e.diagnostics());
        }
    }

    private CompiledRule compiled(Rule rule, Query query, Query.Events filters, QueryContext context, List<ExceptionItem> exceptions) throws QueryException {
        ExceptionCompiler compiler = new ExceptionCompiler(context.types());
        long now = Time.NONE;
        List<String> reasons = new ArrayList<>(query.approximations());
        reasons.addAll(filters.approximations());
        reasons.addAll(notApplied(rule, exceptions));
        Expression filter = switch (query) {
            case Query.Events events -> events.filter();
            case Query.Rows rows -> rows.pipeline().filter();
            case Query.Patterns patterns -> patterns.pattern().filter();
            case Query.Correlations correlations -> correlations.correlation().events().filter();
        };
        if (query instanceof Query.Patterns patterns && !patterns.pattern().cuts().isEmpty()) {
            reasons.add("head and tail count over the whole case, not over each run of the rule");
        }
        Expression places = rule.origin() == RuleOrigin.ELASTIC ? IndexPatterns.condition(rule.indices(), filter, reasons) : Expression.TRUE;
        Expression seen = both(places, both(filters.filter(), timed(rule, context)));
        Finisher finisher = memory.compile(rule, context, reasons);
        Fidelity fidelity = reasons.isEmpty() ? Fidelity.EXACT : new Fidelity(Fidelity.Status.APPROXIMATE, reasons.stream().distinct().toList());
        List<ExceptionItem> whole = exceptions.stream().filter(item -> item.part().equals(ExceptionPart.WHOLE)).toList();
        List<ExceptionItem> onParts = exceptions.stream().filter(item -> !whole.contains(item)).toList();
        return switch (query) {
            case Query.Events _ -> new CompiledRule(rule, all(seen, filter, compiler.compile(whole, now)), finisher, fidelity,
                    query.fields());
            case Query.Patterns patterns -> {
                EventPattern cut = onParts.isEmpty() ? patterns.pattern() : PartExceptions.of(patterns.pattern()).without(onParts, compiler);
                EventPattern pattern = only(cut, seen, compiler.compile(whole, now));
                yield new CompiledRule(rule, pattern.filter(), new Finisher.Pattern(pattern), fidelity, query.fields());
            }
            case Query.Correlations correlations -> {
                EventCorrelation all = correlations.correlation();
                EventCorrelation cut = onParts.isEmpty() ? all : new EventCorrelation(PartExceptions.of(all).without(onParts, compiler), all.root());
                EventCorrelation correlation = new EventCorrelation(only(cut.events(), seen, compiler.compile(whole, now)), cut.root());
                yield new CompiledRule(rule, correlation.events().filter(), new Finisher.Correlation(correlation), fidelity, query.fields());
            }
            case Query.Rows rows -> {
                RowExceptions onRows = RowExceptions.of(rows.pipeline(), whole);
                List<ExceptionItem> onEvents = whole.stream().filter(item -> !onRows.items().contains(item)).toList();
                yield new CompiledRule(rule, all(seen, filter, compiler.compile(onEvents, now)), new Finisher.Table(rows.pipeline(), onRows), fidelity,
                        query.fields());
            }
        };
    }

    private static EventPattern only(EventPattern pattern, Expression seen, Expression exceptions) {
        boolean everything = seen.equals(Expression.TRUE) && exceptions.equals(Expression.FALSE);
        return everything ? pattern : pattern.only(all(seen, Expression.TRUE, exceptions));
    }

    /** An event without the field by which the rule's window is cut is not seen where the rule says so. The time of arrival is always there. */
    private static Expression timed(Rule rule, QueryContext context) {
        Optional<String> field = rule.settings().overrideRequired() ? rule.settings().timestampOverride() : Optional.empty();
        return field.filter(name -> !ALWAYS_THERE.contains(name)).<Expression>map(name -> new Expression.Exists(new ElasticFields(context).resolve(name).ref()))
                .orElse(Expression.TRUE);
    }

    /** What an event must be beside what the query asks. */
    private static Expression both(Expression places, Expression filters) {
        return filters.equals(Expression.TRUE) ? places : places.equals(Expression.TRUE) ? filters : Expression.and(places, filters);
    }

    private static Expression all(Expression seen, Expression filter, Expression exceptions) {
        List<Expression> terms = new ArrayList<>();
        terms.add(filter);
        if (!seen.equals(Expression.TRUE)) {
            terms.add(seen);
        }
        if (!exceptions.equals(Expression.FALSE)) {
            terms.add(Expression.not(exceptions));
        }
        return terms.size() == 1 ? filter : new Expression.And(terms);
    }

    /** What a rule sets and this version does not do. */
    private static List<String> notApplied(Rule rule, List<ExceptionItem> exceptions) {
        List<String> reasons = new ArrayList<>();
        List<String> missing = rule.settings().exceptionLists().stream().filter(list -> !rule.settings().own().lists().contains(list)).toList();
        if (!missing.isEmpty()) {
            reasons.add("exception lists that the rule refers to are not in its file: " + String.join(", ", missing));
        }
        for (String item : rule.settings().own().items()) {
            try {
                ElasticException read = ElasticException.read(item);
                boolean applied = exceptions.stream().anyMatch(one -> one.id().equals(read.id()));
                read.draft().entries().stream().map(Entry::list).flatMap(Optional::stream).filter(_ -> !applied)
                        .forEach(list -> reasons.add("an exception of the rule needs the value list " + list.id() + ", which is not in its file"));
            } catch (ExceptionProblem e) {
                reasons.add("an exception of the rule is not applied: " + e.getMessage());
            }
        }
        return reasons;
    }

    /** Why a rule cannot run whatever its query says. */
    private Optional<String> obstacle(Rule rule) {
        if (rule.type().equals("machine_learning")) {
            return Optional.of("machine learning: the model is not part of the rule");
        }
        if (rule.origin() == RuleOrigin.ELASTIC && !ELASTIC_TYPES.contains(rule.type())) {
            return Optional.of("rules of type " + rule.type() + " cannot be run by this version");
        }
        List<String> gaps = RuleGaps.of(rule);
        if (!gaps.isEmpty()) {
            return Optional.of(gaps.getFirst());
        }
        Optional<String> unable = memory.obstacle(rule.settings().finish());
        if (unable.isPresent()) {
            return unable;
        }
        if (rule.query().isBlank()) {
            return Optional.of(rule.type().equals("saved_query") ? "the rule refers to a saved query, which is not in its file" : "the rule has no query");
        }
        if (languages.find(rule.language()).isEmpty()) {
            return Optional.of("the query language " + rule.language() + " cannot be run by this version");
        }
        return Optional.empty();
    }

    private static RuleCompilation refused(Rule rule, List<Diagnostic> diagnostics) {
        boolean unsupported = diagnostics.stream().allMatch(diagnostic -> diagnostic.kind() == Diagnostic.Kind.UNSUPPORTED);
        return refused(unsupported ? Fidelity.Status.NOT_RUNNABLE : Fidelity.Status.INVALID,
                diagnostics.stream().map(diagnostic -> QueryPlace.told(rule, diagnostic)).toList());
    }

    private static RuleCompilation refused(Fidelity.Status status, List<String> reasons) {
        return new RuleCompilation.Refused(new Fidelity(status, reasons));
    }
}
