package dev.spoor.query.sigma;

import dev.spoor.query.expr.Expression;
import dev.spoor.query.parse.ValueLists;
import java.util.ArrayList;
import java.util.List;

/** Makes a condition of one detection: a map (all must hold), a list of maps (any), keywords (any). Used for one rule, by one thread. */
final class Detections {
    private final ItemLowering items;
    private final Problems problems;

    Detections(ItemLowering items, Problems problems) {
        this.items = items;
        this.problems = problems;
    }

    Expression detection(YamlNode node) {
        return switch (node) {
            case YamlNode.Entries(List<YamlNode.Entry> entries, int _, int _) -> map(node, entries);
            case YamlNode.Items(List<YamlNode> list, int _, int _) -> list(node, list);
            case YamlNode.Text text when text.none() -> empty(node);
            case YamlNode.Text text -> items.item(new FieldKey("", List.of(), text), text);
        };
    }

    private Expression empty(YamlNode node) {
        problems.semantic(node, "The detection is empty.");
        return Expression.FALSE;
    }

    private Expression map(YamlNode node, List<YamlNode.Entry> entries) {
        if (entries.isEmpty()) {
            return empty(node);
        }
        List<Expression> terms = new ArrayList<>();
        for (YamlNode.Entry entry : entries) {
            boolean keywords = entry.key().text().startsWith("|") || entry.key().text().isEmpty();
            if (!keywords && entry.value() instanceof YamlNode.Entries) {
                problems.semantic(entry.value(), "A field is compared with values or a list of values, not with a map.");
            } else if (entry.value() instanceof YamlNode.Items(List<YamlNode> values, int _, int _) && values.isEmpty()) {
                problems.semantic(entry.key(), "The list of values is empty.");
            } else {
                terms.add(items.item(FieldKey.of(entry.key()), entry.value()));
            }
        }
        return terms.size() == 1 ? terms.getFirst() : new Expression.And(terms);
    }

    private Expression list(YamlNode node, List<YamlNode> list) {
        if (list.isEmpty()) {
            return empty(node);
        }
        List<Expression> terms = new ArrayList<>();
        for (YamlNode one : list) {
            terms.add(detection(one));
        }
        return terms.size() == 1 ? terms.getFirst() : ValueLists.or(terms);
    }
}
