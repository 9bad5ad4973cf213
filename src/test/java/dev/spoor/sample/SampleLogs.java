package dev.spoor.sample;

import dev.spoor.ingest.evtx.EventDescription;
import dev.spoor.ingest.evtx.EvtxWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the logs of the sample case. On two days of ordinary work at Northwind Fabrication somebody with the account adm-pki2 lets a service account delegate to
 * krbtgt, copies the certificate authority's store, and dumps the Kerberos cache of a Mac; the nightly backup of the same store is harmless.
 *
 * <p>{@code main} writes them to the folder named by its argument; {@code SampleLogsTest} holds the shipped files to what this makes.
 */
public final class SampleLogs {
    private static final String CERTUTIL = "C:\\Windows\\System32\\certutil.exe";
    private static final String POWERSHELL = "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe";

    private SampleLogs() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (Map.Entry<String, byte[]> file : files().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    /** File name to content. */
    public static Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("dc01-Security.evtx", log(domainController(), 812_400));
        files.put("ca01-Security.evtx", log(certificateAuthority(), 204_300));
        files.put("mac-017-endpoint.ndjson", mac().getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static List<EventDescription> domainController() {
        Story story = new Story(401);
        SecurityEvents dc = new SecurityEvents("dc01.nwf.example");
        List<EventDescription> events = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            long time = story.workingTime();
            Story.Person person = story.someone();
            events.add(dc.logon(Story.iso(time), person, 3));
            events.add(dc.logoff(Story.iso(time + 4_000_000 + story.below(900_000_000)), person, 3));
        }
        for (int i = 0; i < 12; i++) {
            events.add(dc.accountChanged(Story.iso(story.workingTime()), Story.STAFF.getLast(), story.someone(), "Display name " + (i + 1), "-"));
        }
        Story.Person service = new Story.Person("svc-web", 1151, "10.20.1.20");
        events.add(dc.accountChanged(Story.iso(story.at(1, "10:12:44.1839021")), Story.STAFF.getLast(), service, "-", "\r\n\t\tHTTP/web01.nwf.example\r\n\t\tHTTP/web01"));
        events.add(dc.logon(Story.iso(story.at(2, "02:49:51.0021874")), Story.ADMIN, 3));
        events.add(dc.privileges(Story.iso(story.at(2, "02:49:51.0043310")), Story.ADMIN));
        events.add(dc.process(Story.iso(story.at(2, "02:55:17.6620018")), Story.ADMIN, POWERSHELL, "C:\\Windows\\System32\\wsmprovhost.exe",
                "powershell.exe -NoProfile -Command Set-ADUser svc-web -Add @{'msDS-AllowedToDelegateTo'='krbtgt/NWF.EXAMPLE'}"));
        events.add(dc.accountChanged(Story.iso(story.at(2, "02:55:18.4410937")), Story.ADMIN, service, "-", "\r\n\t\tkrbtgt/NWF.EXAMPLE\r\n\t\tkrbtgt"));
        return events;
    }

    private static List<EventDescription> certificateAuthority() {
        Story story = new Story(402);
        SecurityEvents ca = new SecurityEvents("ca01.nwf.example");
        List<EventDescription> events = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Story.Person person = story.someone();
            long time = story.workingTime();
            events.add(ca.logon(Story.iso(time), person, 3));
            events.add(ca.certificateIssued(Story.iso(time + 31_000_000), person, 5_120 + i));
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

    private static String mac() {
        Story story = new Story(403);
        MacEvents mac = new MacEvents("mac-017.nwf.example");
        List<List<String>> daily = List.of(List.of("/usr/bin/git", "git", "pull", "--rebase"), List.of("/usr/bin/ssh", "ssh", "build01.nwf.example"),
                List.of("/usr/bin/kinit", "kinit", "k.mori@NWF.EXAMPLE"), List.of("/usr/bin/klist", "klist", "-A"), List.of("/usr/bin/kcc", "kcc", "list"),
                List.of("/usr/sbin/softwareupdate", "softwareupdate", "--list"), List.of("/bin/ls", "ls", "-la"));
        Map<String, String> lines = new TreeMap<>();
        for (int i = 0; i < 160; i++) {
            List<String> command = daily.get(story.below(daily.size()));
            String time = Story.iso(story.workingTime());
            lines.put(time, mac.started(time, "k.mori", command.getFirst(), "/bin/zsh", 2_000 + story.below(40_000), command.subList(1, command.size())).toString());
        }
        String time = Story.iso(story.at(2, "03:22:40.5177300"));
        lines.put(time, mac.started(time, "k.mori", "/usr/bin/kcc", "/bin/bash", 48_211,
                List.of("kcc", "copy_cred_cache", "API:7E41A2C9-0B6D-4C55-8F0A-91D2C3B4E5F6", "/tmp/.cc")).toString());
        return String.join("\n", lines.values()) + "\n";
    }

    /** The events in the order of their time, numbered. */
    private static byte[] log(List<EventDescription> events, long firstRecord) {
        List<EventDescription> sorted = events.stream().sorted(Comparator.comparing(EventDescription::time)).toList();
        EvtxWriter writer = new EvtxWriter();
        for (int i = 0; i < sorted.size(); i++) {
            EventDescription e = sorted.get(i);
            writer.add(new EventDescription(e.provider(), e.providerGuid(), e.channel(), e.computer(), e.eventId(), e.version(), e.level(), e.task(), e.opcode(), e.keywords(), e.time(),
                    firstRecord + i, e.processId(), e.threadId(), e.userId(), e.data(), e.userData()));
        }
        return writer.finish();
    }
}
