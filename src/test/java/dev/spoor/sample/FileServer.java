package dev.spoor.sample;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** fs03, whose events a collector took away one by one, flat and under the names of NXLog. Clearing the log on the server did not reach them. */
final class FileServer {
    private static final long SUCCESS = 0x8020000000000000L;
    private static final long FAILURE = 0x8010000000000000L;
    private final Map<String, ObjectNode> lines = new TreeMap<>();
    private final Story story = new Story(407);

    private FileServer() {}

    static String log() {
        FileServer server = new FileServer();
        server.work();
        server.mistyped();
        server.intrusion();
        StringBuilder out = new StringBuilder();
        int record = 77_410;
        for (ObjectNode line : server.lines.values()) {
            out.append(line.put("RecordNumber", record++)).append('\n');
        }
        return out.toString();
    }

    private void work() {
        for (int i = 0; i < 330; i++) {
            long time = story.workingTime();
            Story.Person person = story.someone();
            logon(time, person, true);
            ObjectNode share = security(time + 3_000_000, 5140, "File Share", SUCCESS);
            subject(share, person).put("ShareName", "\\\\*\\cnc").put("ShareLocalPath", "\\??\\D:\\cnc").put("IpAddress", person.address()).put("IpPort", "50122");
        }
        service(story.at(1, "09:14:30.1170000"), "Northwind Inventory", "\"C:\\Program Files\\Northwind Inventory\\invagent.exe\" --service");
        for (int i = 0; i < 8; i++) {
            logon(story.workingTime(), story.someone(), false);
        }
    }

    /** A new password, and a phone that still has the old one. */
    private void mistyped() {
        long time = story.at(1, "09:07:02.4410000");
        for (int i = 0; i < 9; i++) {
            logon(time + i * 310_000_000L, Story.OSEI, false);
        }
        logon(time + 3_300_000_000L, Story.OSEI, true);
    }

    private void intrusion() {
        long time = story.at(2, "01:32:10.2230000");
        for (int i = 0; i < 14; i++) {
            logon(time + i * 90_000_000L, Story.LABEL, false);
        }
        logon(story.at(2, "01:34:31.6620000"), Story.LABEL, true);
        service(story.at(2, "01:41:07.9910000"), "NwfUpd",
                "%COMSPEC% /Q /c echo net user ^> \\\\127.0.0.1\\C$\\Windows\\Temp\\o 2^>^&1 > C:\\Windows\\Temp\\r.bat & %COMSPEC% /Q /c C:\\Windows\\Temp\\r.bat");
        ObjectNode cleared = event(story.at(2, "03:31:55.0440000"), "Security", "Microsoft-Windows-Eventlog", 1102, "Log clear", 0x4020000000000000L);
        cleared.put("SubjectUserSid", Story.LABEL.sid()).put("SubjectUserName", Story.LABEL.name()).put("SubjectDomainName", "NWF").put("SubjectLogonId", Story.LABEL.logonId());
    }

    private void logon(long time, Story.Person person, boolean success) {
        ObjectNode line = security(time, success ? 4624 : 4625, "Logon", success ? SUCCESS : FAILURE);
        line.put("SubjectUserSid", "S-1-0-0").put("SubjectUserName", "-").put("SubjectDomainName", "-").put("SubjectLogonId", "0x0");
        line.put("TargetUserSid", success ? person.sid() : "S-1-0-0").put("TargetUserName", person.name()).put("TargetDomainName", "NWF");
        line.put("LogonType", "3").put("LogonProcessName", "NtLmSsp ").put("AuthenticationPackageName", "NTLM").put("WorkstationName", person.host());
        line.put("IpAddress", person.address()).put("IpPort", "50211");
        if (success) {
            line.put("TargetLogonId", person.logonId());
        } else {
            line.put("Status", "0xc000006d").put("SubStatus", "0xc000006a").put("FailureReason", "%%2313");
        }
    }

    private void service(long time, String name, String path) {
        event(time, "System", "Service Control Manager", 7045, "", 0x8080000000000000L).put("ServiceName", name).put("ImagePath", path).put("ServiceType", "user mode service")
                .put("StartType", "demand start").put("AccountName", "LocalSystem");
    }

    private static ObjectNode subject(ObjectNode line, Story.Person person) {
        return line.put("SubjectUserSid", person.sid()).put("SubjectUserName", person.name()).put("SubjectDomainName", "NWF").put("SubjectLogonId", person.logonId());
    }

    private ObjectNode security(long time, int id, String category, long keywords) {
        return event(time, "Security", "Microsoft-Windows-Security-Auditing", id, category, keywords);
    }

    private ObjectNode event(long time, String channel, String source, int id, String category, long keywords) {
        String iso = Story.iso(time);
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("@timestamp", iso.substring(0, 23) + "Z").put("EventTime", iso.substring(0, 19).replace('T', ' ')).put("Hostname", "fs03.nwf.example");
        line.put("Channel", channel).put("SourceName", source).put("EventID", id).put("Keywords", keywords).put("Category", category).put("EventType", "INFO");
        line.put("SourceModuleName", "in").put("SourceModuleType", "im_msvistalog");
        String key = iso;
        for (int i = 1; lines.containsKey(key); i++) {
            key = iso + i;
        }
        lines.put(key, line);
        return line;
    }
}
