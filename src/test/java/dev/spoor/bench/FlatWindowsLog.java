package dev.spoor.bench;

import dev.spoor.event.Time;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Writes invented flat Windows events as JSON lines, in the shape in which log collectors export them: the System names on top, the event data beside them, and
 * the rendered message, about 1.8 KB a line. The same numbers give the same bytes.
 */
public final class FlatWindowsLog {
    private static final long START = Time.parse("2024-05-02T00:00:00Z");
    private static final String LOGON_TEXT = "\\r\\n\\r\\nThis event is generated when a logon session is created or refused. It is generated on the computer that was accessed. "
            + "The subject fields indicate the account on the local system which requested the logon. ".repeat(8);
    private static final String PROCESS_TEXT = "\\r\\n\\r\\nToken Elevation Type indicates the type of token that was assigned to the new process in accordance with User Account "
            + "Control policy. Type 1 is a full token with no privileges removed or groups disabled. ".repeat(8);
    private final Random random;
    private final int first;

    private FlatWindowsLog(int first) {
        this.random = new Random(first);
        this.first = first;
    }

    /**
     * Writes a file.
     *
     * @param first  number of the first event; it is part of every event, so files of other numbers have other events
     * @param events how many
     */
    public static Path write(Path file, int first, int events) throws IOException {
        FlatWindowsLog log = new FlatWindowsLog(first);
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (int i = 0; i < events; i++) {
                out.write(log.line(i));
                out.write('\n');
            }
        }
        return file;
    }

    private String line(int place) {
        int number = first + place;
        String time = Time.iso(START + number * 1_234_567L);
        String host = "wks-" + (100 + random.nextInt(30)) + ".nwf.example";
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> process(number, time, host);
            case 4, 5, 6 -> logon(number, time, host, 4624, "An account was successfully logged on.");
            case 7 -> logon(number, time, host, random.nextInt(5) == 0 ? 4625 : 4634, "An account failed to log on.");
            default -> connection(number, time, host);
        };
    }

    private static String head(int number, String time, String host, int event, String channel, String provider) {
        return "{\"@timestamp\":\"" + time + "\",\"EventTime\":\"" + time.substring(0, 19).replace('T', ' ') + "\",\"Hostname\":\"" + host + "\",\"Computer\":\"" + host
                + "\",\"EventID\":" + event + ",\"Channel\":\"" + channel + "\",\"SourceName\":\"" + provider + "\",\"RecordNumber\":" + number
                + ",\"Severity\":\"INFO\",\"Task\":13312,\"Opcode\":\"Info\",\"ExecutionProcessID\":4,\"Version\":2,\"Keywords\":-9214364837600034816";
    }

    private String process(int number, String time, String host) {
        String image = "C:\\\\Windows\\\\System32\\\\" + (random.nextInt(50) == 0 ? "cmd" : "program" + random.nextInt(300)) + ".exe";
        String line = image + " /c run -job " + random.nextInt(3_000);
        String id = "0x" + Integer.toHexString(random.nextInt(4_000) * 4);
        return head(number, time, host, 4688, "Security", "Microsoft-Windows-Security-Auditing") + ",\"SubjectUserName\":\"" + user() + "\",\"SubjectDomainName\":\"NWF\","
                + "\"SubjectUserSid\":\"" + sid() + "\",\"SubjectLogonId\":\"0x" + Integer.toHexString(random.nextInt(1 << 20)) + "\",\"NewProcessId\":\"" + id
                + "\",\"NewProcessName\":\"" + image + "\",\"ProcessId\":\"0x2a4\",\"CommandLine\":\"" + line + "\",\"TokenElevationType\":\"%%1936\",\"MandatoryLabel\":"
                + "\"S-1-16-12288\",\"ParentProcessName\":\"C:\\\\Windows\\\\explorer.exe\",\"Message\":\"A new process has been created.\\r\\n\\r\\nProcess Information:"
                + "\\r\\n\\tNew Process ID:\\t\\t" + id + "\\r\\n\\tNew Process Name:\\t" + image + "\\r\\n\\tProcess Command Line:\\t" + line + PROCESS_TEXT + "\"}";
    }

    private String logon(int number, String time, String host, int event, String title) {
        String user = user();
        String address = "10.20." + random.nextInt(4) + "." + random.nextInt(250);
        return head(number, time, host, event, "Security", "Microsoft-Windows-Security-Auditing") + ",\"SubjectUserName\":\"-\",\"SubjectUserSid\":\"S-1-0-0\","
                + "\"TargetUserName\":\"" + user + "\",\"TargetDomainName\":\"NWF\",\"TargetUserSid\":\"" + sid() + "\",\"TargetLogonId\":\"0x"
                + Integer.toHexString(random.nextInt()) + "\",\"LogonType\":\"" + (random.nextBoolean() ? 3 : 10) + "\",\"LogonProcessName\":\"Kerberos\","
                + "\"AuthenticationPackageName\":\"Kerberos\",\"WorkstationName\":\"-\",\"LogonGuid\":\"{00000000-0000-0000-0000-000000000000}\",\"KeyLength\":\"0\","
                + "\"ProcessName\":\"-\",\"IpAddress\":\"" + address + "\",\"IpPort\":\"" + (49_152 + random.nextInt(16_000)) + "\",\"Message\":\"" + title
                + "\\r\\n\\r\\nNew Logon:\\r\\n\\tAccount Name:\\t\\t" + user + "\\r\\n\\tSource Network Address:\\t" + address + LOGON_TEXT + "\"}";
    }

    private String connection(int number, String time, String host) {
        String image = "C:\\\\Program Files\\\\Line" + random.nextInt(40) + "\\\\agent.exe";
        return head(number, time, host, 3, "Microsoft-Windows-Sysmon/Operational", "Microsoft-Windows-Sysmon") + ",\"UtcTime\":\"" + time.substring(0, 23).replace('T', ' ')
                + "\",\"ProcessGuid\":\"{" + new java.util.UUID(random.nextLong(), number) + "}\",\"ProcessId\":\"" + random.nextInt(20_000) + "\",\"Image\":\"" + image
                + "\",\"User\":\"NWF\\\\" + user() + "\",\"Protocol\":\"tcp\",\"Initiated\":\"true\",\"SourceIp\":\"10.20.1." + random.nextInt(250)
                + "\",\"SourcePort\":\"" + (49_152 + random.nextInt(16_000)) + "\",\"DestinationIp\":\"198.51.100." + random.nextInt(250)
                + "\",\"DestinationHostname\":\"srv" + random.nextInt(90) + ".nwf.example\",\"DestinationPort\":\"443\",\"Message\":\"Network connection detected:\\r\\nImage: "
                + image + "\\r\\nRuleName: -" + LOGON_TEXT + "\"}";
    }

    private String user() {
        return random.nextInt(40) == 0 ? "svc-print" + random.nextInt(4) : "user" + random.nextInt(400);
    }

    private String sid() {
        return "S-1-5-21-1004336348-1177238915-682003330-" + (1_100 + random.nextInt(400));
    }
}
