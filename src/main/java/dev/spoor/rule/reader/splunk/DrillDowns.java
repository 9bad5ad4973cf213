package dev.spoor.rule.reader.splunk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The searches that a detection offers for going on from an alert, as a guide's Markdown: each search as it stands, and, where it asks for fields of the alert, a step
 * that looks for events with the same values ({@link dev.spoor.rule.GuideStep}).
 */
final class DrillDowns {
    private static final Pattern ASKED = Pattern.compile("\\$([A-Za-z_][A-Za-z0-9_.]{0,100})\\$");

    private DrillDowns() {}

    /** Empty where there are none. */
    static String markdown(JsonNode searches) {
        StringBuilder out = new StringBuilder();
        for (JsonNode search : searches) {
            String name = SplunkYamlReader.text(search, "name").strip();
            String text = SplunkYamlReader.text(search, "search").strip();
            if (!name.isEmpty() && !text.isEmpty()) {
                out.append("- ").append(name).append("\n\n  ```\n  ").append(text.replace("\n", "\n  ")).append("\n  ```\n\n");
                out.append(step(name, text));
            }
        }
        return out.toString();
    }

    /** Nothing where the search asks for no field that an event has. */
    private static String step(String name, String text) {
        Set<String> fields = new LinkedHashSet<>();
        Matcher matcher = ASKED.matcher(text);
        while (matcher.find()) {
            field(matcher.group(1), fields);
        }
        if (fields.isEmpty()) {
            return "";
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("label", ASKED.matcher(name).replaceAll("$1"));
        json.put("description", "");
        ArrayNode all = json.putArray("providers").addArray();
        fields.forEach(field -> all.addObject().put("field", field).put("excluded", false).put("queryType", "phrase").put("value", "{{" + field + "}}").put("valueType", "string"));
        return "!{investigate" + json + "}\n\n";
    }

    private static void field(String name, Set<String> into) {
        switch (name) {
            case "dest", "host", "dvc", "Computer" -> into.add("host.name");
            case "user", "src_user" -> into.add("user.name");
            case "src", "src_ip" -> into.add("source.ip");
            case "process_name" -> into.add("process.name");
            default -> {}
        }
    }
}
