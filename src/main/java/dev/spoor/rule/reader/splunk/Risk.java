package dev.spoor.rule.reader.splunk;

import static dev.spoor.rule.reader.splunk.SplunkYamlReader.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.spoor.rule.RiskBasedAlerting;
import dev.spoor.rule.reader.Labels;
import dev.spoor.rule.reader.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Splunk's risk annotation in its generations. {@code tags.risk_score} with impact and confidence; {@code rba} with a score per risk object (the highest is
 * the rule's); {@code finding} and {@code intermediate_findings} with a score per entity. Where impact and confidence are stated without a score, the score is impact × confidence / 100, rounded half up.
 */
final class Risk {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Risk() {}

    static Optional<RiskBasedAlerting> of(JsonNode tree) {
        JsonNode tags = tree.path("tags");
        JsonNode rba = tree.path("rba");
        if (tree.path("finding").isObject() || tree.path("intermediate_findings").isObject()) {
            return Optional.of(finding(tree));
        }
        if (rba.isObject()) {
            return Optional.of(generation(rba, text(rba, "message"), highest(rba.path("risk_objects")), tags));
        }
        if (!tags.has("risk_score") && !tags.has("impact") && !tags.has("message")) {
            return Optional.empty();
        }
        return Optional.of(stated(text(tags, "risk_score"), text(tags, "impact"), text(tags, "confidence"), text(tags, "message"), objects(tags.path("observable"))));
    }

    /** A risk annotation of stated texts; numbers that are none are empty. */
    static RiskBasedAlerting stated(String score, String impact, String confidence, String message, List<String> objects) {
        Optional<BigDecimal> expected = expected(impact, confidence);
        OptionalInt own = Numbers.whole(score);
        List<String> problems = new ArrayList<>();
        if (expected.isPresent() && Numbers.decimal(score).map(said -> said.subtract(expected.get()).abs().compareTo(BigDecimal.ONE) >= 0).orElse(false)) {
            problems.add("The stated risk score " + score.strip() + " is not impact × confidence / 100 = " + expected.get().stripTrailingZeros().toPlainString());
        }
        OptionalInt shown = own.isPresent() ? own : Numbers.whole(expected.map(BigDecimal::toPlainString).orElse(""));
        return new RiskBasedAlerting(shown, Numbers.whole(impact), Numbers.whole(confidence), message, objects, problems);
    }

    private static RiskBasedAlerting generation(JsonNode rba, String message, String score, JsonNode tags) {
        List<String> objects = new ArrayList<>(objects(rba.path("risk_objects")));
        objects.addAll(objects(rba.path("threat_objects")));
        return stated(score, text(tags, "impact"), text(tags, "confidence"), message, objects);
    }

    /** The newest generation: a finding about one entity, or intermediate findings about several, each with a score. */
    private static RiskBasedAlerting finding(JsonNode tree) {
        JsonNode finding = tree.path("finding");
        List<JsonNode> entities = new ArrayList<>();
        if (finding.path("entity").isObject()) {
            entities.add(finding.path("entity"));
        }
        tree.path("intermediate_findings").path("entities").forEach(entities::add);
        String message = text(finding, "title");
        for (JsonNode entity : entities) {
            message = message.isEmpty() ? text(entity, "message") : message;
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode().addAll(entities);
        List<String> objects = new ArrayList<>(objects(list));
        objects.addAll(objects(tree.path("threat_objects")));
        return stated(highest(list), "", "", message, objects);
    }

    private static Optional<BigDecimal> expected(String impact, String confidence) {
        return Numbers.decimal(impact).flatMap(i -> Numbers.decimal(confidence).map(c -> i.multiply(c).divide(HUNDRED)));
    }

    private static String highest(JsonNode objects) {
        String highest = "";
        for (JsonNode object : objects) {
            String score = text(object, "score");
            if (Numbers.whole(score).orElse(-1) > Numbers.whole(highest).orElse(-1)) {
                highest = score;
            }
        }
        return highest;
    }

    /** {@code dest (Hostname, Victim)}; in the newer generation {@code dest (system, 64)}. */
    private static List<String> objects(JsonNode list) {
        List<String> objects = new ArrayList<>();
        for (JsonNode object : list) {
            List<String> about = new ArrayList<>(Labels.values(object.path("type")));
            about.addAll(Labels.values(object.path("role")));
            about.addAll(Labels.values(object.path("score")));
            String name = text(object, "name").isEmpty() ? text(object, "field") : text(object, "name");
            objects.add(about.isEmpty() ? name : name + " (" + String.join(", ", about) + ")");
        }
        return objects;
    }
}
