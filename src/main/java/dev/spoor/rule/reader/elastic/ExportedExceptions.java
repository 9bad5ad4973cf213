package dev.spoor.rule.reader.elastic;

import static dev.spoor.rule.reader.elastic.ElasticRuleTree.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spoor.rule.Rule;
import dev.spoor.rule.RuleSettings.OwnExceptions;
import dev.spoor.rule.reader.RuleReading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The exception lists and exceptions that stand behind the rules in an export of Kibana. Used for one file. */
final class ExportedExceptions {
    private final Map<String, List<Item>> lists = new LinkedHashMap<>();

    /** An exception and its line. */
    private record Item(String json, int line) {}

    /** Takes an object; false if it belongs to no exception list. */
    boolean take(JsonNode tree, int line) {
        String list = text(tree, "list_id");
        if (list.isEmpty()) {
            return false;
        }
        List<Item> items = lists.computeIfAbsent(list, _ -> new ArrayList<>());
        if (tree.has("entries")) {
            items.add(new Item(tree.toString(), line));
        }
        return true;
    }

    /** The readings with each rule's exceptions put to it; what no rule refers to comes behind them. */
    List<RuleReading> attached(String path, List<RuleReading> readings) {
        Set<String> used = new HashSet<>();
        List<RuleReading> all = new ArrayList<>();
        for (RuleReading reading : readings) {
            all.add(reading instanceof RuleReading.Read(Rule rule) ? new RuleReading.Read(attached(rule, used)) : reading);
        }
        lists.forEach((list, items) -> {
            if (!used.contains(list)) {
                items.forEach(item -> all.add(new RuleReading.NotARule(path, "line " + item.line() + ": an exception of the list " + list + ", which no rule of the file has")));
            }
        });
        return all;
    }

    private Rule attached(Rule rule, Set<String> used) {
        List<String> found = rule.settings().exceptionLists().stream().filter(lists::containsKey).distinct().toList();
        used.addAll(found);
        List<String> items = found.stream().flatMap(list -> lists.get(list).stream()).map(Item::json).toList();
        return found.isEmpty() ? rule : rule.with(rule.settings().with(new OwnExceptions(found, items)));
    }
}
