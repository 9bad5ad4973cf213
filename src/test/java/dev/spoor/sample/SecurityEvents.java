package dev.spoor.sample;

import dev.spoor.ingest.evtx.Datum;
import dev.spoor.ingest.evtx.EventDescription;
import java.util.ArrayList;
import java.util.List;

/** Events of the Security log as Windows fills them. The record id is given when the log is put in order. */
final class SecurityEvents {
    private static final String DOMAIN = "NWF";
    private final String computer;

    SecurityEvents(String computer) {
        this.computer = computer;
    }

    EventDescription logon(String time, Story.Person person, int type) {
        return event(4624, time, List.of(sid("SubjectUserSid", "S-1-0-0"), text("SubjectUserName", "-"), text("SubjectDomainName", "-"), hex("SubjectLogonId", "0x0"),
                sid("TargetUserSid", person.sid()), text("TargetUserName", person.name()), text("TargetDomainName", DOMAIN), hex("TargetLogonId", person.logonId()),
                Datum.number("LogonType", type), text("LogonProcessName", "Kerberos"), text("AuthenticationPackageName", "Kerberos"),
                text("WorkstationName", "-"), text("TransmittedServices", "-"), text("LmPackageName", "-"), Datum.number("KeyLength", 0),
                hex("ProcessId", "0x0"), text("ProcessName", "-"), text("IpAddress", person.address()), text("IpPort", "49732")));
    }

    EventDescription logoff(String time, Story.Person person, int type) {
        return event(4634, time, List.of(sid("TargetUserSid", person.sid()), text("TargetUserName", person.name()), text("TargetDomainName", DOMAIN),
                hex("TargetLogonId", person.logonId()), Datum.number("LogonType", type)));
    }

    EventDescription privileges(String time, Story.Person person) {
        return event(4672, time, List.of(sid("SubjectUserSid", person.sid()), text("SubjectUserName", person.name()), text("SubjectDomainName", DOMAIN),
                hex("SubjectLogonId", person.logonId()), text("PrivilegeList", "SeBackupPrivilege\r\n\t\t\tSeRestorePrivilege\r\n\t\t\tSeSecurityPrivilege")));
    }

    EventDescription process(String time, Story.Person person, String image, String parent, String commandLine) {
        return event(4688, time, List.of(sid("SubjectUserSid", person.sid()), text("SubjectUserName", person.name()), text("SubjectDomainName", DOMAIN),
                hex("SubjectLogonId", person.logonId()), hex("NewProcessId", "0x1a4c"), text("NewProcessName", image), text("TokenElevationType", "%%1936"),
                hex("ProcessId", "0x0e30"), text("CommandLine", commandLine), sid("TargetUserSid", "S-1-0-0"), text("TargetUserName", "-"), text("TargetDomainName", "-"),
                hex("TargetLogonId", "0x0"), text("ParentProcessName", parent), sid("MandatoryLabel", "S-1-16-12288")));
    }

    /** A user account was changed; only what changed is not "-". */
    EventDescription accountChanged(String time, Story.Person by, Story.Person whom, String displayName, String delegateTo) {
        List<Datum> data = new ArrayList<>(List.of(text("Dummy", "-"), text("TargetUserName", whom.name()), text("TargetDomainName", DOMAIN), sid("TargetSid", whom.sid()),
                sid("SubjectUserSid", by.sid()), text("SubjectUserName", by.name()), text("SubjectDomainName", DOMAIN), hex("SubjectLogonId", by.logonId())));
        for (String unchanged : List.of("PrivilegeList", "SamAccountName")) {
            data.add(text(unchanged, "-"));
        }
        data.add(text("DisplayName", displayName));
        for (String unchanged : List.of("UserPrincipalName", "HomeDirectory", "HomePath", "ScriptPath", "ProfilePath", "UserWorkstations", "PasswordLastSet",
                "AccountExpires", "PrimaryGroupId")) {
            data.add(text(unchanged, "-"));
        }
        data.add(text("AllowedToDelegateTo", delegateTo));
        for (String unchanged : List.of("OldUacValue", "NewUacValue", "UserAccountControl", "UserParameters", "SidHistory", "LogonHours")) {
            data.add(text(unchanged, "-"));
        }
        return event(4738, time, data);
    }

    EventDescription certificateIssued(String time, Story.Person requester, int request) {
        return event(4887, time, List.of(text("RequestId", Integer.toString(request)), text("Requester", DOMAIN + "\\" + requester.name()),
                text("Attributes", "CertificateTemplate:NwfUser"), text("Disposition", "3"), text("SubjectKeyIdentifier", "5d 1c 40 77 a2 09"),
                text("Subject", "CN=" + requester.name() + ", DC=nwf, DC=example")));
    }

    EventDescription certificateStoreBackup(String time, Story.Person by) {
        return event(4876, time, List.of(Datum.number("BackupType", 1), sid("SubjectUserSid", by.sid()), text("SubjectUserName", by.name()),
                text("SubjectDomainName", DOMAIN), hex("SubjectLogonId", by.logonId())));
    }

    private EventDescription event(int id, String time, List<Datum> data) {
        return EventDescription.security(id, 0, computer, time, data);
    }

    private static Datum text(String name, String value) {
        return Datum.string(name, value);
    }

    private static Datum sid(String name, String value) {
        return Datum.sid(name, value);
    }

    private static Datum hex(String name, String value) {
        return Datum.hex(name, value);
    }
}
