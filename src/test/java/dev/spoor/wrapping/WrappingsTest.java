package dev.spoor.wrapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spoor.event.Time;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The records of records.json give the same events whatever they are wrapped in. What a wrapping loses or adds is listed in wrappings.json, and nothing else
 * differs; {@code *} at the end of a name stands for the rest, a number and a colon before it say for which record only.
 */
class WrappingsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    @TempDir Path folder;
    private List<LogRecord> records;
    private List<EventView> usual;

    static List<JsonNode> wrappings() throws IOException {
        List<JsonNode> all = new ArrayList<>();
        json("wrappings.json").forEach(all::add);
        assertEquals(Wrapping.values().length, all.size(), "every wrapping is in the list");
        return all;
    }

    @BeforeEach void readsTheRecordsAsXml() throws Exception {
        records = new ArrayList<>();
        json("records.json").forEach(node -> records.add(new LogRecord(node)));
        usual = read(Wrapping.WEVTUTIL);
    }

    @ParameterizedTest @MethodSource("wrappings")
    void theSameRecordGivesTheSameEventInEachWrapping(JsonNode spec) throws Exception {
        List<EventView> events = read(Wrapping.valueOf(spec.get("wrapping").asText()));
        assertEquals(usual.size(), events.size());
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            EventView event = events.get(i);
            assertTrue(event.damaged().isEmpty(), () -> event.damaged().toString());
            int digits = spec.path("digits").asInt(7);
            assertEquals(Time.parse(records.get(i).time(digits)), event.time(), "time");
            compare("ecs", i, event.ecs(), spec, differences, digits);
            if (spec.path("own_names").asBoolean()) {
                assertTrue(event.source().keySet().containsAll(names(spec.get("names"))), () -> event.source().keySet().toString());
            } else {
                compare("source", i, event.source(), spec, differences, digits);
            }
        }
        assertEquals(List.of(), differences);
    }

    private void compare(String view, int record, Map<String, JsonNode> have, JsonNode spec, List<String> differences, int digits) {
        Map<String, JsonNode> wanted = view.equals("ecs") ? usual.get(record).ecs() : usual.get(record).source();
        List<String> lost = names(spec.path(view + "_lost"), record);
        List<String> more = names(spec.path(view + "_more"), record);
        List<String> other = names(spec.path(view + "_other"), record);
        TreeMap<String, JsonNode> all = new TreeMap<>(wanted);
        all.putAll(have);
        for (String path : all.keySet()) {
            JsonNode want = wanted.get(path);
            JsonNode got = have.get(path);
            boolean same = want != null && got != null && (want.equals(got) || time(want, digits) != Time.NONE && time(want, digits) == time(got, digits));
            boolean listed = want == null ? fits(path, more) : got == null ? fits(path, lost) : fits(path, other);
            if (!same && !listed) {
                differences.add(view + " " + path + ": " + want + " became " + got);
            }
        }
    }

    private static long time(JsonNode value, int digits) {
        String text = value.asText();
        int dot = text.indexOf('.');
        boolean cut = dot == 19 && text.endsWith("Z") && text.length() > dot + digits;
        return dot == 19 ? Time.parse(cut ? text.substring(0, dot + 1 + digits) + "Z" : text) : Time.NONE;
    }

    private static boolean fits(String path, List<String> names) {
        return names.stream().anyMatch(name -> name.endsWith("*") ? path.startsWith(name.substring(0, name.length() - 1)) : path.equals(name));
    }

    private static List<String> names(JsonNode list) {
        List<String> names = new ArrayList<>();
        list.forEach(name -> names.add(name.asText()));
        return names;
    }

    /** The names that are for a record: those without a number before them, and those with its number. */
    private static List<String> names(JsonNode list, int record) {
        String own = (record + 1) + ":";
        return names(list).stream().filter(name -> name.indexOf(':') < 0 || name.startsWith(own)).map(name -> name.substring(name.indexOf(':') + 1)).toList();
    }

    private List<EventView> read(Wrapping wrapping) throws Exception {
        return EventView.all(Files.write(folder.resolve("log"), wrapping.write(records)));
    }

    private static JsonNode json(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(WrappingsTest.class.getResourceAsStream("/wrapping/" + name))) {
            return JSON.readTree(in);
        }
    }
}
