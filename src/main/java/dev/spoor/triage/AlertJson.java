package dev.spoor.triage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.event.Time;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Alerts as the JSON objects of {@code spoor alerts} and {@code spoor detect}; {@code toString()} of one is a line. */
public final class AlertJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private AlertJson() {}

    /** The object of an alert; keys in the order of the documentation. */
    public static ObjectNode write(Alert alert) {
        ObjectNode node = NODES.objectNode();
        node.put("id", alert.id());
        Alert.RuleStamp rule = alert.rule();
        node.putObject("rule").put("id", rule.id()).put("name", rule.name()).put("origin", rule.origin().word()).put("language", rule.language())
                .put("version", rule.version()).put("fidelity", rule.fidelity().word());
        node.put("time", alert.time() == Time.NONE ? null : Time.iso(alert.time()));
        node.put("severity", alert.severity().word()).put("severity_derived", alert.severityDerived());
        node.put("risk", alert.risk().isPresent() ? (Integer) alert.risk().getAsInt() : null);
        node.put("status", alert.status().word()).put("reason", alert.reason().map(Reason::word).orElse(null));
        texts(node.putArray("techniques"), alert.techniques());
        texts(node.putArray("tactics"), alert.tactics());
        node.put("host", orNull(alert.host())).put("user", orNull(alert.user())).put("summary", alert.summary());
        events(node, alert);
        values(node.putObject("values"), alert.values());
        node.put("count", alert.count()).put("reproduced", alert.reproduced());
        texts(node.putArray("tags"), alert.tags());
        if (alert.suppressed() > 0) {
            node.put("suppressed", alert.suppressed());
        }
        if (alert.severity() != alert.ruleSeverity()) {
            node.put("rule_severity", alert.ruleSeverity().word());
        }
        alert.given().ifPresent(given -> given(node, given));
        if (!alert.variant().isNone()) {
            node.putObject("variant").put("id", alert.variant().id()).put("shape", alert.variant().shape());
        }
        return node;
    }

    private static void given(ObjectNode node, GivenSeverity given) {
        node.putObject("severity_given").put("to", given.scope().word()).put("reason", given.reason()).put("by", given.author()).put("time", Time.iso(given.time()));
    }

    private static void events(ObjectNode node, Alert alert) {
        int written = Math.min(AlertFactory.MAX_EVENTS, alert.events().size());
        ArrayNode events = node.putArray("events");
        for (EventReference event : alert.events().subList(0, written)) {
            events.addObject().put("id", event.id()).put("source", event.source()).put("entry", event.entry().isEmpty() ? null : event.entry())
                    .put("record", event.record());
        }
        if (alert.count() > written) {
            node.put("events_truncated", true);
        }
    }

    private static void values(ObjectNode node, Map<String, Object> values) {
        values.forEach((column, value) -> {
            if (value instanceof Collection<?> list) {
                ArrayNode array = node.putArray(column);
                list.forEach(element -> put(array, element));
            } else {
                put(node, column, value);
            }
        });
    }

    private static void put(ObjectNode node, String column, Object value) {
        switch (value) {
            case null -> node.putNull(column);
            case Long number -> node.put(column, number);
            case Integer number -> node.put(column, number);
            case Double number -> node.put(column, number);
            case Boolean flag -> node.put(column, flag);
            default -> node.put(column, value.toString());
        }
    }

    private static void put(ArrayNode array, Object value) {
        ObjectNode holder = NODES.objectNode();
        put(holder, "value", value);
        array.add(holder.get("value"));
    }

    private static void texts(ArrayNode array, Collection<String> texts) {
        texts.forEach(array::add);
    }

    private static String orNull(Optional<String> text) {
        return text.orElse(null);
    }
}
