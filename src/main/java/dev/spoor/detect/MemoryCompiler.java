package dev.spoor.detect;

import dev.spoor.query.dsl.DslFilters;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.languages.QueryLanguages;
import dev.spoor.query.parse.Query;
import dev.spoor.query.parse.QueryContext;
import dev.spoor.query.parse.QueryLanguage;
import dev.spoor.query.text.QueryException;
import dev.spoor.rule.Finish;
import dev.spoor.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compiles what a rule of Elastic does with the events of its query to what it remembers of them. */
final class MemoryCompiler {
    private final QueryLanguages languages;

    MemoryCompiler(QueryLanguages languages) {
        this.languages = languages;
    }

    /** Why a rule cannot do what it asks for, whatever its query says. */
    Optional<String> obstacle(Finish finish) {
        return switch (finish) {
            case Finish.None _, Finish.Threshold _, Finish.NewTerms _ -> Optional.empty();
            case Finish.MachineLearning _ -> Optional.of("machine learning: the model is not part of the rule");
            case Finish.IndicatorMatch match -> obstacle(match);
        };
    }

    private Optional<String> obstacle(Finish.IndicatorMatch match) {
        if (!match.query().isBlank() && languages.find(match.language()).isEmpty()) {
            return Optional.of("the query language " + match.language() + " of the indicators cannot be run by this version");
        }
        boolean some = match.mappings().stream().anyMatch(pairs -> pairs.stream().anyMatch(pair -> !pair.negated()));
        return some ? Optional.empty() : Optional.of("the rule does not state which fields must agree with an indicator");
    }

    /**
     * What remains of a rule behind its filter.
     *
     * @param reasons receives a sentence for each thing that is done in another way
     * @throws QueryException if the query for indicators is wrong
     */
    Finisher compile(Rule rule, QueryContext context, List<String> reasons) throws QueryException {
        return switch (rule.settings().finish()) {
            case Finish.None _, Finish.MachineLearning _ -> new Finisher.EachEvent();
            case Finish.Threshold threshold -> new Finisher.Remembering(new Memory.Threshold(fields(threshold.fields(), context), Math.max(1, threshold.value()),
                    threshold.cardinality().stream().map(one -> new Memory.Cardinality(TypedField.of(one.field(), context), one.value())).toList(),
                    replay(rule, context, reasons)));
            case Finish.NewTerms terms -> new Finisher.Remembering(new Memory.NewTerms(fields(terms.fields(), context),
                    Replay.offset(Optional.of(terms.historyStart()), "now-7d", reasons), replay(rule, context, reasons)));
            case Finish.IndicatorMatch match -> new Finisher.Remembering(indicators(match, context, reasons));
        };
    }

    private static List<TypedField> fields(List<String> names, QueryContext context) {
        return names.stream().map(name -> TypedField.of(name, context)).toList();
    }

    private static Replay replay(Rule rule, QueryContext context, List<String> reasons) {
        return Replay.of(rule.schedule(), rule.settings().timestampOverride().map(name -> TypedField.of(name, context)), reasons);
    }

    private Memory.Indicators indicators(Finish.IndicatorMatch match, QueryContext context, List<String> reasons) throws QueryException {
        Expression filter = Expression.TRUE;
        if (!match.query().isBlank()) {
            QueryLanguage language = languages.find(match.language()).orElseThrow();
            Query query = language.compile(match.query(), context);
            reasons.addAll(query.approximations());
            filter = query instanceof Query.Events events ? events.filter() : Expression.FALSE;
        }
        Query.Events filters = new DslFilters().compile(match.filters(), context);
        reasons.addAll(filters.approximations());
        Expression listed = Expression.and(filter, filters.filter());
        Expression placed = Expression.and(listed, IndexPatterns.condition(match.indices(), filter, new ArrayList<>()));
        List<List<Memory.Pair>> alternatives = new ArrayList<>();
        for (List<Finish.Pair> pairs : match.mappings()) {
            if (pairs.stream().allMatch(Finish.Pair::negated)) {
                reasons.add("a part of the mapping states only what must not agree, and is left out");
                continue;
            }
            alternatives.add(pairs.stream().map(pair -> pair(pair, context, reasons)).toList());
        }
        return new Memory.Indicators(placed, listed, alternatives, match.indicatorPath());
    }

    private static Memory.Pair pair(Finish.Pair pair, QueryContext context, List<String> reasons) {
        TypedField field = TypedField.of(pair.field(), context);
        if (field.type().analysed()) {
            reasons.add(pair.field() + " is compared with indicators as a whole, not word by word");
        }
        return new Memory.Pair(field, TypedField.of(pair.indicatorField(), context), pair.negated());
    }
}
