package dev.spoor.detect;

import dev.spoor.event.Time;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.languages.QueryLanguages;
import dev.spoor.query.parse.EventFields;
import dev.spoor.query.parse.Query;
import dev.spoor.query.parse.QueryContext;
import dev.spoor.query.parse.QueryLanguage;
import dev.spoor.query.pipeline.EventPattern;
import dev.spoor.query.text.Diagnostic;
import dev.spoor.query.text.QueryException;
import dev.spoor.rule.Fidelity;
import dev.spoor.rule.Rule;
import dev.spoor.rule.RuleOrigin;
import dev.spoor.rule.exceptions.ExceptionCompiler;
import dev.spoor.rule.exceptions.ExceptionItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compiles rules to filter and finisher. Immutable and thread-safe. */
public final class RuleCompiler {
    private static final Set<String> ELASTIC_TYPES = Set.of("query", "saved_query", "eql", "esql");
    private final QueryLanguages languages;

    public RuleCompiler(QueryLanguages languages) {
        this.languages = languages;
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
        try {
            EventFields fields = EventFields.of(rule.settings().timestampField(), rule.settings().categoryField(), rule.settings().tiebreakerField());
            return new RuleCompilation.Runnable(compiled(rule, language.compile(rule.query(), context.with(fields)), context, exceptions));
        } catch (QueryException e) {
            return refused(e.diagnostics());
        }
    }

    private static CompiledRule compiled(Rule rule, Query query, QueryContext context, List<ExceptionItem> exceptions) {
        ExceptionCompiler compiler = new ExceptionCompiler(context.types());
        long now = Time.NONE;
        List<String> reasons = new ArrayList<>(query.approximations());
        reasons.addAll(notApplied(rule));
        Expression filter = switch (query) {
            case Query.Events events -> events.filter();
            case Query.Rows rows -> rows.pipeline().filter();
            case Query.Patterns patterns -> patterns.pattern().filter();
        };
        if (query instanceof Query.Patterns patterns && !patterns.pattern().cuts().isEmpty()) {
            reasons.add("head and tail count over the whole case, not over each run of the rule");
        }
        Expression seen = rule.origin() == RuleOrigin.ELASTIC ? IndexPatterns.condition(rule.indices(), filter, reasons) : Expression.TRUE;
        Fidelity fidelity = reasons.isEmpty() ? Fidelity.EXACT : new Fidelity(Fidelity.Status.APPROXIMATE, reasons);
        return switch (query) {
            case Query.Events _ -> new CompiledRule(rule, all(seen, filter, compiler.compile(exceptions, now)), new Finisher.EachEvent(), fidelity,
                    query.fields());
            case Query.Patterns patterns -> {
                EventPattern pattern = only(patterns.pattern(), seen, compiler.compile(exceptions, now));
                yield new CompiledRule(rule, pattern.filter(), new Finisher.Pattern(pattern), fidelity, query.fields());
            }
            case Query.Rows rows -> {
                RowExceptions onRows = RowExceptions.of(rows.pipeline(), exceptions);
                List<ExceptionItem> onEvents = exceptions.stream().filter(item -> !onRows.items().contains(item)).toList();
                yield new CompiledRule(rule, all(seen, filter, compiler.compile(onEvents, now)), new Finisher.Table(rows.pipeline(), onRows), fidelity,
                        query.fields());
            }
        };
    }

    private static EventPattern only(EventPattern pattern, Expression seen, Expression exceptions) {
        boolean everything = seen.equals(Expression.TRUE) && exceptions.equals(Expression.FALSE);
        return everything ? pattern : pattern.only(all(seen, Expression.TRUE, exceptions));
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
    private static List<String> notApplied(Rule rule) {
        List<String> reasons = new ArrayList<>();
        if (rule.settings().suppression().isPresent()) {
            reasons.add("alert suppression is not applied: each match is an alert");
        }
        rule.settings().nameOverride().ifPresent(field -> reasons.add("alerts keep the rule's name; the rule takes it from " + field));
        if (!rule.settings().exceptionLists().isEmpty()) {
            reasons.add("exception lists that the rule refers to are not in its file: " + String.join(", ", rule.settings().exceptionLists()));
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
        if (!rule.settings().filters().isEmpty()) {
            return Optional.of("the rule has filters beside its query, which this version does not read");
        }
        if (rule.query().isBlank()) {
            return Optional.of("the rule has no query");
        }
        if (languages.find(rule.language()).isEmpty()) {
            return Optional.of("the query language " + rule.language() + " cannot be run by this version");
        }
        return Optional.empty();
    }

    private static RuleCompilation refused(List<Diagnostic> diagnostics) {
        boolean unsupported = diagnostics.stream().allMatch(diagnostic -> diagnostic.kind() == Diagnostic.Kind.UNSUPPORTED);
        return refused(unsupported ? Fidelity.Status.NOT_RUNNABLE : Fidelity.Status.INVALID,
                diagnostics.stream().map(diagnostic -> "line " + diagnostic.line() + ", column " + diagnostic.column() + " of the query: " + diagnostic.message()).toList());
    }

    private static RuleCompilation refused(Fidelity.Status status, List<String> reasons) {
        return new RuleCompilation.Refused(new Fidelity(status, reasons));
    }
}
