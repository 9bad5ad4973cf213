package dev.spoor.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.spoor.rule.exceptions.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The smallest conditions that tell known false positives from the rest. */
class ConditionSearchTest {
    private static final List<String> VOLATILE =
            List.of("process.pid", "process.entity_id", "winlog.record_id", "@timestamp", "winlog.event_data.ProcessGuid", "EventData.SubjectLogonId", "event.hash",
                    "event.sequence");
    private final Random random = new Random(7);

    private Map<String, List<String>> thing(String... pairs) {
        Map<String, List<String>> fields = new HashMap<>();
        // All separate perfectly, and none may be used.
        VOLATILE.forEach(field -> fields.put(field, List.of("v" + random.nextInt())));
        for (int i = 0; i < 30; i++) {
            fields.put("noise.field" + i, List.of("n" + random.nextInt(4)));
        }
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], List.of(pairs[i + 1]));
        }
        return fields;
    }

    private static Set<String> fields(ConditionSearch.Found found) {
        return found.entries().stream().map(Entry::field).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test void oneFieldThatTellsThemApartIsTheWholeAnswer() {
        List<Map<String, List<String>>> wanted = new ArrayList<>();
        List<Map<String, List<String>>> others = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            wanted.add(thing("process.parent.name", "cmagent.exe", "process.name", "powershell.exe", "host.name", "wks-" + i));
            others.add(thing("process.parent.name", i % 2 == 0 ? "winword.exe" : "cmd.exe", "process.name", "powershell.exe", "host.name", "wks-" + i));
        }
        ConditionSearch.Found found = new ConditionSearch(wanted, others).search();
        assertEquals(List.of(new Entry("process.parent.name", Entry.Operator.IS, false, List.of("cmagent.exe"), false)), found.entries());
        assertEquals(List.of(), found.remaining());
    }

    @Test void fieldsThatOnlyTogetherTellThemApartAreFoundTogether() {
        for (int round = 0; round < 20; round++) {
            List<Map<String, List<String>>> wanted = new ArrayList<>();
            List<Map<String, List<String>>> others = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                wanted.add(thing("user.name", "svc-deploy", "process.name", "psexec.exe", "host.name", "srv-01"));
                boolean user = i % 3 != 0;
                boolean process = i % 3 != 1;
                boolean host = i % 3 != 2;
                others.add(thing("user.name", user ? "svc-deploy" : "a.lund", "process.name", process ? "psexec.exe" : "cmd.exe", "host.name", host ? "srv-01" : "wks-9"));
            }
            ConditionSearch.Found found = new ConditionSearch(wanted, others).search();
            assertEquals(Set.of("host.name", "process.name", "user.name"), fields(found));
            assertEquals(List.of(), found.remaining());
        }
    }

    @Test void fewValuesAndFoldersAreConditionsToo() {
        List<Map<String, List<String>>> wanted = new ArrayList<>();
        List<Map<String, List<String>>> others = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            wanted.add(thing("process.executable", "C:\\Program Files\\NWF\\" + (char) ('a' + i % 26) + i + ".exe", "user.name", i % 2 == 0 ? "svc-a" : "svc-b"));
            others.add(thing("process.executable", "C:\\Windows\\Temp\\" + i + ".exe", "user.name", "user" + i % 9));
        }
        Entry entry = new ConditionSearch(wanted, others).search().entries().getFirst();
        assertEquals(List.of("svc-a", "svc-b"), entry.values());
        wanted.forEach(one -> one.put("user.name", List.of("u" + random.nextInt(9))));
        Entry folder = new ConditionSearch(wanted, others).search().entries().getFirst();
        assertEquals(new Entry("process.executable", Entry.Operator.MATCHES, false, List.of("C:\\\\Program Files\\\\NWF\\\\*"), true), folder);
    }

    @Test void whatCannotBeToldApartIsSaid() {
        List<Map<String, List<String>>> wanted =
                List.of(Map.of("process.name", List.of("a.exe"), "process.pid", List.of("1")), Map.of("process.name", List.of("a.exe"), "process.pid", List.of("2")));
        List<Map<String, List<String>>> others = List.of(Map.of("process.name", List.of("b.exe")), Map.of("process.name", List.of("a.exe"), "process.pid", List.of("3")));
        ConditionSearch.Found found = new ConditionSearch(wanted, others).search();
        assertEquals(Set.of("process.name"), fields(found));
        assertEquals(List.of(1), found.remaining());
    }

    @Test void volatileFieldsAreNeverNamed() {
        VOLATILE.forEach(field -> assertTrue(Volatility.of(field).isPresent(), field));
        List<Map<String, List<String>>> wanted = List.of(Map.of("process.pid", List.of("7"), "event.hash", List.of("h")));
        assertEquals(List.of(), new ConditionSearch(wanted, List.of(Map.of("process.pid", List.of("8")))).search().entries());
    }

    @Test void manyConditionsAreFoundInTime() {
        List<Map<String, List<String>>> wanted = new ArrayList<>();
        List<Map<String, List<String>>> others = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            wanted.add(thing("a", "1", "b", "1", "c", "1", "d", "1", "e", "1"));
            int wrong = i % 5;
            others.add(thing("a", wrong == 0 ? "0" : "1", "b", wrong == 1 ? "0" : "1", "c", wrong == 2 ? "0" : "1", "d", wrong == 3 ? "0" : "1", "e", wrong == 4 ? "0" : "1"));
        }
        ConditionSearch.Found found = new ConditionSearch(wanted, others).search();
        assertEquals(Set.of("a", "b", "c", "d", "e"), fields(found));
        assertEquals(List.of(), found.remaining());
    }
}
