package dev.spoor.query.sigma;

import dev.spoor.event.Time;
import dev.spoor.query.pipeline.EventCorrelation.Bound;
import dev.spoor.query.pipeline.EventCorrelation.Measure;
import dev.spoor.query.pipeline.EventCorrelation.Relation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A document that correlates, in its parts.
 *
 * @param rules   names of rules and correlations
 * @param values  the fields that are measured
 * @param aliases for a name of the group and a rule, the field in this rule
 */
record SigmaCorrelation(Measure measure, List<YamlNode.Text> rules, List<String> group, long timespan, List<String> values, List<Bound> bounds, OptionalDouble percent,
        Map<String, Map<String, String>> aliases) {
    private static final Map<String, Measure> TYPES = Map.of("event_count", Measure.EVENTS, "value_count", Measure.VALUES, "temporal", Measure.RULES, "temporal_ordered",
            Measure.RULES_IN_ORDER, "value_sum", Measure.SUM, "value_avg", Measure.AVERAGE, "value_median", Measure.MEDIAN, "value_percentile", Measure.PERCENTILE);
    private static final Map<String, Relation> RELATIONS =
            Map.of("lt", Relation.LESS, "lte", Relation.LESS_OR_EQUAL, "gt", Relation.GREATER, "gte", Relation.GREATER_OR_EQUAL, "eq",
                    Relation.EQUAL, "neq", Relation.NOT_EQUAL);
    private static final Map<Character, Long> UNITS =
            Map.of('s', Time.SECOND, 'm', 60 * Time.SECOND, 'h', 3_600 * Time.SECOND, 'd', 86_400 * Time.SECOND, 'w', 604_800 * Time.SECOND,
                    'M', 2_592_000 * Time.SECOND, 'y', 31_536_000 * Time.SECOND);

    /** What a condition asks. */
    private record Asked(List<Bound> bounds, List<String> values, OptionalDouble percent) {}

    /** Takes a document apart; empty, and told, where something is wrong. */
    static Optional<SigmaCorrelation> of(YamlNode.Entries document, Problems problems) {
        YamlNode node = document.get("correlation").orElse(document);
        if (!(node instanceof YamlNode.Entries map)) {
            problems.syntax(node, "A correlation is a map with type, rules and timespan.");
            return Optional.empty();
        }
        String type = SigmaRule.text(map, "type").orElse("");
        Measure measure = TYPES.get(type);
        if (measure == null) {
            problems.semantic(map.get("type").orElse(map), type.isEmpty() ? "The correlation has no type." : "There is no correlation of type \"" + type + "\"; there are "
                    + String.join(", ", TYPES.keySet().stream().sorted().toList()) + ".");
            return Optional.empty();
        }
        List<YamlNode.Text> rules = texts(map, "rules", problems);
        if (rules.isEmpty()) {
            problems.semantic(map, "The correlation names no rules.");
        }
        boolean temporal = measure == Measure.RULES || measure == Measure.RULES_IN_ORDER;
        Asked asked = condition(map, problems);
        if (!temporal && asked.bounds().isEmpty()) {
            problems.semantic(map, "A correlation of type " + type + " needs a condition such as gte: 10.");
        }
        if (!temporal && measure != Measure.EVENTS && asked.values().isEmpty()) {
            problems.semantic(map, "The condition of type " + type + " needs a field.");
        }
        if (measure == Measure.PERCENTILE && asked.percent().isEmpty()) {
            problems.semantic(map, "The condition of type value_percentile needs a percentile between 0 and 100.");
        }
        List<Bound> bounds = measure == Measure.RULES && asked.bounds().isEmpty() ? List.of(new Bound(Relation.GREATER_OR_EQUAL, rules.size())) : asked.bounds();
        List<String> group = texts(map, "group-by", problems).stream().map(YamlNode.Text::text).toList();
        return Optional.of(new SigmaCorrelation(measure, rules, group, timespan(map, problems), asked.values(), bounds, asked.percent(), aliases(map, problems)));
    }

    private static List<YamlNode.Text> texts(YamlNode.Entries map, String key, Problems problems) {
        List<YamlNode.Text> texts = new ArrayList<>();
        for (YamlNode node : map.get(key).map(YamlNode::list).orElse(List.of())) {
            if (node instanceof YamlNode.Text text) {
                texts.add(text);
            } else {
                problems.semantic(node, "A list of names was expected under " + key + ".");
            }
        }
        return texts;
    }

    private static long timespan(YamlNode.Entries map, Problems problems) {
        String text = SigmaRule.text(map, "timespan").or(() -> SigmaRule.text(map, "timeframe")).orElse("");
        Long unit = text.isEmpty() ? null : UNITS.get(text.charAt(text.length() - 1));
        if (unit == null || !text.substring(0, text.length() - 1).matches("[0-9]{1,6}")) {
            problems.semantic(map.get("timespan").orElse(map), text.isEmpty() ? "The correlation has no timespan." : "\"" + text + "\" is no timespan; write 30s, 10m, 1h or 7d.");
            return 0;
        }
        return Long.parseLong(text.substring(0, text.length() - 1)) * unit;
    }

    private static Asked condition(YamlNode.Entries map, Problems problems) {
        List<Bound> bounds = new ArrayList<>();
        List<String> values = new ArrayList<>();
        OptionalDouble percent = OptionalDouble.empty();
        Optional<YamlNode> condition = map.get("condition");
        if (condition.isPresent() && !(condition.get() instanceof YamlNode.Entries)) {
            problems.unsupported(condition.get(), "A condition in words over the rules of a correlation is not there yet; the condition is a map such as gte: 10.");
        }
        for (YamlNode.Entry entry : condition.isPresent() && condition.get() instanceof YamlNode.Entries parts ? parts.entries() : List.<YamlNode.Entry>of()) {
            String key = entry.key().text();
            String text = entry.value() instanceof YamlNode.Text value ? value.text() : "";
            boolean number = text.matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?");
            if (RELATIONS.containsKey(key) && number) {
                bounds.add(new Bound(RELATIONS.get(key), Double.parseDouble(text)));
            } else if (key.equals("field")) {
                YamlNode.list(entry.value()).stream().filter(YamlNode.Text.class::isInstance).map(one -> ((YamlNode.Text) one).text()).forEach(values::add);
            } else if (key.equals("percentile") && number && Double.parseDouble(text) >= 0 && Double.parseDouble(text) <= 100) {
                percent = OptionalDouble.of(Double.parseDouble(text));
            } else {
                problems.semantic(entry.key(),
                        RELATIONS.containsKey(key) || key.equals("percentile") ? "The bound " + key + " wants a number." : "The condition of a correlation has no \"" + key
                                + "\"; it has gt, gte, lt, lte, eq, neq, field and percentile.");
            }
        }
        return new Asked(bounds, values, percent);
    }

    private static Map<String, Map<String, String>> aliases(YamlNode.Entries map, Problems problems) {
        Map<String, Map<String, String>> aliases = new HashMap<>();
        for (YamlNode.Entry alias : entries(map.get("aliases"), problems)) {
            Map<String, String> fields = new HashMap<>();
            for (YamlNode.Entry field : entries(Optional.of(alias.value()), problems)) {
                if (field.value() instanceof YamlNode.Text text) {
                    fields.put(field.key().text(), text.text());
                }
            }
            aliases.put(alias.key().text(), fields);
        }
        return aliases;
    }

    private static List<YamlNode.Entry> entries(Optional<YamlNode> node, Problems problems) {
        if (node.isPresent() && !(node.get() instanceof YamlNode.Entries)) {
            problems.semantic(node.get(), "Aliases are a map from a name to a map from rules to fields.");
        }
        return node.isPresent() && node.get() instanceof YamlNode.Entries map ? map.entries() : List.of();
    }
}
