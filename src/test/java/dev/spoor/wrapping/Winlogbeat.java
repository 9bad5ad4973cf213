package dev.spoor.wrapping;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** A record as shippers write it. */
final class Winlogbeat {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Winlogbeat() {}

    static ObjectNode six(LogRecord r) {
        ObjectNode document = JSON.createObjectNode().put("@timestamp", r.time(3)).put("type", "wineventlog");
        document.putObject("beat").put("name", "wec01").put("hostname", "wec01").put("version", "6.8.23");
        document.putObject("host").put("name", "wec01");
        document.put("log_name", r.text("channel")).put("source_name", r.text("provider")).put("computer_name", r.text("computer"));
        document.put("record_number", r.text("record")).put("event_id", r.number("event_id")).put("level", r.text("level_text"));
        document.put("process_id", r.number("pid")).put("thread_id", r.number("tid")).put("message", r.text("message")).put("opcode", r.text("opcode_text"));
        texts(document, r);
        if (!r.text("guid").isEmpty()) {
            document.put("provider_guid", r.text("guid").toUpperCase(Locale.ROOT));
        }
        if (r.number("version") > 0) {
            document.put("version", r.number("version"));
        }
        if (!r.text("sid").isEmpty()) {
            document.putObject("user").put("identifier", r.text("sid"));
        }
        data(document, r);
        return document;
    }

    static ObjectNode seven(LogRecord r) {
        ObjectNode document = JSON.createObjectNode().put("@timestamp", r.time(3)).put("message", r.text("message"));
        document.putObject("@metadata").put("beat", "winlogbeat").put("type", "_doc").put("version", "7.17.9");
        document.putObject("ecs").put("version", "1.12.0");
        document.putObject("agent").put("type", "winlogbeat").put("hostname", "wec01").put("version", "7.17.9");
        document.putObject("host").put("name", r.text("computer"));
        document.putObject("log").put("level", r.text("level_text").toLowerCase(Locale.ROOT));
        ObjectNode event = document.putObject("event").put("kind", "event").put("code", r.number("event_id")).put("provider", r.text("provider"));
        if (!r.text("task_text").isEmpty()) {
            event.put("action", r.text("task_text"));
        }
        ObjectNode winlog = document.putObject("winlog").put("api", "wineventlog").put("channel", r.text("channel")).put("provider_name", r.text("provider"));
        winlog.put("computer_name", r.text("computer")).put("record_id", r.number("record")).put("event_id", r.number("event_id")).put("opcode", r.text("opcode_text"));
        winlog.putObject("process").put("pid", r.number("pid")).putObject("thread").put("id", r.number("tid"));
        texts(winlog, r);
        if (!r.text("guid").isEmpty()) {
            winlog.put("provider_guid", r.text("guid").toUpperCase(Locale.ROOT));
        }
        if (r.number("version") > 0) {
            winlog.put("version", r.number("version"));
        }
        if (!r.text("sid").isEmpty()) {
            winlog.putObject("user").put("identifier", r.text("sid"));
        }
        data(winlog, r);
        return document;
    }

    /** The eighth version has numbers as texts. */
    static ObjectNode eight(LogRecord r) {
        ObjectNode document = seven(r);
        ((ObjectNode) document.get("winlog")).put("event_id", r.text("event_id")).put("record_id", r.text("record"));
        ((ObjectNode) document.get("event")).put("code", r.text("event_id"));
        document.remove("@metadata");
        return document;
    }

    /** NXLog leaves unnamed data and user data to the message. */
    static ObjectNode nxlog(LogRecord r) {
        ObjectNode document = JSON.createObjectNode().put("EventTime", r.time(3)).put("Hostname", r.text("computer")).put("Keywords", new java.math.BigInteger(
                r.text("keywords").substring(2), 16).longValue()).put("EventID", r.number("event_id")).put("SourceName", r.text("provider"));
        document.put("ProviderGuid", r.text("guid").toUpperCase(Locale.ROOT)).put("Version", r.number("version")).put("Task", r.number("task"));
        document.put("OpcodeValue", r.number("opcode")).put("RecordNumber", r.number("record")).put("ExecutionProcessID", r.number("pid"));
        document.put("ThreadID", r.number("tid")).put("Channel", r.text("channel")).put("Message", r.text("message")).put("Opcode", r.text("opcode_text"));
        document.put("Category", r.text("task_text")).put("EventType", "INFO").put("SeverityValue", 2).put("Severity", "INFO").put("SourceModuleName", "eventlog");
        if (!r.text("sid").isEmpty()) {
            document.put("UserID", r.text("sid"));
        }
        r.data((name, value) -> {
            if (!name.isEmpty()) {
                document.put(name, value);
            }
        });
        return document;
    }

    private static void texts(ObjectNode node, LogRecord r) {
        if (!r.text("task_text").isEmpty()) {
            node.put("task", r.text("task_text"));
        }
        if (!r.keywordTexts().isEmpty()) {
            ArrayNode words = node.putArray("keywords");
            r.keywordTexts().forEach(words::add);
        }
    }

    /** Winlogbeat leaves out data without text, and numbers those without name. */
    private static void data(ObjectNode node, LogRecord r) {
        ObjectNode data = JSON.createObjectNode();
        int[] place = new int[1];
        r.data((name, value) -> {
            place[0]++;
            if (!value.isEmpty()) {
                data.put(name.isEmpty() ? "param" + place[0] : name, value);
            }
        });
        if (!data.isEmpty()) {
            node.set("event_data", data);
        }
        if (r.hasUserData()) {
            ObjectNode user = node.putObject("user_data").put("xml_name", r.userTag());
            r.userData(user::put);
        }
    }
}
