package dev.spoor.ui;

import dev.spoor.event.Time;
import dev.spoor.workbench.SourceSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An invented evidence register. */
final class SampleSources {
    private SampleSources() {}

    static List<SourceSummary> all() {
        List<SourceSummary> all = new ArrayList<>();
        add(all, "ca01-security.evtx", "", "evtx", 68_100_000, 88_204, 0, "01T08:00", "03T20:00");
        add(all, "ca01-sysmon.evtx", "", "evtx", 112_400_000, 141_930, 0, "01T12:10", "03T20:00");
        add(all, "dc01-security.evtx", "", "evtx", 128_000_000, 301_112, 0, "01T08:00", "03T20:00");
        add(all, "dc02-security.evtx", "", "evtx", 128_000_000, 238_605, 412, "01T08:00", "03T20:00");
        add(all, "dc02-system.evtx", "", "evtx", 20_100_000, 31_447, 0, "01T08:00", "03T20:00");
        add(all, "fs03-security.evtx", "", "evtx", 64_000_000, 120_388, 0, "01T08:00", "03T20:00");
        add(all, "vpn01-auth.log", "", "syslog", 9_800_000, 44_018, 0, "01T08:00", "03T20:00");
        add(all, "wks-114.zip", "C/Windows/System32/winevt/Logs/Security.evtx", "evtx", 41_700_000, 92_266, 0, "01T18:00", "02T22:00");
        add(all, "wks-097.zip", "C/Windows/System32/winevt/Logs/Security.evtx", "evtx", 38_200_000, 61_540, 0, "01T16:00", "02T23:50");
        add(all, "edr-export.ndjson", "", "ndjson", 55_900_000, 71_603, 0, "01T10:00", "03T18:00");
        add(all, "proxy-0501-0503.csv.gz", "proxy.csv", "csv", 4_100_000, 9_700, 0, "01T08:00", "03T20:00");
        add(all, "firewall.csv", "", "csv", 2_200_000, 3_300, 0, "01T22:00", "03T20:00");
        return List.copyOf(all);
    }

    private static void add(List<SourceSummary> all, String name, String entry, String format, long size, long records, long damaged, String first, String last) {
        List<String> problems = damaged == 0 ? List.of() : List.of("offset 0x02130000: chunk checksum is 5e08b3d2, expected f7a94c11; 1,006 records recovered, 388 lost",
                "offset 0x021b4e18: record ends beyond its chunk; kept as raw bytes", "record 611204 → 634977: 23,773 record numbers are missing");
        int number = all.size() + 1;
        all.add(new SourceSummary(number, "/evidence/" + name, entry, "%08x".formatted(number * 0x1f3d5b79).repeat(8), size, format, records, damaged, damaged == 0 ? 0 : 1_006,
                Time.parse("2024-05-" + first + ":00Z"), Time.parse("2024-05-" + last + ":00Z"), Optional.empty(), problems));
    }
}
