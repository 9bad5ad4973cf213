package dev.spoor.rule.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.ecs.FieldType;
import dev.spoor.event.Time;
import dev.spoor.rule.exceptions.ElasticException;
import dev.spoor.rule.exceptions.Entry;
import dev.spoor.rule.exceptions.ExceptionDraft;
import dev.spoor.rule.exceptions.ExceptionItem;
import dev.spoor.rule.exceptions.ExceptionPart;
import dev.spoor.rule.exceptions.ExceptionProblem;
import dev.spoor.rule.exceptions.ExceptionScope;
import dev.spoor.rule.exceptions.ValueList;
import dev.spoor.rule.exchange.WrittenExceptions.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Kibana's NDJSON: the line of each exception list, the lines of its items, then the value lists that they name with their values, as Kibana's lists API shows them, and the
 * summary. What Kibana has no place for, the rules of an item, stands under {@code meta.spoor}.
 */
final class ElasticForm {
    private static final String OWN = "spoor-";
    private static final ObjectMapper JSON =
            new ObjectMapper(JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(20).build()).build());
    private final Function<String, FieldType> types;
    private final Map<String, ValueList> lists = new TreeMap<>();

    ElasticForm(Function<String, FieldType> types) {
        this.types = types;
    }

    WrittenExceptions write(List<OutgoingException> items) {
        Map<String, List<ObjectNode>> byList = new LinkedHashMap<>();
        List<String> written = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        for (OutgoingException one : items) {
            try {
                ObjectNode node = item(one);
                byList.computeIfAbsent(node.path("list_id").asText(), _ -> new ArrayList<>()).add(node);
                written.add(one.item().id());
            } catch (NotSayable e) {
                refused.add(new Refusal(one.item().name(), e.getMessage()));
            }
        }
        StringBuilder text = new StringBuilder();
        byList.forEach((id, nodes) -> {
            text.append(container(id)).append('\n');
            nodes.forEach(node -> text.append(node).append('\n'));
        });
        lists.values().forEach(list -> write(list, text));
        if (!written.isEmpty()) {
            ObjectNode sum = JSON.createObjectNode().put("exported_exception_list_count", byList.size()).put("exported_exception_list_item_count", written.size());
            sum.put("missing_exception_list_item_count", 0).putArray("missing_exception_list_items");
            sum.putArray("missing_exception_lists");
            text.append(sum.put("missing_exception_lists_count", 0)).append('\n');
        }
        return new WrittenExceptions(text.toString(), written, refused, lists.isEmpty() ? List.of()
                : List.of("the value lists " + String.join(", ", lists.keySet()) + " stand behind the exceptions; Kibana imports value lists apart, so make them there first"));
    }

    private static ObjectNode container(String id) {
        boolean own = id.startsWith(OWN + "rule-");
        String name = own ? "Exceptions of rule " + id.substring((OWN + "rule-").length()) : id;
        return JSON.createObjectNode().put("list_id", id).put("type", own ? "rule_default" : "detection").put("name", name).put("description", name).put("namespace_type", "single")
                .put("immutable", false).put("version", 1);
    }

    private ObjectNode item(OutgoingException outgoing) throws NotSayable {
        ExceptionItem item = outgoing.item();
        if (item.part().kind() != ExceptionPart.Kind.WHOLE) {
            throw new NotSayable("Elastic asks an exception about every event of a sequence; this one is about " + item.part().text());
        }
        ExceptionScope scope = item.scope();
        String list = switch (scope.kind()) {
            case RULE -> OWN + "rule-" + item.ruleId();
            case LIST -> scope.names().getFirst();
            case RULES, TAG, TECHNIQUE, ALL -> OWN + "shared";
        };
        ObjectNode node = JSON.createObjectNode().put("list_id", list).put("item_id", item.id()).put("type", "simple").put("name", item.name());
        node.put("description", item.comment().isEmpty() ? item.name() : item.comment()).put("namespace_type", "single");
        node.putArray("os_types");
        node.putArray("tags");
        node.putArray("comments");
        item.expires().ifPresent(end -> node.put("expire_time", Time.iso(end)));
        ArrayNode entries = node.putArray("entries");
        for (Entry entry : item.entries()) {
            write(entry, entries.addObject());
        }
        node.put("created_by", item.createdBy()).put("created_at", Time.iso(item.createdAt()));
        node.putObject("meta").putObject("spoor").put("rule", item.ruleId()).put("scope", scope.text());
        return node;
    }

    private void write(Entry entry, ObjectNode node) throws NotSayable {
        node.put("field", entry.field());
        if (entry.operator() == Entry.Operator.NESTED) {
            ArrayNode inner = node.put("type", "nested").putArray("entries");
            for (Entry one : entry.nested()) {
                if (one.operator() != Entry.Operator.IS && one.operator() != Entry.Operator.IS_ONE_OF && one.operator() != Entry.Operator.EXISTS) {
                    throw new NotSayable("Elastic knows is, is one of and exists in nested conditions, and " + entry.field() + " has " + one.operator().word());
                }
                write(one, inner.addObject());
            }
            return;
        }
        if (entry.operator() != Entry.Operator.EXISTS && entry.operator() != Entry.Operator.IN_NETWORK) {
            if (PlainEntries.needsFolding(entry)) {
                throw PlainEntries.foldingRefused(entry, "Elastic");
            }
            FieldType type = types.apply(entry.field());
            if (entry.list().isEmpty() && (type == FieldType.TEXT || type == FieldType.MATCH_ONLY_TEXT)) {
                throw new NotSayable("Elastic looks for words in " + entry.field() + ", which is of type text; name the keyword field");
            }
        }
        node.put("operator", entry.negated() ? "excluded" : "included");
        switch (entry.operator()) {
            case IS -> node.put("type", "match").put("value", entry.values().getFirst());
            case IS_ONE_OF -> entry.values().forEach(node.put("type", "match_any").putArray("value")::add);
            case EXISTS -> node.put("type", "exists");
            case MATCHES -> node.put("type", "wildcard").put("value", entry.values().getFirst());
            case IS_IN_LIST -> list(node, new ValueList(entry.list().orElseThrow().id(), entry.list().orElseThrow().type(), entry.values(), "", 0));
            case IN_NETWORK -> list(node, new ValueList(OWN + "networks-" + Integer.toHexString(entry.values().hashCode()), ValueList.Type.IP_RANGE, ranges(entry), "", 0));
            case NESTED -> throw new IllegalArgumentException(entry.toString());
        }
    }

    private static List<String> ranges(Entry entry) throws NotSayable {
        List<String> blocks = new ArrayList<>();
        for (String value : entry.values()) {
            blocks.addAll(Networks.blocks(value));
        }
        return blocks.stream().distinct().toList();
    }

    private void list(ObjectNode node, ValueList list) {
        lists.put(list.id(), list);
        node.put("type", "list").putObject("list").put("id", list.id()).put("type", list.type().word());
    }

    private static void write(ValueList list, StringBuilder text) {
        text.append(JSON.createObjectNode().put("id", list.id()).put("type", list.type().word()).put("name", list.id()).put("description", list.id()).put("immutable", false)
                .put("version", 1)).append('\n');
        for (String value : list.values()) {
            text.append(JSON.createObjectNode().put("list_id", list.id()).put("type", list.type().word()).put("value", value)).append('\n');
        }
    }

    static ReadExceptions read(String text) {
        List<ReadExceptions.Item> items = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        Map<String, ValueList.Type> kinds = new TreeMap<>();
        Map<String, List<String>> values = new TreeMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank()) {
                take(line, "line " + number, items, refused, kinds, values);
            }
        }
        List<ValueList> lists = new ArrayList<>();
        kinds.forEach((id, kind) -> lists.add(new ValueList(id, kind, values.getOrDefault(id, List.of()).stream().distinct().toList(), "", 0)));
        return new ReadExceptions(items, lists, refused);
    }

    private static void take(String line, String where, List<ReadExceptions.Item> items, List<Refusal> refused, Map<String, ValueList.Type> kinds,
            Map<String, List<String>> values) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            refused.add(new Refusal(where, "it is not JSON: " + e.getOriginalMessage()));
            return;
        }
        if (node.has("entries")) {
            try {
                items.add(item(node, line));
            } catch (ExceptionProblem e) {
                refused.add(new Refusal(node.path("name").asText(where), e.getMessage()));
            }
        } else if (node.has("list_id") && node.has("value")) {
            values.computeIfAbsent(node.path("list_id").asText(), _ -> new ArrayList<>()).add(node.path("value").asText());
            ValueList.Type.of(node.path("type").asText()).ifPresent(type -> kinds.putIfAbsent(node.path("list_id").asText(), type));
        } else if (!node.has("list_id") && node.has("id") && ValueList.Type.of(node.path("type").asText()).isPresent()) {
            kinds.put(node.path("id").asText(), ValueList.Type.of(node.path("type").asText()).orElseThrow());
        } else if (node.has("rule_id")) {
            refused.add(new Refusal(node.path("name").asText(where), "it is a rule; rules are read by spoor detect, with the exceptions behind them"));
        } else if (!node.has("list_id") && !node.has("exported_exception_list_count")) {
            refused.add(new Refusal(where, "it is neither an exception nor a list"));
        }
    }

    private static ReadExceptions.Item item(JsonNode node, String line) throws ExceptionProblem {
        ElasticException read = ElasticException.read(line);
        ExceptionDraft draft = read.draft();
        JsonNode own = node.path("meta").path("spoor");
        String list = node.path("list_id").asText("");
        if (!own.isObject()) {
            return new ReadExceptions.Item(read.id(), draft, List.of(list));
        }
        ExceptionScope scope = ExceptionScope.parse(own.path("scope").asText("rule"));
        String comment = draft.comment().equals(draft.name()) ? "" : draft.comment();
        return new ReadExceptions.Item(node.path("item_id").asText(""), new ExceptionDraft(draft.name(), draft.entries(), comment, draft.expires(), scope),
                List.of(own.path("rule").asText("")));
    }
}
