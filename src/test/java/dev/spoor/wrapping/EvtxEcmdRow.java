package dev.spoor.wrapping;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A record as EvtxECmd writes it. */
final class EvtxEcmdRow {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EvtxEcmdRow() {}

    static ObjectNode of(LogRecord r) {
        ObjectNode row = JSON.createObjectNode();
        row.put("MapDescription", "A map of ours").put("PayloadData1", "Target: something").put("ChunkNumber", 0).put("Computer", r.text("computer"));
        row.put("Payload", payload(r).toString()).put("Channel", r.text("channel")).put("Provider", r.text("provider")).put("EventId", r.number("event_id"));
        row.put("EventRecordId", r.text("record")).put("ProcessId", r.number("pid")).put("ThreadId", r.number("tid"));
        row.put("Level", r.text("level").equals("0") ? "LogAlways" : r.text("level").equals("4") ? "Info" : r.text("level_text"));
        row.put("Keywords", r.keywordTexts().isEmpty() ? r.text("keywords") : r.keywordTexts().getFirst().replace("Success", "success"));
        row.put("SourceFile", "E:\\evidence\\log.evtx").put("ExtraDataOffset", 0).put("HiddenRecord", false);
        row.put("TimeCreated", r.time(7).replace("Z", "+00:00")).put("RecordNumber", 1);
        if (!r.text("sid").isEmpty()) {
            row.put("UserId", r.text("sid"));
        }
        return row;
    }

    private static ObjectNode payload(LogRecord r) {
        ObjectNode payload = JSON.createObjectNode();
        if (r.hasUserData()) {
            ObjectNode tag = payload.putObject("UserData").putObject(r.userTag());
            r.userData(tag::put);
            return payload;
        }
        ArrayNode data = JsonNodeFactory.instance.arrayNode();
        r.data((name, value) -> data.add(name.isEmpty() ? JsonNodeFactory.instance.textNode(value)
                : value.isEmpty() ? JSON.createObjectNode().put("@Name", name) : JSON.createObjectNode().put("@Name", name).put("#text", value)));
        payload.putObject("EventData").set("Data", data.size() == 1 ? data.get(0) : data);
        return payload;
    }
}
