package dev.spoor.sample;

import dev.spoor.ingest.evtx.Datum;
import dev.spoor.ingest.evtx.EventDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Events of the Security log as Windows fills them. The record id is given when the log is put in order. */
final class SecurityEvents {
    private static final String PROVIDER = "Microsoft-Windows-Security-Auditing";
    private static final String GUID = "{54849625-5478-4994-a5ba-3e3b0328c30d}";
    private static final String DOMAIN = "NWF";
    private final String computer;

    SecurityEvents(String computer) {
        this.computer = computer;
    }

    EventDescription logon(String time, Story.Person person, int type) {
        return event(4624, 12_544, time, List.of(sid("SubjectUserSid", "S-1-0-0"), text("SubjectUserName", "-"), text("SubjectDomainName", "-"), hex("SubjectLogonId", "0x0"),
                sid("TargetUserSid", person.sid()), text("TargetUserName", person.name()), text("TargetDomainName", DOMAIN), hex("TargetLogonId", person.logonId()),
                Datum.number("LogonType", type), text("LogonProcessName", "Kerberos"), text("AuthenticationPackageName", "Kerberos"),
                text("WorkstationName", "-"), text("TransmittedServices", "-"), text("LmPackageName", "-"), Datum.number("KeyLength", 0),
                hex("ProcessId", "0x0"), text("ProcessName", "-"), text("IpAddress", person.address()), text("IpPort", "49732")));
    }

    /** A logon that failed because the password was wrong. */
    EventDescription failedLogon(String time, Story.Person person, int type) {
        return new EventDescription(PROVIDER, GUID, "Security", computer, 4625, 0, 0, 12_544, 0, "0x8010000000000000", time, 0, 712, 4_180, "",
                List.of(sid("SubjectUserSid", "S-1-0-0"), text("SubjectUserName", "-"), text("SubjectDomainName", "-"), hex("SubjectLogonId", "0x0"),
                        sid("TargetUserSid", "S-1-0-0"), text("TargetUserName", person.name()), text("TargetDomainName", DOMAIN), text("Status", "0xc000006d"),
                        text("FailureReason", "%%2313"), text("SubStatus", "0xc000006a"), Datum.number("LogonType", type), text("LogonProcessName", "NtLmSsp"),
                        text("AuthenticationPackageName", "NTLM"), text("WorkstationName", person.host()), text("TransmittedServices", "-"), text("LmPackageName", "-"),
                        Datum.number("KeyLength", 0), hex("ProcessId", "0x0"), text("ProcessName", "-"), text("IpAddress", person.address()), text("IpPort", "50211")),
                Optional.empty());
    }

    /** A ticket-granting ticket was issued. */
    EventDescription ticket(String time, Story.Person person) {
        return event(4768, 14_339, time, List.of(text("TargetUserName", person.name()), text("TargetDomainName", "NWF.EXAMPLE"), sid("TargetSid", person.sid()),
                text("ServiceName", "krbtgt"), sid("ServiceSid", Story.DOMAIN_SID + "-502"), text("TicketOptions", "0x40810010"), text("Status", "0x0"),
                text("TicketEncryptionType", "0x12"), text("PreAuthType", "2"), text("IpAddress", "::ffff:" + person.address()), text("IpPort", "51002"),
                text("CertIssuerName", ""), text("CertSerialNumber", ""), text("CertThumbprint", "")));
    }

    /** A service ticket was issued. */
    EventDescription serviceTicket(String time, Story.Person person, String service, int serviceRid) {
        return event(4769, 14_337, time, List.of(text("TargetUserName", person.name() + "@NWF.EXAMPLE"), text("TargetDomainName", "NWF.EXAMPLE"), text("ServiceName", service),
                sid("ServiceSid", Story.DOMAIN_SID + "-" + serviceRid), text("TicketOptions", "0x40810000"), text("TicketEncryptionType", "0x12"),
                text("IpAddress", "::ffff:" + person.address()), text("IpPort", "51003"), text("Status", "0x0"), text("LogonGuid", "-"), text("TransmittedServices", "-")));
    }

    /** A member was added to a group: 4728 for a global one, 4732 for a local one. */
    EventDescription memberAdded(String time, int id, Story.Person by, Story.Person member, String group, String groupDomain, String groupSid) {
        return event(id, 13_826, time, List.of(text("MemberName", "CN=" + member.name() + ",OU=Accounts,DC=nwf,DC=example"), sid("MemberSid", member.sid()),
                text("TargetUserName", group), text("TargetDomainName", groupDomain), sid("TargetSid", groupSid), sid("SubjectUserSid", by.sid()),
                text("SubjectUserName", by.name()), text("SubjectDomainName", DOMAIN), hex("SubjectLogonId", by.logonId()), text("PrivilegeList", "-")));
    }

    /** A scheduled task was registered, by a process of this computer or over the network. */
    EventDescription taskCreated(String time, Story.Person by, String task, String command, boolean remote) {
        String content = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\r\n<Task version=\"1.2\"><RegistrationInfo><Author>" + DOMAIN + "\\" + by.name()
                + "</Author></RegistrationInfo><Actions><Exec><Command>" + command + "</Command></Exec></Actions></Task>";
        return event(4698, 12_804, time, List.of(sid("SubjectUserSid", by.sid()), text("SubjectUserName", by.name()), text("SubjectDomainName", DOMAIN),
                hex("SubjectLogonId", by.logonId()), text("TaskName", task), text("TaskContent", content), Datum.number("ClientProcessStartKey", remote ? 0 : 4_222_124),
                Datum.number("ClientProcessId", remote ? 0 : 5_120), Datum.number("ParentProcessId", remote ? 0 : 764), Datum.number("RpcCallClientLocality", remote ? 0 : 1),
                text("FQDN", computer)));
    }

    EventDescription logoff(String time, Story.Person person, int type) {
        return event(4634, 12_545, time, List.of(sid("TargetUserSid", person.sid()), text("TargetUserName", person.name()), text("TargetDomainName", DOMAIN),
                hex("TargetLogonId", person.logonId()), Datum.number("LogonType", type)));
    }

    EventDescription privileges(String time, Story.Person person) {
        return event(4672, 12_548, time, List.of(sid("SubjectUserSid", person.sid()), text("SubjectUserName", person.name()), text("SubjectDomainName", DOMAIN),
                hex("SubjectLogonId", person.logonId()), text("PrivilegeList", "SeBackupPrivilege\r\n\t\t\tSeRestorePrivilege\r\n\t\t\tSeSecurityPrivilege")));
    }

    EventDescription process(String time, Story.Person person, String image, String parent, String commandLine) {
        return event(4688, 13_312, time, List.of(sid("SubjectUserSid", person.sid()), text("SubjectUserName", person.name()), text("SubjectDomainName", DOMAIN),
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
        return event(4738, 13_824, time, data);
    }

    EventDescription certificateIssued(String time, Story.Person requester, int request) {
        return event(4887, 12_805, time, List.of(text("RequestId", Integer.toString(request)), text("Requester", DOMAIN + "\\" + requester.name()),
                text("Attributes", "CertificateTemplate:NwfUser"), text("Disposition", "3"), text("SubjectKeyIdentifier", "5d 1c 40 77 a2 09"),
                text("Subject", "CN=" + requester.name() + ", DC=nwf, DC=example")));
    }

    EventDescription certificateStoreBackup(String time, Story.Person by) {
        return event(4876, 12_805, time, List.of(Datum.number("BackupType", 1), sid("SubjectUserSid", by.sid()), text("SubjectUserName", by.name()),
                text("SubjectDomainName", DOMAIN), hex("SubjectLogonId", by.logonId())));
    }

    private EventDescription event(int id, int task, String time, List<Datum> data) {
        return new EventDescription(PROVIDER, GUID, "Security", computer, id, 0, 0, task, 0, "0x8020000000000000", time, 0, 712, 4_180, "", data, Optional.empty());
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
