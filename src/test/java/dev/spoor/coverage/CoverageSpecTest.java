package dev.spoor.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.spoor.event.Event;
import dev.spoor.event.Field;
import dev.spoor.event.FieldTable;
import dev.spoor.event.Origin;
import dev.spoor.event.Time;
import dev.spoor.event.Value;
import dev.spoor.segment.SegmentBuilder;
import dev.spoor.segment.SegmentLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of events and what is said of them: {@code time | host | log | event code | provider | record number}, then {@code hosts:} and {@code says:} lines. */
class CoverageSpecTest {
    private static final List<String> COLUMNS = List.of("host.name", "winlog.channel", "event.code", "winlog.provider_name", "winlog.record_id");

    static Stream<Path> specs() throws IOException {
        return Files.list(Path.of("src/test/resources/coverage")).sorted();
    }

    @ParameterizedTest @MethodSource("specs")
    void saysWhatASourceCovers(Path spec) throws IOException {
        List<String> expected = new ArrayList<>();
        List<String[]> events = new ArrayList<>();
        for (String line : Files.readAllLines(spec)) {
            if (line.startsWith("says:") || line.startsWith("hosts:")) {
                expected.add(line);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                events.add(line.split("\\|", -1));
            }
        }
        for (int size : List.of(1, 3, 1_000)) {
            assertEquals(String.join("\n", expected), said(count(events, size)), "in segments of " + size);
        }
    }

    private static SourceCoverage count(List<String[]> events, int size) {
        FieldTable fields = new FieldTable();
        CoverageCount count = new CoverageCount();
        for (int from = 0; from < events.size(); from += size) {
            SegmentBuilder segment = new SegmentBuilder(fields, "", SegmentLimits.DEFAULT);
            events.subList(from, Math.min(events.size(), from + size)).forEach(event -> segment.add(event(fields, event)));
            count.add(segment.build(), from + 1);
        }
        return count.coverage().getOrDefault(1, SourceCoverage.NONE);
    }

    private static Event event(FieldTable fields, String[] cells) {
        Event event = new Event(fields, new Origin(1, "", 1, 0));
        event.time(cells[0].isBlank() ? Time.NONE : Time.parse(cells[0].strip()));
        for (int i = 0; i < COLUMNS.size(); i++) {
            if (!cells[i + 1].isBlank()) {
                event.put(Field.ecs(COLUMNS.get(i)), Value.string(cells[i + 1].strip()));
            }
        }
        return event;
    }

    private static String said(SourceCoverage coverage) {
        List<String> lines = new ArrayList<>();
        lines.add("hosts: " + CoverageSentences.hosts(coverage));
        CoverageSentences.of(coverage).forEach(sentence -> lines.add("says: " + sentence));
        return String.join("\n", lines);
    }

    @Test void numbersInAnyOrderLeaveTheHolesThatASortedSetHas() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            Spans spans = new Spans(1 + round % 3, 1_000);
            TreeSet<Long> numbers = new TreeSet<>();
            for (int i = 0; i < 60; i++) {
                long number = random.nextInt(100);
                numbers.add(number);
                spans.add(number, number * 10);
            }
            List<String> expected = new ArrayList<>();
            Long before = null;
            for (long number : numbers) {
                if (before != null && number - before > 1 + round % 3) {
                    expected.add(before + "@" + before * 10 + " " + number + "@" + number * 10);
                }
                before = number;
            }
            assertEquals(expected, spans.holes().stream().map(hole -> hole.before().last() + "@" + hole.before().lastTime() + " " + hole.after().first() + "@"
                    + hole.after().firstTime()).toList());
        }
    }

    @Test void tooScatteredNumbersAreSaidToBeUnknown() {
        List<String[]> events = new ArrayList<>();
        for (int i = 0; i < 60_000; i++) {
            events.add(("2024-05-01T10:00:00Z|dc01|Security|4624|p|" + i * 2).split("\\|"));
        }
        SourceCoverage coverage = count(events, 8_192);
        assertEquals(-1, coverage.logs().getFirst().missing());
        assertEquals(List.of("Security of dc01: record numbers 0 to 99998, too scattered to count the holes."), CoverageSentences.of(coverage));
    }
}
