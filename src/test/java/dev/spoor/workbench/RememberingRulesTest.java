package dev.spoor.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.detect.FoundEvent;
import dev.spoor.detect.Match;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Rules that remember, from the rule's text and events to the alerts, as the spec files tell. */
class RememberingRulesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A case of a spec file. */
    private record Case(String title, StringBuilder rule, List<ObjectNode> events, List<String> alerts) {}

    @TestFactory List<DynamicTest> eachFileTellsTheTruth() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String file : List.of("threshold.spec", "new-terms.spec", "indicators.spec")) {
            read(file).forEach(one -> tests.add(DynamicTest.dynamicTest(file + ": " + one.title(), () -> check(one))));
        }
        return tests;
    }

    private static void check(Case one) throws WorkbenchException {
        List<Match> matches = RuleBench.run(RuleBench.rule(one.rule().toString()), one.events());
        List<String> found = new ArrayList<>();
        for (int i = 0; i < matches.size(); i++) {
            String told = one.alerts().size() > i ? one.alerts().get(i) : "";
            found.add(shown(matches.get(i), told));
        }
        assertEquals(String.join("\n", one.alerts()), String.join("\n", found));
    }

    /** The events of a match, and those of its values that the spec tells of. */
    private static String shown(Match match, String told) {
        String events = match.events().stream().map(FoundEvent::id).map(String::valueOf).collect(Collectors.joining(" "));
        int slash = told.indexOf(" / ");
        if (slash < 0) {
            return events;
        }
        List<String> values = new ArrayList<>();
        for (String part : told.substring(slash + 3).split("; ")) {
            String name = part.substring(0, part.indexOf('='));
            values.add(name + "=" + (name.equals("count") ? match.count() : match.values().get(name)));
        }
        return events + " / " + String.join("; ", values);
    }

    private static List<Case> read(String file) throws IOException {
        List<Case> cases = new ArrayList<>();
        try (InputStream in = RememberingRulesTest.class.getResourceAsStream("/detect/" + file)) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String rest = line.substring(line.indexOf(' ') + 1).strip();
                switch (line.isBlank() || line.startsWith("#") ? "" : line.split(" ")[0]) {
                    case "" -> {}
                    case "==" -> cases.add(new Case(rest, new StringBuilder(), new ArrayList<>(), new ArrayList<>()));
                    case "rule" -> cases.getLast().rule().append(rest).append('\n');
                    case "event" -> cases.getLast().events().add(event(rest));
                    case "alert" -> cases.getLast().alerts().add(rest);
                    default -> throw new IOException(file + ": " + line);
                }
            }
        }
        return cases;
    }

    /** A document; a time may stand before it, of the day 2024-05-01 where it names none. */
    private static ObjectNode event(String text) throws JsonProcessingException {
        int open = text.indexOf('{');
        ObjectNode document = (ObjectNode) JSON.readTree(text.substring(open));
        String time = text.substring(0, open).strip();
        if (!time.isEmpty()) {
            document.put("@timestamp", time.contains("T") ? time + "Z" : "2024-05-01T" + time + "Z");
        }
        return document;
    }
}
