package dev.spoor.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spoor.job.Job;
import dev.spoor.workbench.HuntAnswer;
import dev.spoor.workbench.HuntRequest;
import dev.spoor.workbench.Investigation;
import dev.spoor.workbench.Workbench;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Runs searches over a case, several rounds, checks how many events each finds, and prints what they cost by kind, in milliseconds of this thread. */
public final class QueryBench {
    private final Investigation investigation;
    private final long factor;
    private int wrong;

    private QueryBench(Investigation investigation, long factor) {
        this.investigation = investigation;
        this.factor = factor;
    }

    /**
     * The arguments are a case, a file of searches (a JSON object a line: {@code {"kind":"term","language":"eql","query":"…","count":12}}), how many times the counts
     * are to be found, and the number of rounds. The first round is that of a new program.
     */
    public static void main(String[] arguments) throws Exception {
        List<JsonNode> queries = new ArrayList<>();
        ObjectMapper mapper = new ObjectMapper();
        for (String line : Files.readAllLines(Path.of(arguments[1]))) {
            queries.add(mapper.readTree(line));
        }
        try (Investigation investigation = new Workbench().openOrCreate(Path.of(arguments[0]))) {
            QueryBench bench = new QueryBench(investigation, Long.parseLong(arguments[2]));
            for (int round = 0; round < Integer.parseInt(arguments[3]); round++) {
                bench.run(queries, round == 0);
            }
        }
    }

    private void run(List<JsonNode> queries, boolean tell) throws Exception {
        Map<String, List<Double>> times = new TreeMap<>();
        wrong = 0;
        for (JsonNode query : queries) {
            HuntRequest request = new HuntRequest(query.get("language").asText(), query.get("query").asText(), List.of(), OptionalLong.of(100), ZoneOffset.UTC, false);
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            HuntAnswer answer = investigation.hunt(request, Job.SILENT);
            double millis = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6;
            times.computeIfAbsent(query.get("kind").asText(), key -> new ArrayList<>()).add(millis);
            check(query, answer, tell);
        }
        times.forEach((kind, list) -> {
            double[] sorted = list.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            System.out.printf(Locale.ROOT, "%-9s n=%-4d mean %7.2f  median %7.2f  p95 %7.2f  max %7.2f ms%n", kind, sorted.length, Arrays.stream(sorted).average().orElse(0),
                    sorted[sorted.length / 2], sorted[sorted.length * 95 / 100], sorted[sorted.length - 1]);
        });
        System.out.println(wrong + " counts differ");
    }

    private void check(JsonNode query, HuntAnswer answer, boolean tell) {
        long found = answer instanceof HuntAnswer.Events events ? events.found() : -1;
        if (found != query.get("count").asLong() * factor) {
            wrong++;
            if (tell && wrong < 6) {
                System.out.println(query + " found " + (found < 0 ? answer : found));
            }
        }
    }
}
