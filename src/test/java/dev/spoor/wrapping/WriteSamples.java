package dev.spoor.wrapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes into the samples what is read from them today: {@code WriteSamples src/test/resources/samples}. What changed is to be looked at, field by field, before
 * it is kept.
 */
public final class WriteSamples {
    private WriteSamples() {}

    public static void main(String[] arguments) throws Exception {
        ObjectMapper json = new ObjectMapper();
        Path folder = Files.createTempDirectory("samples");
        for (String format : Sample.FORMATS) {
            Path file = Path.of(arguments[0], format + ".json");
            ArrayNode samples = (ArrayNode) json.readTree(Files.readString(file));
            StringBuilder out = new StringBuilder("[");
            for (JsonNode node : samples) {
                ((ObjectNode) node).set("read", new Sample(node).read(folder));
                out.append(out.length() > 1 ? ",\n" : "\n").append(text(node));
            }
            Files.writeString(file, out.append("\n]\n"));
        }
    }

    /** One member a line, and one event a line. */
    private static String text(JsonNode sample) {
        StringBuilder out = new StringBuilder("{\"name\": ").append(sample.get("name"));
        if (sample.has("charset")) {
            out.append(", \"charset\": ").append(sample.get("charset"));
        }
        out.append(",\n \"lines\": [");
        lines(sample.get("lines"), out);
        out.append("],\n \"read\": [");
        lines(sample.get("read"), out);
        return out.append("]}").toString();
    }

    private static void lines(JsonNode list, StringBuilder out) {
        for (int i = 0; i < list.size(); i++) {
            out.append(i == 0 ? "\n  " : ",\n  ").append(list.get(i));
        }
    }
}
