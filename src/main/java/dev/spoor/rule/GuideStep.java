package dev.spoor.rule;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A step of a guide that a machine could do. In a guide's Markdown it is a line (or list item) of its own, as Kibana's guides write it:
 * <code>!{investigate{json}}</code>, <code>!{insight{json}}</code> (the older word) or <code>!{osquery{json}}</code>.
 */
public sealed interface GuideStep {
    /** What the step is called; may be empty. */
    String label();

    /**
     * A search for events around the alert.
     *
     * @param alternatives all conditions of one must hold
     * @param from         begin of the window relative to the alert as stated ({@code now-48h/h}), empty for none
     * @param to           its end
     */
    record Search(String label, String description, List<List<Condition>> alternatives, String from, String to) implements GuideStep {
        public Search {
            alternatives = alternatives.stream().map(List::copyOf).toList();
        }
    }

    /**
     * A condition on one field.
     *
     * @param value    may hold fields of the alert: {@code {{process.entity_id}}}
     * @param kind     how it is compared, as stated: {@code phrase}, {@code exists}, {@code range}
     * @param excluded whether it must not hold
     */
    record Condition(String field, String value, String kind, boolean excluded) {}

    /** A query that osquery answers on the host, and which ECS fields its columns are. */
    record Osquery(String label, String query, List<Mapping> mapping) implements GuideStep {
        public Osquery {
            mapping = List.copyOf(mapping);
        }
    }

    /** An ECS field that takes a column's values, or a fixed value. */
    record Mapping(String field, String column, boolean fixed) {}

    /**
     * A search that Splunk opens from a finding ({@code drilldown_searches}).
     *
     * @param label  may hold fields of the alert: {@code $dest$}
     * @param search SPL; may hold fields of the alert, and {@code %original_detection_search%} for the rule's own search
     */
    record DrillDown(String label, String search) implements GuideStep {
        private static final int MOST = 100;

        /** Those of a rule, in its order; the first hundred. */
        static List<DrillDown> of(Rule rule) {
            Map<String, String> values = new HashMap<>();
            rule.labels().stream().filter(one -> one.label().startsWith("drilldown_searches[") && !one.values().isEmpty())
                    .forEach(one -> values.putIfAbsent(one.label(), one.values().getFirst()));
            List<DrillDown> found = new ArrayList<>();
            for (int i = 0; i < MOST && values.containsKey("drilldown_searches[" + i + "].search"); i++) {
                String search = values.get("drilldown_searches[" + i + "].search");
                found.add(new DrillDown(values.getOrDefault("drilldown_searches[" + i + "].name", search), search));
            }
            return found;
        }
    }

    /** The step of a line, with or without a list marker before it; empty for any other line. */
    static Optional<GuideStep> parse(String line) {
        String text = withoutMarker(line);
        int brace = text.startsWith("!{") && text.endsWith("}}") ? text.indexOf('{', 2) : -1;
        if (brace < 0) {
            return Optional.empty();
        }
        try {
            JsonNode tree = new ObjectMapper(JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(50).build()).build())
                    .readTree(text.substring(brace, text.length() - 1));
            return switch (text.substring(2, brace)) {
                case "investigate", "insight" -> Optional.of(search(tree));
                case "osquery" -> Optional.of(osquery(tree));
                default -> Optional.empty();
            };
        } catch (JsonProcessingException e) {
            return Optional.empty(); // the line stays what it is: text
        }
    }

    /** The steps of a guide in its order. */
    static List<GuideStep> in(String markdown) {
        return markdown.contains("!{") ? markdown.lines().map(GuideStep::parse).flatMap(Optional::stream).toList() : List.of();
    }

    private static String withoutMarker(String line) {
        String text = line.strip();
        return text.startsWith("- ") || text.startsWith("* ") ? text.substring(2).strip() : text;
    }

    private static Search search(JsonNode tree) {
        List<List<Condition>> alternatives = new ArrayList<>();
        for (JsonNode all : tree.path("providers")) {
            List<Condition> conditions = new ArrayList<>();
            for (JsonNode one : all.isArray() ? all : List.of(all)) {
                conditions.add(new Condition(one.path("field").asText(), value(one),
                        one.path("queryType").asText("phrase"), one.path("excluded").asBoolean()));
            }
            alternatives.add(conditions);
        }
        return new Search(tree.path("label").asText(), tree.path("description").asText(), alternatives, tree.path("relativeFrom").asText(), tree.path("relativeTo").asText());
    }

    /** A value; that of a range is an object. The older form names a field of the alert by {@code "type":"parameter"}. */
    private static String value(JsonNode provider) {
        JsonNode value = provider.path("value");
        String text = value.isValueNode() ? value.asText() : value.isMissingNode() ? "" : value.toString();
        return provider.path("type").asText().equals("parameter") ? "{{" + text + "}}" : text;
    }

    private static Osquery osquery(JsonNode tree) {
        List<Mapping> mapping = new ArrayList<>();
        tree.path("ecs_mapping").properties().forEach(entry -> {
            boolean fixed = entry.getValue().has("value");
            JsonNode held = entry.getValue().path(fixed ? "value" : "field");
            mapping.add(new Mapping(entry.getKey(), held.isValueNode() ? held.asText() : held.toString(), fixed));
        });
        return new Osquery(tree.path("label").asText(), tree.path("query").asText(), mapping);
    }
}
