package dev.spoor.query.dsl;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spoor.ecs.FieldType;
import dev.spoor.query.expr.Expression;
import dev.spoor.query.parse.FieldConditions;
import dev.spoor.query.parse.Fit;
import dev.spoor.query.parse.Limit;
import dev.spoor.query.parse.QueryContext;
import dev.spoor.query.parse.TypedMatch;
import dev.spoor.query.parse.ValueLists;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes expressions of clauses that ask one field. Used by one {@link DslQuery}. */
final class DslLeaves {
    private static final Set<String> LEAVES = Set.of("term", "match", "match_phrase", "match_phrase_prefix", "range", "wildcard", "prefix", "regexp");
    private static final Set<String> TERMS_OPTIONS = Set.of("boost", "_name");
    private static final Set<String> RANGE_OPTIONS = Set.of("gt", "gte", "lt", "lte", "from", "to", "include_lower", "include_upper", "format", "time_zone");
    private static final Set<String> FORMATS = Set.of("strict_date_optional_time", "date_optional_time", "strict_date_optional_time_nanos", "epoch_millis");
    private final QueryContext context;
    private final FieldConditions conditions;
    private final DslProblems problems;
    private final TypedMatch match;
    private final DslFits fits;

    DslLeaves(QueryContext context, FieldConditions conditions, DslProblems problems) {
        this.context = context;
        this.conditions = conditions;
        this.problems = problems;
        this.match = new TypedMatch(context.now(), context.zone());
        this.fits = new DslFits(match, problems);
    }

    Expression leaf(String clause, JsonNode body) {
        return switch (clause) {
            case "exists" -> exists(body);
            case "ids" -> terms("_id", body.path("values"));
            case "terms" -> terms(body);
            default -> LEAVES.contains(clause) ? field(clause, body) : refused("the clause \"" + clause + "\" of Elasticsearch's Query DSL cannot be run");
        };
    }

    private Expression exists(JsonNode body) {
        String name = body.path("field").asText("");
        if (name.isEmpty()) {
            return refused("\"exists\" needs a field");
        }
        return name.indexOf('*') >= 0 ? conditions.exists(DslFits.pattern(name)) : conditions.exists(name, 0);
    }

    private Expression terms(JsonNode body) {
        List<Map.Entry<String, JsonNode>> fields = body.properties().stream().filter(entry -> !TERMS_OPTIONS.contains(entry.getKey())).toList();
        if (fields.size() != 1 || !fields.getFirst().getValue().isArray()) {
            return refused("\"terms\" needs one field with a list of values; terms looked up in another document cannot be run");
        }
        return terms(fields.getFirst().getKey(), fields.getFirst().getValue());
    }

    private Expression terms(String field, JsonNode values) {
        List<Expression> any = new ArrayList<>();
        values.forEach(value -> any.add(asked(field, type -> fits.term(type, value.asText(), false))));
        return any.isEmpty() ? Expression.FALSE : ValueLists.or(any);
    }

    private Expression field(String clause, JsonNode body) {
        if (body.size() != 1 || !body.isObject()) {
            return refused("\"" + clause + "\" needs one field, found " + body.size());
        }
        Map.Entry<String, JsonNode> only = body.properties().iterator().next();
        DslOptions options = new DslOptions(clause, only.getKey(), only.getValue());
        return clause.equals("range") ? range(options) : fits.of(options).map(fit -> asked(options.field(), fit)).orElse(Expression.FALSE);
    }

    private Expression range(DslOptions options) {
        options.allow(RANGE_OPTIONS, problems);
        for (String format : options.text("format").split("\\|\\|")) {
            if (!format.isEmpty() && !FORMATS.contains(format)) {
                return refused("the date format \"" + format + "\" of \"range\" cannot be read");
            }
        }
        JsonNode body = options.value();
        Optional<Limit> low = limit(body, "gt", "gte", "from", "include_lower");
        Optional<Limit> high = limit(body, "lt", "lte", "to", "include_upper");
        if (low.isEmpty() && high.isEmpty()) {
            return conditions.exists(options.field(), 0);
        }
        TypedMatch zoned = zoned(options.text("time_zone"));
        return asked(options.field(), type -> zoned.range(type, low, high));
    }

    private static Optional<Limit> limit(JsonNode body, String exclusive, String inclusive, String old, String flag) {
        if (body.hasNonNull(inclusive)) {
            return Optional.of(new Limit(body.get(inclusive).asText(), true));
        }
        if (body.hasNonNull(exclusive)) {
            return Optional.of(new Limit(body.get(exclusive).asText(), false));
        }
        return body.hasNonNull(old) ? Optional.of(new Limit(body.get(old).asText(), body.path(flag).asBoolean(true))) : Optional.empty();
    }

    private TypedMatch zoned(String zone) {
        if (zone.isEmpty()) {
            return match;
        }
        try {
            return new TypedMatch(context.now(), ZoneId.of(zone));
        } catch (DateTimeException e) {
            problems.add("the time zone \"" + zone + "\" of \"range\" is not known (" + e.getMessage() + ")");
            return match;
        }
    }

    private Expression asked(String field, Function<FieldType, Fit> fit) {
        return conditions.named(field, 0, 0, fit);
    }

    private Expression refused(String message) {
        problems.add(message);
        return Expression.FALSE;
    }
}
