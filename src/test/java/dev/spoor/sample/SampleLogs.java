package dev.spoor.sample;

import dev.spoor.ingest.evtx.EventDescription;
import dev.spoor.ingest.evtx.EvtxWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the logs of the sample case. On two days of ordinary work at Northwind Fabrication somebody comes in through a workbook on wks-114, reads the credentials
 * of adm-pki2 there, guesses a password on fs03, plants a task on wks-097, lets a service account delegate to krbtgt on dc01, copies the store of the certification
 * authority ca01 and dumps the Kerberos cache of mac-017. The nightly backup of the same store is harmless, and so is some more.
 *
 * <p>{@code main} writes them, compressed, to the folder named by its argument; {@code SampleLogsTest} holds the shipped files to what this makes.
 */
public final class SampleLogs {
    private SampleLogs() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (Map.Entry<String, byte[]> file : files().entrySet()) {
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(file.getKey() + ".gz")))) {
                out.write(file.getValue());
            }
        }
    }

    /** File name to content. */
    public static Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("dc01-Security.evtx", log(DirectoryHosts.domainController(), 812_400));
        files.put("ca01-Security.evtx", log(DirectoryHosts.certificateAuthority(), 204_300));
        files.put("fs03-nxlog.ndjson", FileServer.log().getBytes(StandardCharsets.UTF_8));
        files.put("mac-017-endpoint.ndjson", mac().getBytes(StandardCharsets.UTF_8));
        files.put("wks-097-Security.xml", EventXmlText.of(numbered(DirectoryHosts.secondWorkstation(), 55_010)).getBytes(StandardCharsets.UTF_8));
        files.put("wks-114-PowerShell.evtx", log(FirstWorkstation.powershell(), 9_120));
        files.put("wks-114-Sysmon.evtx", log(FirstWorkstation.sysmon(), 331_870));
        return files;
    }

    private static String mac() {
        Story story = new Story(403);
        MacEvents mac = new MacEvents("mac-017.nwf.example");
        List<List<String>> daily = List.of(List.of("/usr/bin/git", "git", "pull", "--rebase"), List.of("/usr/bin/ssh", "ssh", "build01.nwf.example"),
                List.of("/usr/bin/kinit", "kinit", "k.mori@NWF.EXAMPLE"), List.of("/usr/bin/klist", "klist", "-A"), List.of("/usr/bin/kcc", "kcc", "list"),
                List.of("/usr/sbin/softwareupdate", "softwareupdate", "--list"), List.of("/bin/ls", "ls", "-la"));
        Map<String, String> lines = new TreeMap<>();
        for (int i = 0; i < 420; i++) {
            List<String> command = daily.get(story.below(daily.size()));
            String time = Story.iso(story.workingTime());
            lines.put(time, mac.started(time, "k.mori", command.getFirst(), "/bin/zsh", 2_000 + story.below(40_000), command.subList(1, command.size())).toString());
        }
        String time = Story.iso(story.at(2, "03:22:40.5177300"));
        lines.put(time, mac.started(time, "k.mori", "/usr/bin/kcc", "/bin/bash", 48_211,
                List.of("kcc", "copy_cred_cache", "API:7E41A2C9-0B6D-4C55-8F0A-91D2C3B4E5F6", "/tmp/.cc")).toString());
        return String.join("\n", lines.values()) + "\n";
    }

    private static byte[] log(List<EventDescription> events, long firstRecord) {
        return EvtxWriter.log(numbered(events, firstRecord));
    }

    /** The events in the order of their time, numbered. */
    private static List<EventDescription> numbered(List<EventDescription> events, long firstRecord) {
        List<EventDescription> sorted = events.stream().sorted(Comparator.comparing(EventDescription::time)).toList();
        List<EventDescription> numbered = new ArrayList<>();
        for (EventDescription e : sorted) {
            numbered.add(new EventDescription(e.provider(), e.providerGuid(), e.channel(), e.computer(), e.eventId(), e.version(), e.level(), e.task(), e.opcode(), e.keywords(),
                    e.time(),
                    firstRecord + numbered.size(), e.processId(), e.threadId(), e.userId(), e.data(), e.userData()));
        }
        return numbered;
    }
}
