package dev.spoor.sample;

import dev.spoor.ingest.evtx.EventDescription;
import java.util.ArrayList;
import java.util.List;

/** The Security logs of the domain controller, of the certification authority, and of the workstation that the intruder moves on to. */
final class DirectoryHosts {
    private static final String CERTUTIL = "C:\\Windows\\System32\\certutil.exe";
    private static final String POWERSHELL = "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe";
    private static final List<String> SERVICES = List.of("FS03$", "CA01$", "WEB01$", "DC01$");
    private static final String OPERATORS = "S-1-5-32-551";

    private DirectoryHosts() {}

    static List<EventDescription> domainController() {
        Story story = new Story(401);
        SecurityEvents dc = new SecurityEvents("dc01.nwf.example");
        List<EventDescription> events = new ArrayList<>();
        for (int i = 0; i < 260; i++) {
            long time = story.workingTime();
            Story.Person person = story.someone();
            events.add(dc.ticket(Story.iso(time), person));
            int service = story.below(SERVICES.size());
            events.add(dc.serviceTicket(Story.iso(time + 2_000_000 + story.below(90_000_000)), person, SERVICES.get(service), 1_001 + service));
            events.add(dc.logon(Story.iso(time + 120_000_000), person, 3));
            events.add(dc.logoff(Story.iso(time + 4_000_000_000L + story.below(900_000_000)), person, 3));
        }
        for (int i = 0; i < 24; i++) {
            events.add(dc.accountChanged(Story.iso(story.workingTime()), Story.DESK, story.someone(), "Display name " + (i + 1), "-"));
        }
        for (int i = 0; i < 9; i++) {
            events.add(dc.memberAdded(Story.iso(story.workingTime()), 4728, Story.DESK, story.someone(), "Team CNC", "NWF", Story.DOMAIN_SID + "-1612"));
            events.add(dc.failedLogon(Story.iso(story.workingTime()), story.someone(), 3));
        }
        events.add(dc.accountChanged(Story.iso(story.at(1, "10:12:44.1839021")), Story.DESK, Story.WEB, "-", "\r\n\t\tHTTP/web01.nwf.example\r\n\t\tHTTP/web01"));
        events.add(dc.memberAdded(Story.iso(story.at(1, "11:20:05.7719004")), 4732, Story.DESK, Story.BACKUP, "Backup Operators", "Builtin", OPERATORS));
        events.add(dc.ticket(Story.iso(story.at(1, "15:20:31.4420016")), Story.ADMIN));
        intrusion(story, dc, events);
        return events;
    }

    private static void intrusion(Story story, SecurityEvents dc, List<EventDescription> events) {
        events.add(dc.ticket(Story.iso(story.at(2, "02:49:50.8810443")), Story.ADMIN));
        events.add(dc.logon(Story.iso(story.at(2, "02:49:51.0021874")), Story.ADMIN, 3));
        events.add(dc.privileges(Story.iso(story.at(2, "02:49:51.0043310")), Story.ADMIN));
        events.add(dc.process(Story.iso(story.at(2, "02:55:17.6620018")), Story.ADMIN, POWERSHELL, "C:\\Windows\\System32\\wsmprovhost.exe",
                "powershell.exe -NoProfile -Command Set-ADUser svc-web -Add @{'msDS-AllowedToDelegateTo'='krbtgt/NWF.EXAMPLE'}"));
        events.add(dc.accountChanged(Story.iso(story.at(2, "02:55:18.4410937")), Story.ADMIN, Story.WEB, "-", "\r\n\t\tkrbtgt/NWF.EXAMPLE\r\n\t\tkrbtgt"));
        events.add(dc.memberAdded(Story.iso(story.at(2, "02:58:02.1190733")), 4732, Story.ADMIN, Story.WEB, "Backup Operators", "Builtin", OPERATORS));
    }

    static List<EventDescription> certificateAuthority() {
        Story story = new Story(402);
        SecurityEvents ca = new SecurityEvents("ca01.nwf.example");
        List<EventDescription> events = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            Story.Person person = story.someone();
            long time = story.workingTime();
            events.add(ca.logon(Story.iso(time), person, 3));
            events.add(ca.certificateIssued(Story.iso(time + 31_000_000), person, 5_120 + i));
            events.add(ca.logoff(Story.iso(time + 700_000_000), person, 3));
        }
        for (int day = 1; day <= 2; day++) {
            events.add(ca.logon(Story.iso(story.at(day, "01:59:58.3301200")), Story.BACKUP, 4));
            events.add(ca.process(Story.iso(story.at(day, "02:00:01.1270043")), Story.BACKUP, CERTUTIL, "C:\\Windows\\System32\\svchost.exe",
                    "certutil.exe -backupDB \\\\bkp01\\pki$\\ca01 KeepLog"));
            events.add(ca.certificateStoreBackup(Story.iso(story.at(day, "02:00:03.8812670")), Story.BACKUP));
        }
        events.add(ca.logon(Story.iso(story.at(2, "02:51:02.7730921")), Story.ADMIN, 3));
        events.add(ca.privileges(Story.iso(story.at(2, "02:51:02.7751188")), Story.ADMIN));
        events.add(ca.process(Story.iso(story.at(2, "03:14:03.2040077")), Story.ADMIN, CERTUTIL, "C:\\Windows\\System32\\cmd.exe", "certutil.exe -backupDB C:\\Users\\Public"));
        events.add(ca.certificateStoreBackup(Story.iso(story.at(2, "03:14:07.3180455")), Story.ADMIN));
        return events;
    }

    /** wks-097, whose log comes as XML. */
    static List<EventDescription> secondWorkstation() {
        Story story = new Story(405);
        SecurityEvents host = new SecurityEvents("wks-097.nwf.example");
        List<EventDescription> events = new ArrayList<>();
        List<String> programs =
                List.of("C:\\Program Files\\Northwind CAM\\cam.exe", "C:\\Windows\\System32\\notepad.exe", "C:\\Windows\\explorer.exe", "C:\\Windows\\System32\\mmc.exe");
        for (int i = 0; i < 120; i++) {
            long time = story.workingTime();
            String program = programs.get(story.below(programs.size()));
            events.add(host.logon(Story.iso(time), Story.ALVAREZ, 7));
            events.add(host.process(Story.iso(time + 50_000_000 + story.below(600_000_000)), Story.ALVAREZ, program, "C:\\Windows\\explorer.exe", "\"" + program + "\""));
        }
        for (int day = 1; day <= 2; day++) {
            events.add(host.taskCreated(Story.iso(story.at(day, "07:30:12.3340177")), Story.ALVAREZ, "\\Northwind CAM\\Update check", "C:\\Program Files\\Northwind CAM\\check.exe",
                    false));
        }
        events.add(host.logon(Story.iso(story.at(1, "19:00:02.0117290")), Story.DEPLOY, 3));
        events.add(host.taskCreated(Story.iso(story.at(1, "19:00:03.6620144")), Story.DEPLOY, "\\Northwind Deploy\\Inventory",
                "C:\\Program Files\\Northwind Inventory\\invagent.exe", true));
        events.add(host.logon(Story.iso(story.at(2, "02:12:20.8830021")), Story.ADMIN, 3));
        events.add(host.privileges(Story.iso(story.at(2, "02:12:20.8851109")), Story.ADMIN));
        events.add(host.taskCreated(Story.iso(story.at(2, "02:12:41.0092215")), Story.ADMIN, "\\NwfSync", "C:\\Users\\Public\\upd.exe", true));
        return events;
    }
}
