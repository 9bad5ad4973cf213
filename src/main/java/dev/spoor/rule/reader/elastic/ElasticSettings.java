package dev.spoor.rule.reader.elastic;

import static dev.spoor.rule.reader.elastic.ElasticRuleTree.optional;
import static dev.spoor.rule.reader.elastic.ElasticRuleTree.stream;
import static dev.spoor.rule.reader.elastic.ElasticRuleTree.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spoor.rule.Finish;
import dev.spoor.rule.RuleSettings;
import dev.spoor.rule.Severity;
import dev.spoor.rule.reader.Labels;
import dev.spoor.rule.reader.Numbers;
import java.util.List;
import java.util.Optional;

/** What an Elastic rule sets beside its query. */
final class ElasticSettings {
    private ElasticSettings() {}

    static RuleSettings of(JsonNode tree) {
        return new RuleSettings(finish(tree), json(tree.path("filters")), suppression(tree), optional(tree, "timestamp_field"),
                optional(tree, "timestamp_override"), optional(tree, "event_category_override"), optional(tree, "tiebreaker_field"),
                optional(tree, "rule_name_override"), Labels.values(tree.path("investigation_fields").path("field_names")),
                tree.hasNonNull("building_block_type"), stream(tree.path("exceptions_list")).map(list -> text(list, "list_id")).toList(),
                tree.path("timestamp_override_fallback_disabled").asBoolean(), severities(tree.path("severity_mapping")),
                stream(tree.path("risk_score_mapping")).map(one -> text(one, "field")).filter(field -> !field.isEmpty()).toList(), RuleSettings.OwnExceptions.NONE);
    }

    private static List<RuleSettings.SeverityValue> severities(JsonNode mapping) {
        return stream(mapping).filter(one -> !text(one, "field").isEmpty()).flatMap(one -> Severity.of(text(one, "severity"))
                .map(severity -> new RuleSettings.SeverityValue(text(one, "field"), text(one, "value"), severity)).stream()).toList();
    }

    private static Finish finish(JsonNode tree) {
        return switch (text(tree, "type")) {
            case "threshold" -> tree.has("threshold") ? threshold(tree.path("threshold")) : new Finish.None();
            case "new_terms" -> newTerms(tree);
            case "threat_match" -> indicatorMatch(tree);
            case "machine_learning" -> new Finish.MachineLearning(Labels.values(tree.path("machine_learning_job_id")),
                    Numbers.whole(text(tree, "anomaly_threshold")));
            default -> new Finish.None();
        };
    }

    private static Finish threshold(JsonNode threshold) {
        List<Finish.Cardinality> cardinality = stream(threshold.path("cardinality"))
                .map(part -> new Finish.Cardinality(text(part, "field"), part.path("value").asLong())).toList();
        return new Finish.Threshold(Labels.values(threshold.path("field")), threshold.path("value").asLong(1), cardinality);
    }

    /** TOML names the detection API's keys as values ({@code field = "new_terms_fields"}); JSON uses them as keys. */
    private static Finish newTerms(JsonNode tree) {
        JsonNode nested = tree.path("new_terms");
        List<String> fields = Labels.values(nested.isObject() ? nested.path("value") : tree.path("new_terms_fields"));
        String start = nested.isObject() ? text(nested.path("history_window_start").path(0), "value") : text(tree, "history_window_start");
        return fields.isEmpty() ? new Finish.None() : new Finish.NewTerms(fields, start);
    }

    private static Finish indicatorMatch(JsonNode tree) {
        List<List<Finish.Pair>> mappings = stream(tree.path("threat_mapping"))
                .map(alternative -> stream(alternative.path("entries")).map(ElasticSettings::pair).toList()).toList();
        String language = ElasticRuleTree.language("query", text(tree, "threat_language"));
        return mappings.isEmpty() ? new Finish.None() : new Finish.IndicatorMatch(Labels.values(tree.path("threat_index")), text(tree, "threat_query"),
                language, json(tree.path("threat_filters")), optional(tree, "threat_indicator_path").orElse("threat.indicator"), mappings);
    }

    private static Finish.Pair pair(JsonNode entry) {
        return new Finish.Pair(text(entry, "field"), text(entry, "value"), entry.path("negate").asBoolean());
    }

    private static Optional<Finish.Suppression> suppression(JsonNode tree) {
        JsonNode suppression = tree.path("alert_suppression");
        if (!suppression.isObject()) {
            return Optional.empty();
        }
        JsonNode duration = suppression.path("duration");
        Optional<String> length = duration.isObject() ? Optional.of(text(duration, "value") + text(duration, "unit")) : Optional.empty();
        boolean keepMissing = text(suppression, "missing_fields_strategy").equals("doNotSuppress");
        return Optional.of(new Finish.Suppression(Labels.values(suppression.path("group_by")), length, keepMissing));
    }

    private static List<String> json(JsonNode list) {
        return stream(list).map(JsonNode::toString).toList();
    }
}
