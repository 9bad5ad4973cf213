package dev.spoor.query.sigma;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A document that describes single events, in its parts.
 *
 * @param names      its id, name and title: what correlations may call it
 * @param source     the log that it is about
 * @param detections by name, in the order of the text
 * @param conditions any of which must hold
 */
record SigmaRule(List<String> names, LogSource source, YamlNode sourceAt, Map<String, YamlNode> detections, List<YamlNode.Text> conditions) {
    private static final Set<String> NO_DETECTIONS = Set.of("condition", "timeframe");

    /** Takes a document apart; empty, and told, where something is missing. */
    static Optional<SigmaRule> of(YamlNode document, Problems problems) {
        if (!(document instanceof YamlNode.Entries map)) {
            problems.syntax(document, "A Sigma rule is a map with logsource and detection.");
            return Optional.empty();
        }
        Optional<YamlNode> detection = map.get("detection");
        if (detection.isEmpty() || !(detection.get() instanceof YamlNode.Entries parts)) {
            problems.syntax(detection.orElse(document), detection.isEmpty() ? "The rule has no detection." + dialect(map) : "The detection is a map of searches with a condition.");
            return Optional.empty();
        }
        List<YamlNode.Text> conditions = new ArrayList<>();
        Optional<YamlNode> condition = parts.get("condition");
        if (condition.isEmpty()) {
            problems.syntax(parts, "The detection has no condition.");
        }
        for (YamlNode one : condition.map(YamlNode::list).orElse(List.of())) {
            if (one instanceof YamlNode.Text text && !text.none()) {
                conditions.add(text);
            } else {
                problems.syntax(one, "A condition is a text.");
            }
        }
        Map<String, YamlNode> detections = new LinkedHashMap<>();
        parts.entries().stream().filter(entry -> !NO_DETECTIONS.contains(entry.key().text())).forEach(entry -> detections.put(entry.key().text(), entry.value()));
        if (detections.isEmpty()) {
            problems.syntax(parts, "The detection has no search beside its condition.");
        }
        YamlNode at = map.get("logsource").orElse(map);
        return Optional.of(new SigmaRule(names(map), source(map, problems), at, detections, conditions));
    }

    static List<String> names(YamlNode.Entries map) {
        List<String> names = new ArrayList<>();
        for (String key : List.of("id", "name", "title")) {
            text(map, key).ifPresent(names::add);
        }
        return names;
    }

    private static LogSource source(YamlNode.Entries map, Problems problems) {
        Optional<YamlNode> stated = map.get("logsource");
        if (stated.isEmpty() || !(stated.get() instanceof YamlNode.Entries parts)) {
            problems.syntax(stated.orElse(map), stated.isEmpty() ? "The rule has no logsource." : "The logsource is a map with category, product or service.");
            return LogSource.NONE;
        }
        return new LogSource(text(parts, "category").orElse(""), text(parts, "product").orElse(""), text(parts, "service").orElse(""));
    }

    /** The text of a key; empty where there is none, or something else than a text. */
    static Optional<String> text(YamlNode.Entries map, String key) {
        return map.get(key).filter(YamlNode.Text.class::isInstance).map(YamlNode.Text.class::cast).filter(text -> !text.none()).map(YamlNode.Text::text);
    }

    private static String dialect(YamlNode.Entries map) {
        return map.get("kind").isPresent() && map.get("filter").isPresent() ? " It looks like one of Chainsaw's own rules, which Spoor does not read." : "";
    }
}
