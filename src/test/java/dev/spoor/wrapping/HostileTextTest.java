package dev.spoor.wrapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text that was made to do harm: it costs bounded time and memory, is told, and harms nothing beside it. */
class HostileTextTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    @TempDir Path folder;

    private List<EventView> read(byte[] text) throws Exception {
        return assertTimeoutPreemptively(SOON, () -> EventView.all(Files.write(folder.resolve("log"), text)));
    }

    private List<EventView> read(String text) throws Exception {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test void brokenInManyWaysNothingFails() throws Exception {
        assertEquals(List.of(), new TextFuzz(20_260_302).run(folder, 600));
    }

    @Test void deepNestingIsToldAndTheNextRecordRead() throws Exception {
        String deep = "{\"a\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}\n{\"a\":1}\n";
        List<EventView> events = read(deep);
        assertTrue(events.getFirst().damaged().orElseThrow().problem().contains("deep"), events.toString());
        assertEquals(2, events.size());
        String xml = "<Event><System/><EventData>" + "<a>".repeat(5_000) + "</a>".repeat(5_000) + "</EventData></Event>";
        assertTrue(read(xml + "<Event><System/></Event>").getFirst().damaged().orElseThrow().problem().contains("elements in each other"));
        assertTrue(read("{\"hits\":{\"hits\":[{\"_id\":\"1\",\"_source\":" + "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000) + "}]}}").getFirst().damaged().isPresent());
    }

    @Test void documentsThatNeverCloseCostTimeInProportion() throws Exception {
        assertFalse(read("{\n\"a\":".repeat(200_000)).isEmpty());
        assertFalse(read("[\n" + "{\"a\":[\n".repeat(200_000)).isEmpty());
        assertFalse(read("{\"hits\":{\"hits\":[" + "{\"hits\":[".repeat(200_000)).isEmpty());
        assertFalse(read("Record 1\n{}\n" + "Record 1\n".repeat(100_000) + "{").isEmpty());
    }

    @Test void entitiesThatGrowAreNotResolved() throws Exception {
        String laughs = "<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]>"
                + "<Events><Event><System/><EventData><Data Name='x'>&c;</Data></EventData></Event></Events>";
        assertTrue(read(laughs).stream().allMatch(event -> event.damaged().isPresent()));
        String raw = laughs.substring(laughs.indexOf("<Event>")).replace("</Events>", "").replace("'", "\\'");
        List<EventView> splunk = read("{\"preview\":false,\"result\":{\"_raw\":\"" + raw.replace("\\'", "'") + "\",\"EventID\":\"1\",\"Channel\":\"Security\"}}\n");
        assertFalse(splunk.getFirst().ecs().toString().contains("haha"));
        assertTrue(splunk.getFirst().ecs().containsKey("event.code"), splunk.toString());
    }

    @Test void zerosAndHalvesOfCharactersAreText() throws Exception {
        ByteArrayOutputStream wide = new ByteArrayOutputStream();
        wide.writeBytes("\uFEFF<Events><Event><System/><EventData><Data Name='x'>a".getBytes(StandardCharsets.UTF_16LE));
        wide.writeBytes(new byte[] {0, 0, 0, (byte) 0xD8, 'b', 0});
        wide.writeBytes("</Data></EventData></Event></Events>".getBytes(StandardCharsets.UTF_16LE));
        assertEquals(1, read(wide.toByteArray()).size());
        assertEquals(1, read("{\"a\":\"x\\u0000y\\ud800z\"}\n").size());
        byte[] lone = "{\"a\":\"\u00ff\u00fe\u0080\"}\n".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("\"\uFFFD\uFFFD\uFFFD\"", read(lone).getFirst().ecs().get("a").toString());
    }

    @Test void timesAtTheEndsOfTheCalendarAreTimesOrNone() throws Exception {
        for (String time : List.of("1601-01-01T00:00:00.0000000Z", "30828-09-14T02:48:05.4775807Z", "+30828-09-14T02:48:05.4775807Z", "-0001-01-01T00:00:00Z", "9999999999999",
                "99999-99-99T99:99:99Z", "")) {
            assertEquals(1, read("{\"Channel\":\"Security\",\"EventID\":1,\"@timestamp\":\"" + time + "\"}\n").size(), time);
            assertEquals(1, read("<Event><System><TimeCreated SystemTime='" + time + "'/></System></Event>").size(), time);
            assertEquals(1, read("{\"Event\":{\"System\":{\"EventID\":1,\"Channel\":\"x\",\"TimeCreated\":{\"#attributes\":{\"SystemTime\":\"" + time + "\"}}}}}\n").size(), time);
        }
    }
}
