package dev.spoor.query.dsl;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.parse.Query;
import dev.spoor.query.parse.QueryContext;
import dev.spoor.query.text.QueryException;
import java.util.ArrayList;
import java.util.List;

/**
 * The filters that a rule has beside its query: an event must satisfy all of them. Kibana's {@code meta} switches a filter off ({@code disabled}), turns it round
 * ({@code negate}) or joins several ({@code combined}). Immutable and thread-safe.
 */
public final class DslFilters {
    /** The deepest nesting of a filter's JSON, which bounds the recursion over its clauses. */
    private static final int DEPTH = 100;
    private final ObjectMapper mapper = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH).build()).build());

    /**
     * The conjunction of some filters.
     *
     * @param filters JSON texts
     * @param context types of the data set, and what {@code now} means
     * @return true where there are none
     * @throws QueryException with every construct that cannot be run, each naming its filter
     */
    public Query.Events compile(List<String> filters, QueryContext context) throws QueryException {
        DslProblems problems = new DslProblems();
        DslQuery query = new DslQuery(context, problems);
        List<Expression> terms = new ArrayList<>();
        for (String filter : filters) {
            problems.begin("filter " + (terms.size() + 1));
            terms.add(filter(read(filter, problems), query, problems));
        }
        problems.check();
        return query.result(switch (terms.size()) {
            case 0 -> Expression.TRUE;
            case 1 -> terms.getFirst();
            default -> new Expression.And(terms);
        });
    }

    private JsonNode read(String filter, DslProblems problems) {
        try {
            return mapper.readTree(filter);
        } catch (JsonProcessingException e) {
            problems.add("it is no JSON: " + e.getOriginalMessage());
            return mapper.missingNode();
        }
    }

    private Expression filter(JsonNode filter, DslQuery query, DslProblems problems) {
        JsonNode meta = filter.path("meta");
        if (filter.isMissingNode() || meta.path("disabled").asBoolean()) {
            return Expression.TRUE;
        }
        Expression asked = meta.path("type").asText().equals("combined") ? combined(meta, query, problems) : query.clause(clause(filter));
        return meta.path("negate").asBoolean() ? Expression.not(asked) : asked;
    }

    private Expression combined(JsonNode meta, DslQuery query, DslProblems problems) {
        List<Expression> terms = new ArrayList<>();
        meta.path("params").forEach(one -> terms.add(filter(one, query, problems)));
        return meta.path("relation").asText().equals("OR") ? new Expression.Or(terms) : new Expression.And(terms);
    }

    /** Older filters have their clause beside {@code meta}. */
    private static JsonNode clause(JsonNode filter) {
        JsonNode query = filter.path("query");
        return query.isObject() && !query.isEmpty() || !(filter instanceof ObjectNode object) ? query : object.deepCopy().without(List.of("meta", "$state", "query"));
    }
}
