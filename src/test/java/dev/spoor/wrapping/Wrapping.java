package dev.spoor.wrapping;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.ingest.WindowsRecord.Element;
import dev.spoor.ingest.evtx.Datum;
import dev.spoor.ingest.evtx.EventDescription;
import dev.spoor.ingest.evtx.EvtxWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes the same records in each wrapping in which Windows events are handed over. */
enum Wrapping {
    EVTX, WEVTUTIL, EVENT_VIEWER, UTF16, PREFIXED, EVTX_DUMP, EVTX_DUMP_LINES, EVTX_DUMP_SEPARATE, EVTX_DUMP_XML, XML_TO_JSON, EVTX_ECMD, SPLUNK_JSON, WINLOGBEAT_6,
    WINLOGBEAT_7, WINLOGBEAT_8_HITS, NXLOG;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAMESPACE = "http://schemas.microsoft.com/win/2004/08/events/event";

    byte[] write(List<LogRecord> records) throws Exception {
        return switch (this) {
            case EVTX -> EvtxWriter.log(records.stream().map(Wrapping::description).toList());
            case WEVTUTIL -> utf8(lines(records, Wrapping::xml));
            case EVENT_VIEWER -> utf8("\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\r\n<Events>" + lines(records, Wrapping::rendered) + "</Events>");
            case UTF16 -> ("\uFEFF<Events>\r\n" + lines(records, Wrapping::xml) + "</Events>").getBytes(StandardCharsets.UTF_16LE);
            case PREFIXED -> utf8("<e:Events xmlns:e='urn:x'>" + lines(records, r -> xml(r).replaceAll("<(/?)([A-Z])", "<$1e:$2").replace("xmlns=", "xmlns:e=")) + "</e:Events>");
            case EVTX_DUMP -> utf8(numbered(records, r -> tree(r, "#attributes").toPrettyString()));
            case EVTX_DUMP_LINES -> utf8(lines(records, r -> tree(r, "#attributes").toString()));
            case EVTX_DUMP_SEPARATE -> utf8(lines(records, r -> tree(r, "_attributes").toString()));
            case EVTX_DUMP_XML -> utf8(numbered(records, r -> "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + xml(r)));
            case XML_TO_JSON -> utf8(array(records.stream().map(r -> tree(r, "@")).toList()));
            case EVTX_ECMD -> utf8("\uFEFF" + lines(records, r -> EvtxEcmdRow.of(r).toString()));
            case SPLUNK_JSON -> utf8(lines(records, r -> splunk(r).toString()));
            case WINLOGBEAT_6 -> utf8(lines(records, r -> Winlogbeat.six(r).toString()));
            case WINLOGBEAT_7 -> utf8(lines(records, r -> Winlogbeat.seven(r).toString()));
            case WINLOGBEAT_8_HITS -> utf8(hits(records));
            case NXLOG -> utf8(lines(records, r -> Winlogbeat.nxlog(r).toString()));
        };
    }

    private interface Writer {
        String write(LogRecord record);
    }

    private static byte[] utf8(String text) {
        return text.getBytes((Charset) StandardCharsets.UTF_8);
    }

    private static String lines(List<LogRecord> records, Writer writer) {
        StringBuilder out = new StringBuilder();
        records.forEach(record -> out.append(writer.write(record)).append("\r\n"));
        return out.toString();
    }

    private static String numbered(List<LogRecord> records, Writer writer) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < records.size(); i++) {
            out.append("Record ").append(i + 1).append('\n').append(writer.write(records.get(i))).append('\n');
        }
        return out.toString();
    }

    private static String array(List<ObjectNode> documents) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        documents.forEach(array::add);
        return array.toPrettyString();
    }

    private static String hits(List<LogRecord> records) {
        ObjectNode answer = JSON.createObjectNode().put("took", 4).put("timed_out", false);
        ArrayNode hits = answer.putObject("hits").put("max_score", 1.0).putArray("hits");
        records.forEach(r -> hits.addObject().put("_index", "winlogbeat-8.13.0").put("_id", "x" + r.number("record")).set("_source", Winlogbeat.eight(r)));
        return answer.toString();
    }

    private static EventDescription description(LogRecord r) {
        List<Datum> data = new ArrayList<>();
        r.data((name, value) -> data.add(Datum.string(name, value)));
        List<Element> leaves = new ArrayList<>();
        r.userData((name, value) -> leaves.add(new Element(name, List.of(), Optional.of(value), List.of())));
        Optional<Element> tree = r.hasUserData() ? Optional.of(new Element(r.userTag(), List.of(), Optional.empty(), leaves)) : Optional.empty();
        return new EventDescription(r.text("provider"), r.text("guid"), r.text("channel"), r.text("computer"), (int) r.number("event_id"), (int) r.number("version"),
                (int) r.number("level"), (int) r.number("task"), (int) r.number("opcode"), r.text("keywords"), r.text("time"), r.number("record"),
                (int) r.number("pid"), (int) r.number("tid"), r.text("sid"), data, tree);
    }

    static String xml(LogRecord r) {
        return xml(r, "");
    }

    private static String rendered(LogRecord r) {
        StringBuilder words = new StringBuilder();
        r.keywordTexts().forEach(word -> words.append("<Keyword>").append(escape(word)).append("</Keyword>"));
        return xml(r, "<RenderingInfo Culture='en-US'><Message>" + escape(r.text("message")) + "</Message><Level>" + r.text("level_text") + "</Level><Task>"
                + escape(r.text("task_text")) + "</Task><Opcode>" + r.text("opcode_text") + "</Opcode><Channel></Channel><Provider></Provider><Keywords>" + words
                + "</Keywords></RenderingInfo>");
    }

    private static String xml(LogRecord r, String rendering) {
        StringBuilder out = new StringBuilder("<Event xmlns='" + NAMESPACE + "'><System><Provider Name='" + escape(r.text("provider")) + "'");
        out.append(r.text("guid").isEmpty() ? "/>" : " Guid='" + r.text("guid") + "'/>");
        for (String[] one : List.of(new String[] {"EventID", "event_id"}, new String[] {"Version", "version"}, new String[] {"Level", "level"},
                new String[] {"Task", "task"}, new String[] {"Opcode", "opcode"}, new String[] {"Keywords", "keywords"})) {
            out.append('<').append(one[0]).append('>').append(r.text(one[1])).append("</").append(one[0]).append('>');
        }
        out.append("<TimeCreated SystemTime='").append(r.text("time").replace("Z", "00Z")).append("'/><EventRecordID>").append(r.text("record"))
                .append("</EventRecordID><Correlation/><Execution ProcessID='").append(r.text("pid")).append("' ThreadID='").append(r.text("tid")).append("'/><Channel>")
                .append(r.text("channel")).append("</Channel><Computer>").append(r.text("computer")).append("</Computer>")
                .append(r.text("sid").isEmpty() ? "<Security/>" : "<Security UserID='" + r.text("sid") + "'/>").append("</System>");
        if (r.hasUserData()) {
            out.append("<UserData><").append(r.userTag()).append(" xmlns='urn:x'>");
            r.userData((name, value) -> out.append('<').append(name).append('>').append(escape(value)).append("</").append(name).append('>'));
            out.append("</").append(r.userTag()).append("></UserData>");
        } else {
            out.append("<EventData>");
            r.data((name, value) -> out.append(name.isEmpty() ? "<Data>" : "<Data Name='" + name + "'>").append(escape(value)).append("</Data>"));
            out.append("</EventData>");
        }
        return out.append(rendering).append("</Event>").toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&apos;").replace("\r", "&#13;");
    }

    /** The document of a record in the shape of its XML, attributes as one converter or another writes them. */
    private static ObjectNode tree(LogRecord r, String attributes) {
        ObjectNode document = JSON.createObjectNode();
        ObjectNode event = document.putObject("Event");
        attribute(event, "", attributes, "xmlns", NAMESPACE);
        ObjectNode system = event.putObject("System");
        attribute(system, "Provider", attributes, "Name", r.text("provider"));
        attribute(system, "Provider", attributes, "Guid", bare(r.text("guid"), attributes));
        system.put("EventID", r.number("event_id")).put("Version", r.number("version")).put("Level", r.number("level")).put("Task", r.number("task"));
        system.put("Opcode", r.number("opcode")).put("Keywords", r.text("keywords"));
        attribute(system, "TimeCreated", attributes, "SystemTime", attributes.equals("@") ? r.text("time") : r.time(6));
        system.put("EventRecordID", r.number("record")).putNull("Correlation");
        attribute(system, "Execution", attributes, "ProcessID", r.text("pid"));
        attribute(system, "Execution", attributes, "ThreadID", r.text("tid"));
        system.put("Channel", r.text("channel")).put("Computer", r.text("computer"));
        if (r.text("sid").isEmpty()) {
            system.putNull("Security");
        } else {
            attribute(system, "Security", attributes, "UserID", r.text("sid"));
        }
        if (r.hasUserData()) {
            ObjectNode tag = event.putObject("UserData").putObject(r.userTag());
            attribute(tag, "", attributes, "xmlns", "urn:x");
            r.userData(tag::put);
        } else {
            data(event.putObject("EventData"), r, attributes);
        }
        return document;
    }

    /** evtx_dump writes GUIDs in capitals and without braces. */
    private static String bare(String guid, String attributes) {
        return attributes.equals("@") || guid.isEmpty() ? guid : guid.substring(1, guid.length() - 1).toUpperCase(Locale.ROOT);
    }

    private static void data(ObjectNode node, LogRecord r, String attributes) {
        ArrayNode unnamed = JsonNodeFactory.instance.arrayNode();
        r.data((name, value) -> {
            if (attributes.equals("@")) {
                unnamed.add(name.isEmpty() ? JsonNodeFactory.instance.textNode(value) : JSON.createObjectNode().put("@Name", name).put("#text", value));
            } else if (name.isEmpty()) {
                unnamed.add(value);
            } else {
                node.put(name, value);
            }
        });
        if (!unnamed.isEmpty()) {
            if (attributes.equals("#attributes")) {
                node.putObject("Data").set("#text", unnamed);
            } else {
                node.set("Data", unnamed);
            }
        }
    }

    private static void attribute(ObjectNode node, String element, String style, String name, String value) {
        if (value.isEmpty()) {
            return;
        }
        switch (style) {
            case "_attributes" -> {
                if (!element.isEmpty()) {
                    node.withObjectProperty(element + style).put(name, value);
                }
            }
            case "@" -> (element.isEmpty() ? node : node.withObjectProperty(element)).put("@" + name, value);
            default -> (element.isEmpty() ? node : node.withObjectProperty(element)).withObjectProperty(style).put(name, value);
        }
    }

    private static ObjectNode splunk(LogRecord r) {
        ObjectNode line = JSON.createObjectNode().put("preview", false).put("offset", 0);
        ObjectNode result = line.putObject("result");
        result.put("_raw", xml(r)).put("_time", r.time(3).replace("Z", "+00:00")).put("host", r.text("computer").split("\\.")[0]).put("index", "wineventlog");
        result.put("source", "XmlWinEventLog:" + r.text("channel")).put("sourcetype", "XmlWinEventLog").put("linecount", "1");
        return line;
    }
}
