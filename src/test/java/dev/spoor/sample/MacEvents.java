package dev.spoor.sample;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Process events of a Mac as Elastic Defend sends them. */
final class MacEvents {
    private final String host;

    MacEvents(String host) {
        this.host = host;
    }

    ObjectNode started(String time, String user, String executable, String parent, int pid, List<String> arguments) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("@timestamp", time);
        event.putObject("agent").put("type", "endpoint").put("version", "8.17.0");
        event.putObject("data_stream").put("type", "logs").put("dataset", "endpoint.events.process").put("namespace", "default");
        ObjectNode kind = event.putObject("event");
        kind.put("kind", "event").put("action", "exec").put("module", "endpoint").put("dataset", "endpoint.events.process").put("outcome", "unknown");
        kind.putArray("category").add("process");
        kind.putArray("type").add("start");
        event.putObject("host").put("name", host).putObject("os").put("type", "macos").put("family", "macos").put("name", "macOS").put("version", "14.4.1");
        ObjectNode process = event.putObject("process");
        process.put("pid", pid).put("name", executable.substring(executable.lastIndexOf('/') + 1)).put("executable", executable)
                .put("command_line", String.join(" ", arguments)).put("args_count", arguments.size());
        arguments.forEach(process.putArray("args")::add);
        process.putObject("parent").put("name", parent.substring(parent.lastIndexOf('/') + 1)).put("executable", parent);
        event.putObject("user").put("name", user).put("id", "501");
        return event;
    }
}
