package dev.spoor.query.dsl;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.parse.FieldConditions;
import dev.spoor.query.parse.Query;
import dev.spoor.query.parse.QueryContext;
import dev.spoor.query.parse.QueryErrors;
import dev.spoor.query.parse.ValueLists;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes expressions of clauses. Recursion is bounded by the depth that the JSON was read with. Used once, by one thread. */
final class DslQuery {
    private static final Set<String> BOOL = Set.of("must", "filter", "should", "must_not", "minimum_should_match", "boost", "_name", "adjust_pure_negative");
    /** The most combinations that "so many of these" is written out to. */
    private static final int MOST_COMBINATIONS = 200;
    private final DslProblems problems;
    private final FieldConditions conditions;
    private final DslLeaves leaves;

    DslQuery(QueryContext context, DslProblems problems) {
        this.problems = problems;
        this.conditions = new FieldConditions(context, new QueryErrors("", 1), FieldConditions.UnknownNames.MISSING);
        this.leaves = new DslLeaves(context, conditions, problems);
    }

    /** What was read, with the names of its fields and what is only approximated. */
    Query.Events result(Expression filter) {
        return conditions.query(filter);
    }

    Expression clause(JsonNode clause) {
        if (!clause.isObject() || clause.size() != 1) {
            return refused("expected an object with one clause of the Query DSL, found " + (clause.isObject() ? clause.size() + " keys" : "none"));
        }
        Map.Entry<String, JsonNode> only = clause.properties().iterator().next();
        JsonNode body = only.getValue();
        return switch (only.getKey()) {
            case "match_all" -> Expression.TRUE;
            case "match_none" -> Expression.FALSE;
            case "bool" -> bool(body);
            case "constant_score" -> clause(body.path("filter"));
            case "dis_max" -> ValueLists.or(clauses(body.path("queries")));
            case "nested" -> nested(body);
            default -> leaves.leaf(only.getKey(), body);
        };
    }

    private List<Expression> clauses(JsonNode given) {
        List<Expression> all = new ArrayList<>();
        if (given.isArray()) {
            given.forEach(one -> all.add(clause(one)));
        } else if (!given.isMissingNode() && !given.isNull()) {
            all.add(clause(given));
        }
        return all;
    }

    private Expression bool(JsonNode body) {
        body.fieldNames().forEachRemaining(name -> {
            if (!BOOL.contains(name)) {
                problems.add("the option \"" + name + "\" of \"bool\" cannot be run");
            }
        });
        List<Expression> all = new ArrayList<>(clauses(body.path("must")));
        all.addAll(clauses(body.path("filter")));
        List<Expression> some = clauses(body.path("should"));
        int least = some.isEmpty() ? 0 : least(body.path("minimum_should_match"), some.size(), all.isEmpty() ? 1 : 0);
        if (least > 0) {
            all.add(atLeast(least, some));
        }
        clauses(body.path("must_not")).forEach(one -> all.add(Expression.not(one)));
        return all.size() == 1 ? all.getFirst() : new Expression.And(all);
    }

    /** {@code 2}, {@code -1} (all but one), {@code 75%}, {@code -25%}; shares are rounded towards zero. */
    private int least(JsonNode stated, int clauses, int usual) {
        if (stated.isMissingNode() || stated.isNull()) {
            return usual;
        }
        String text = stated.asText().strip();
        if (!text.matches("-?[0-9]{1,6}%?")) {
            problems.add("minimum_should_match \"" + text + "\" cannot be run; it can be a number or a share like 75%");
            return usual;
        }
        boolean share = text.endsWith("%");
        int number = Integer.parseInt(share ? text.substring(0, text.length() - 1) : text);
        int count = share ? (int) ((long) clauses * number / 100) : number;
        return Math.max(0, text.startsWith("-") ? clauses + count : count);
    }

    private Expression atLeast(int least, List<Expression> terms) {
        if (least > terms.size()) {
            return Expression.FALSE;
        }
        if (least == 1) {
            return ValueLists.or(terms);
        }
        if (least == terms.size()) {
            return new Expression.And(terms);
        }
        List<Expression> combinations = new ArrayList<>();
        combine(least, terms, 0, List.of(), combinations);
        return combinations.size() > MOST_COMBINATIONS ? refused("minimum_should_match " + least + " of " + terms.size() + " clauses has too many combinations")
                : new Expression.Or(combinations);
    }

    private static void combine(int least, List<Expression> terms, int from, List<Expression> chosen, List<Expression> combinations) {
        if (chosen.size() == least) {
            combinations.add(new Expression.And(chosen));
            return;
        }
        for (int i = from; i <= terms.size() - (least - chosen.size()) && combinations.size() <= MOST_COMBINATIONS; i++) {
            List<Expression> more = new ArrayList<>(chosen);
            more.add(terms.get(i));
            combine(least, terms, i + 1, more, combinations);
        }
    }

    private Expression nested(JsonNode body) {
        String path = body.path("path").asText("");
        return path.isEmpty() ? refused("\"nested\" needs a path") : new Expression.Nested(path, clause(body.path("query")));
    }

    private Expression refused(String message) {
        problems.add(message);
        return Expression.FALSE;
    }
}
