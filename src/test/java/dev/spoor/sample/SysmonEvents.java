package dev.spoor.sample;

import dev.spoor.ingest.evtx.Datum;
import dev.spoor.ingest.evtx.EventDescription;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Events of Sysmon as its version 15 fills them. */
final class SysmonEvents {
    private static final String SYSTEM = "NT AUTHORITY\\SYSTEM";
    private final String computer;

    /** A process: its number also makes its GUID. */
    record Process(int pid, String image, String user) {
        String guid() {
            return String.format(Locale.ROOT, "{6c1a7b30-%04x-6632-%04x-000000001c00}", pid >> 16 | 0x4100, pid & 0xffff);
        }
    }

    SysmonEvents(String computer) {
        this.computer = computer;
    }

    static Process system(int pid, String image) {
        return new Process(pid, image, SYSTEM);
    }

    EventDescription created(String time, Process process, String commandLine, Process parent, String parentCommandLine) {
        String file = process.image().substring(process.image().lastIndexOf('\\') + 1);
        return event(1, 5, time, List.of(text("RuleName", "-"), text("UtcTime", utc(time)), Datum.guid("ProcessGuid", process.guid()), Datum.number("ProcessId", process.pid()),
                text("Image", process.image()), text("FileVersion", "10.0.22621.1"), text("Description", file), text("Product", "-"), text("Company", "-"),
                text("OriginalFileName", file), text("CommandLine", commandLine), text("CurrentDirectory", "C:\\Windows\\system32\\"), text("User", process.user()),
                Datum.guid("LogonGuid", "{6c1a7b30-0000-6632-0000-0020e7030000}"), Datum.hex("LogonId", "0x3e7"), Datum.number("TerminalSessionId", 1),
                text("IntegrityLevel", process.user().equals(SYSTEM) ? "System" : "Medium"), text("Hashes", "SHA256=" + hash(process.image())),
                Datum.guid("ParentProcessGuid", parent.guid()), Datum.number("ParentProcessId", parent.pid()), text("ParentImage", parent.image()),
                text("ParentCommandLine", parentCommandLine), text("ParentUser", parent.user())));
    }

    EventDescription connected(String time, Process process, String from, String to, String toName, int port) {
        return event(3, 5, time, List.of(text("RuleName", "-"), text("UtcTime", utc(time)), Datum.guid("ProcessGuid", process.guid()), Datum.number("ProcessId", process.pid()),
                text("Image", process.image()), text("User", process.user()), text("Protocol", "tcp"), bool("Initiated", true), bool("SourceIsIpv6", false),
                text("SourceIp", from), text("SourceHostname", computer), Datum.number("SourcePort", 49_800), text("SourcePortName", "-"), bool("DestinationIsIpv6", false),
                text("DestinationIp", to), text("DestinationHostname", toName), Datum.number("DestinationPort", port), text("DestinationPortName", "-")));
    }

    /** A process opened another. */
    EventDescription accessed(String time, Process source, Process target, String access, String trace) {
        return event(10, 3, time, List.of(text("RuleName", "-"), text("UtcTime", utc(time)), Datum.guid("SourceProcessGUID", source.guid()),
                Datum.number("SourceProcessId", source.pid()), Datum.number("SourceThreadId", source.pid() + 8), text("SourceImage", source.image()),
                Datum.guid("TargetProcessGUID", target.guid()), Datum.number("TargetProcessId", target.pid()), text("TargetImage", target.image()),
                text("GrantedAccess", access), text("CallTrace", trace), text("SourceUser", source.user()), text("TargetUser", target.user())));
    }

    EventDescription fileCreated(String time, Process process, String file) {
        return event(11, 2, time, List.of(text("RuleName", "-"), text("UtcTime", utc(time)), Datum.guid("ProcessGuid", process.guid()), Datum.number("ProcessId", process.pid()),
                text("Image", process.image()), text("TargetFilename", file), text("CreationUtcTime", utc(time)), text("User", process.user())));
    }

    EventDescription resolved(String time, Process process, String name, String address) {
        return event(22, 5, time, List.of(text("RuleName", "-"), text("UtcTime", utc(time)), Datum.guid("ProcessGuid", process.guid()), Datum.number("ProcessId", process.pid()),
                text("QueryName", name), text("QueryStatus", "0"), text("QueryResults", "::ffff:" + address + ";"), text("Image", process.image()), text("User", process.user())));
    }

    private EventDescription event(int id, int version, String time, List<Datum> data) {
        return new EventDescription("Microsoft-Windows-Sysmon", "{5770385f-c22a-43e0-bf4c-06f5698ffbd9}", "Microsoft-Windows-Sysmon/Operational", computer, id, version, 4,
                id, 0, "0x8000000000000000", time, 0, 3_044, 4_212, "S-1-5-18", data, Optional.empty());
    }

    private static String utc(String time) {
        return time.replace('T', ' ').substring(0, 23);
    }

    /** An invented hash: digits that follow from the path. */
    private static String hash(String image) {
        StringBuilder out = new StringBuilder();
        long state = image.hashCode();
        while (out.length() < 64) {
            state = state * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
            out.append(String.format(Locale.ROOT, "%08X", state >>> 32));
        }
        return out.toString();
    }

    private static Datum text(String name, String value) {
        return Datum.string(name, value);
    }

    private static Datum bool(String name, boolean value) {
        return Datum.bool(name, value);
    }
}
