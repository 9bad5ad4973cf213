package dev.spoor.wrapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A sample of a format: a small file, and all that is read from it. */
record Sample(JsonNode json) {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The formats that have samples; each has a usual one, a dialect and a damaged one. */
    static final List<String> FORMATS = List.of("ndjson", "json_array", "json_documents", "elasticsearch", "kibana", "winlogbeat_6", "winlogbeat_7", "winlogbeat_8",
            "elastic_agent", "elastic_defend", "evtx_dump", "evtxecmd", "splunk_json", "nxlog", "logstash", "xml_wevtutil", "xml_event_viewer", "xml_splunk");

    String name() {
        return json.get("name").asText();
    }

    /** The bytes of the file. */
    byte[] file() {
        List<String> lines = new ArrayList<>();
        json.get("lines").forEach(line -> lines.add(line.asText()));
        return String.join("\n", lines).getBytes(Charset.forName(json.path("charset").asText("UTF-8")));
    }

    /** What is read from the file today. */
    ArrayNode read(Path folder) throws Exception {
        ArrayNode events = JSON.createArrayNode();
        for (EventView view : EventView.all(Files.write(folder.resolve("sample"), file()))) {
            events.add(view.json());
        }
        return (ArrayNode) JSON.readTree(events.toString());
    }
}
