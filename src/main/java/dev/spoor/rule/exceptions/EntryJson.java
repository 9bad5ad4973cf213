package dev.spoor.rule.exceptions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The conditions of an exception as JSON, in Spoor's form and in that of Elastic Security's exceptions API; see {@link ExceptionJson}. */
final class EntryJson {
    /** The most values of an entry. */
    static final int MAX_VALUES = 1_000;
    private static final Set<String> KEYS = Set.of("field", "operator", "negated", "value", "values", "ignore_case", "list", "entries");
    private static final Set<String> ELASTIC_KEYS = Set.of("field", "operator", "type", "value", "list", "id", "entries");
    private static final Set<String> LIST_KEYS = Set.of("id", "type");
    private static final Map<String, Entry.Operator> ELASTIC = Map.of("match", Entry.Operator.IS, "match_any", Entry.Operator.IS_ONE_OF, "exists", Entry.Operator.EXISTS,
            "wildcard", Entry.Operator.MATCHES, "list", Entry.Operator.IS_IN_LIST, "cidr", Entry.Operator.IN_NETWORK, "nested", Entry.Operator.NESTED);

    private EntryJson() {}

    static Entry read(JsonNode entry, String where) throws ExceptionProblem {
        boolean elastic = entry.has("type");
        JsonParts.object(entry, where, elastic ? ELASTIC_KEYS : KEYS);
        String field = JsonParts.text(entry, "field", where);
        if (field.isEmpty()) {
            throw new ExceptionProblem("\"field\" of " + where + ": expected the name of a field, found nothing");
        }
        Entry.Operator operator = elastic ? elasticOperator(entry, where) : operator(entry, where);
        boolean negated = elastic ? excluded(entry, where) : JsonParts.flag(entry, "negated", where);
        boolean ignoreCase = JsonParts.flag(entry, "ignore_case", where);
        List<String> values = values(entry, where);
        check(operator, values, where);
        if (operator == Entry.Operator.NESTED) {
            return nested(field, negated, entry, where);
        }
        if (entry.has("entries")) {
            throw new ExceptionProblem("\"entries\" of " + where + ": only nested takes entries");
        }
        if (operator == Entry.Operator.IS_IN_LIST) {
            return Entry.inList(field, negated, list(entry.path("list"), where), ignoreCase);
        }
        if (entry.has("list")) {
            throw new ExceptionProblem("\"list\" of " + where + ": " + operator.word() + " takes no list");
        }
        return new Entry(field, operator, negated, values, ignoreCase);
    }

    private static Entry nested(String path, boolean negated, JsonNode entry, String where) throws ExceptionProblem {
        JsonNode given = entry.path("entries");
        if (negated || !given.isArray() || given.isEmpty() || given.size() > ExceptionJson.MAX_ENTRIES) {
            throw new ExceptionProblem("\"entries\" of " + where + ": nested takes 1 to " + ExceptionJson.MAX_ENTRIES + " entries and is never negated, found "
                    + JsonParts.found(given));
        }
        List<Entry> inner = new ArrayList<>();
        for (JsonNode one : given) {
            Entry read = read(one, "entry " + (inner.size() + 1) + " in " + where);
            if (read.operator() == Entry.Operator.NESTED || read.operator() == Entry.Operator.IS_IN_LIST) {
                throw new ExceptionProblem("\"entries\" of " + where + ": an entry in nested is neither nested nor on a list");
            }
            inner.add(read);
        }
        return Entry.nested(path, inner);
    }

    private static void check(Entry.Operator operator, List<String> values, String where) throws ExceptionProblem {
        int most = switch (operator) {
            case EXISTS, IS_IN_LIST, NESTED -> 0;
            case IS, MATCHES -> 1;
            case IS_ONE_OF, IN_NETWORK -> MAX_VALUES;
        };
        if (values.size() < Math.min(1, most) || values.size() > most) {
            throw new ExceptionProblem("\"value\" of " + where + ": " + operator.word() + " takes " + (most == 0 ? "no value" : most == 1 ? "one value"
                    : "1 to " + MAX_VALUES + " values") + ", found " + values.size());
        }
        Optional<String> wrong = operator == Entry.Operator.IN_NETWORK ? values.stream().filter(value -> !ValueList.network(value)).findFirst() : Optional.empty();
        if (wrong.isPresent()) {
            throw new ExceptionProblem("\"value\" of " + where + ": expected an address, a block (10.0.0.0/8) or a range (10.0.0.1-10.0.0.9), found '" + wrong.get() + "'");
        }
    }

    private static Entry.Operator operator(JsonNode entry, String where) throws ExceptionProblem {
        String word = JsonParts.text(entry, "operator", where);
        for (Entry.Operator operator : Entry.Operator.values()) {
            if (operator.word().equals(word)) {
                return operator;
            }
        }
        throw new ExceptionProblem(
                "\"operator\" of " + where + ": expected is, is_one_of, exists, matches, is_in_list, in_network or nested, found " + JsonParts.found(entry.path("operator")));
    }

    private static Entry.Operator elasticOperator(JsonNode entry, String where) throws ExceptionProblem {
        Entry.Operator operator = ELASTIC.get(JsonParts.text(entry, "type", where));
        if (operator == null) {
            throw new ExceptionProblem(
                    "\"type\" of " + where + ": expected match, match_any, exists, wildcard, list, cidr or nested, found " + JsonParts.found(entry.path("type")));
        }
        return operator;
    }

    private static boolean excluded(JsonNode entry, String where) throws ExceptionProblem {
        return switch (JsonParts.text(entry, "operator", where)) {
            case "", "included" -> false;
            case "excluded" -> true;
            default -> throw new ExceptionProblem("\"operator\" of " + where + ": expected included or excluded, found " + JsonParts.found(entry.path("operator")));
        };
    }

    private static Entry.ListName list(JsonNode list, String where) throws ExceptionProblem {
        String place = "\"list\" of " + where;
        JsonParts.object(list, place, LIST_KEYS);
        String id = JsonParts.text(list, "id", place);
        if (id.isEmpty()) {
            throw new ExceptionProblem("\"id\" in " + place + ": expected the name of a list, found nothing");
        }
        String word = JsonParts.text(list, "type", place);
        ValueList.Type type = ValueList.Type.of(word)
                .orElseThrow(() -> new ExceptionProblem("\"type\" in " + place + ": expected keyword, ip, ip_range or text, found " + JsonParts.found(list.path("type"))));
        return new Entry.ListName(id, type);
    }

    private static List<String> values(JsonNode entry, String where) throws ExceptionProblem {
        if (entry.has("value") && entry.has("values")) {
            throw new ExceptionProblem("\"value\" and \"values\" of " + where + ": expected one of them, found both");
        }
        JsonNode given = entry.has("value") ? entry.get("value") : entry.path("values");
        List<String> values = new ArrayList<>();
        if (given.isMissingNode() || given.isNull()) {
            return values;
        }
        for (JsonNode value : given.isArray() ? given : List.of(given)) {
            if (!value.isValueNode() || value.isNull()) {
                throw new ExceptionProblem("\"value\" of " + where + ": expected a text, number or boolean, found " + JsonParts.found(value));
            }
            values.add(value.asText());
        }
        return values;
    }

    static void write(Entry entry, ObjectNode written) {
        written.put("field", entry.field()).put("operator", entry.operator().word()).put("negated", entry.negated());
        if (entry.operator() == Entry.Operator.NESTED) {
            ArrayNode inner = written.putArray("entries");
            entry.nested().forEach(one -> write(one, inner.addObject()));
            return;
        }
        if (entry.list().isPresent()) {
            written.putObject("list").put("id", entry.list().get().id()).put("type", entry.list().get().type().word());
        } else {
            ArrayNode values = written.putArray("values");
            entry.values().forEach(values::add);
        }
        written.put("ignore_case", entry.ignoreCase());
    }
}
