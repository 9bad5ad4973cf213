package dev.spoor.rule;

import static dev.spoor.rule.RuleJson.put;
import static dev.spoor.rule.RuleJson.texts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A rule's settings as JSON. */
final class RuleSettingsJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RuleSettingsJson() {}

    static ObjectNode of(RuleSettings settings) {
        ObjectNode json = NODES.objectNode();
        json.set("finish", finish(settings.finish()));
        json.set("filters", texts(settings.filters()));
        json.set("suppression", settings.suppression().map(RuleSettingsJson::suppression).orElse(null));
        put(json, "timestamp_field", settings.timestampField());
        put(json, "timestamp_override", settings.timestampOverride());
        put(json, "category_field", settings.categoryField());
        put(json, "tiebreaker_field", settings.tiebreakerField());
        put(json, "name_override", settings.nameOverride());
        json.set("highlighted", texts(settings.highlighted()));
        json.put("building_block", settings.buildingBlock());
        json.set("exception_lists", texts(settings.exceptionLists()));
        json.put("timestamp_override_required", settings.overrideRequired());
        ArrayNode severities = json.putArray("severity_mapping");
        settings.severities().forEach(one -> severities.addObject().put("field", one.field()).put("value", one.value()).put("severity", one.severity().word()));
        json.set("risk_fields", texts(settings.riskFields()));
        json.set("exception_lists_in_file", texts(settings.own().lists()));
        json.set("exceptions_in_file", texts(settings.own().items()));
        return json;
    }

    private static ObjectNode suppression(Finish.Suppression suppression) {
        ObjectNode json = NODES.objectNode();
        json.set("group_by", texts(suppression.groupBy()));
        put(json, "duration", suppression.duration());
        return json.put("keep_missing", suppression.keepMissing());
    }

    private static ObjectNode finish(Finish finish) {
        ObjectNode json = NODES.objectNode();
        switch (finish) {
            case Finish.None _ -> json.put("kind", "none");
            case Finish.Threshold threshold -> {
                json.put("kind", "threshold").put("value", threshold.value()).set("fields", texts(threshold.fields()));
                ArrayNode cardinality = json.putArray("cardinality");
                threshold.cardinality().forEach(part -> cardinality.addObject().put("field", part.field()).put("value", part.value()));
            }
            case Finish.NewTerms terms -> json.put("kind", "new_terms").put("history_start", terms.historyStart()).set("fields", texts(terms.fields()));
            case Finish.IndicatorMatch match -> indicators(json, match);
            case Finish.MachineLearning learning -> {
                json.put("kind", "machine_learning").set("jobs", texts(learning.jobs()));
                put(json, "anomaly_threshold", learning.anomalyThreshold());
            }
        }
        return json;
    }

    private static void indicators(ObjectNode json, Finish.IndicatorMatch match) {
        json.put("kind", "indicator_match").put("query", match.query()).put("language", match.language()).put("indicator_path", match.indicatorPath());
        json.set("indices", texts(match.indices()));
        json.set("filters", texts(match.filters()));
        ArrayNode alternatives = json.putArray("mappings");
        for (List<Finish.Pair> pairs : match.mappings()) {
            ArrayNode all = alternatives.addArray();
            pairs.forEach(pair -> all.addObject().put("field", pair.field()).put("indicator_field", pair.indicatorField()).put("negated", pair.negated()));
        }
    }
}
