package dev.spoor.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.detect.FoundEvent;
import dev.spoor.detect.Match;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Compares rules that remember with a replay that does every run from nothing, on small random data. */
class ReplayOracleTest {
    private static final long BEGIN = Instant.parse("2024-05-01T10:00:00Z").getEpochSecond();
    private static final int TRIALS = 60;

    /** An event: when (seconds), and its values. */
    private record Happened(long time, List<String> users, List<String> hosts) {}

    /** A schedule in seconds. */
    private record Plan(int interval, int back, int history) {}

    @Test void thresholdsAreThoseOfEveryRunDoneFromNothing() throws WorkbenchException {
        Random random = new Random(7);
        for (int trial = 0; trial < TRIALS; trial++) {
            List<Happened> events = events(random);
            Plan plan = plan(random);
            int value = 1 + random.nextInt(4);
            int different = random.nextInt(3);
            String rule = schedule(plan) + "type = \"threshold\"\nquery = \"*:*\"\n[rule.threshold]\nfield = [\"user.name\"]\nvalue = " + value + "\n"
                    + (different == 0 ? "" : "[[rule.threshold.cardinality]]\nfield = \"host.name\"\nvalue = " + different + "\n");
            Set<String> found = new TreeSet<>();
            for (Match match : RuleBench.run(RuleBench.rule(rule), documents(events))) {
                found.add(match.values().get("user.name") + " " + match.values().get("threshold_result.from") + " " + ids(match));
            }
            assertEquals(thresholds(events, plan, value, different), found, "trial " + trial + "\n" + rule + events);
        }
    }

    @Test void newTermsAreThoseOfEveryRunDoneFromNothing() throws WorkbenchException {
        Random random = new Random(11);
        for (int trial = 0; trial < TRIALS; trial++) {
            List<Happened> events = events(random);
            Plan plan = plan(random);
            String rule = schedule(plan) + "type = \"new_terms\"\nquery = \"*:*\"\nnew_terms_fields = [\"user.name\", \"host.name\"]\nhistory_window_start = \"now-"
                    + plan.history() + "s\"\n";
            Set<String> found = new TreeSet<>();
            for (Match match : RuleBench.run(RuleBench.rule(rule), documents(events))) {
                found.add(match.values().get("new_terms") + " " + ids(match));
            }
            assertEquals(newTerms(events, plan), found, "trial " + trial + "\n" + rule + events);
        }
    }

    private static Set<String> thresholds(List<Happened> events, Plan plan, int value, int different) {
        Set<String> alerts = new TreeSet<>();
        Map<String, Long> last = new HashMap<>();
        for (long run : runs(events, plan)) {
            for (String user : List.of("ana", "ben", "cem")) {
                List<Integer> in = new ArrayList<>();
                Set<String> hosts = new HashSet<>();
                for (int i = 0; i < events.size(); i++) {
                    Happened event = events.get(i);
                    if (event.time() > run - plan.back() && event.time() <= run && event.time() > last.getOrDefault(user, Long.MIN_VALUE) && event.users().contains(user)) {
                        in.add(i + 1);
                        hosts.addAll(event.hosts());
                    }
                }
                if (in.size() >= value && hosts.size() >= different) {
                    last.put(user, in.stream().mapToLong(i -> events.get(i - 1).time()).max().orElseThrow());
                    alerts.add(user + " " + Instant.ofEpochSecond(run - plan.back()).toString().replace("Z", ".000000000Z") + " " + new TreeSet<>(in));
                }
            }
        }
        return alerts;
    }

    private static Set<String> newTerms(List<Happened> events, Plan plan) {
        Set<String> alerts = new TreeSet<>();
        for (long run : runs(events, plan)) {
            for (String user : List.of("ana", "ben", "cem")) {
                for (String host : List.of("x", "y")) {
                    int first = -1;
                    boolean known = false;
                    for (int i = 0; i < events.size(); i++) {
                        Happened event = events.get(i);
                        boolean has = event.users().contains(user) && event.hosts().contains(host) && event.time() <= run;
                        known |= has && event.time() > run - plan.history() && event.time() <= run - plan.back();
                        if (has && event.time() > run - plan.back() && (first < 0 || event.time() < events.get(first).time())) {
                            first = i;
                        }
                    }
                    if (first >= 0 && !known) {
                        alerts.add(List.of(user, host) + " " + Set.of(first + 1));
                    }
                }
            }
        }
        return alerts;
    }

    private static List<Long> runs(List<Happened> events, Plan plan) {
        List<Long> runs = new ArrayList<>();
        long begin = Math.floorDiv(BEGIN, plan.interval()) * plan.interval();
        for (long run = begin; run < BEGIN + 20_000; run += plan.interval()) {
            runs.add(run);
        }
        return events.isEmpty() ? List.of() : runs;
    }

    private static Set<Long> ids(Match match) {
        Set<Long> ids = new TreeSet<>();
        match.events().stream().map(FoundEvent::id).forEach(ids::add);
        return ids;
    }

    private static String schedule(Plan plan) {
        return "interval = \"" + plan.interval() + "s\"\nfrom = \"now-" + plan.back() + "s\"\n";
    }

    private static Plan plan(Random random) {
        int interval = 60 * (1 + random.nextInt(10));
        int back = 60 * (1 + random.nextInt(25));
        return new Plan(interval, back, back + 60 * (1 + random.nextInt(60)));
    }

    private static List<Happened> events(Random random) {
        List<Happened> events = new ArrayList<>();
        int count = random.nextInt(40);
        for (int i = 0; i < count; i++) {
            // whole minutes, so that events often lie on the borders of windows
            events.add(new Happened(BEGIN + 60L * random.nextInt(120), some(random, List.of("ana", "ben", "cem")), some(random, List.of("x", "y"))));
        }
        return events;
    }

    private static List<String> some(Random random, List<String> names) {
        return names.stream().filter(name -> random.nextInt(names.size()) == 0).toList();
    }

    private static List<ObjectNode> documents(List<Happened> events) {
        List<ObjectNode> documents = new ArrayList<>();
        for (Happened event : events) {
            ObjectNode document = JsonNodeFactory.instance.objectNode().put("@timestamp", Instant.ofEpochSecond(event.time()).toString());
            put(document, "user.name", event.users());
            put(document, "host.name", event.hosts());
            documents.add(document);
        }
        return documents;
    }

    private static void put(ObjectNode document, String name, List<String> values) {
        if (values.size() == 1) {
            document.put(name, values.getFirst());
        } else if (!values.isEmpty()) {
            ArrayNode array = document.putArray(name);
            values.forEach(array::add);
        }
    }
}
