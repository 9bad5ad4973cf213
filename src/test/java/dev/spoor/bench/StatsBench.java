package dev.spoor.bench;

import dev.spoor.job.Job;
import dev.spoor.workbench.HuntAnswer;
import dev.spoor.workbench.HuntRequest;
import dev.spoor.workbench.Investigation;
import dev.spoor.workbench.Workbench;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Runs SPL searches that answer tables over a case, several rounds each, and prints how many rows each has, a hash of them, and what it costs, in milliseconds of this thread. */
public final class StatsBench {
    private StatsBench() {}

    /** The arguments are a case, a file of searches (one a line) and the number of rounds. The first round is told apart; the others are warm. */
    public static void main(String[] arguments) throws Exception {
        List<String> queries = Files.readAllLines(Path.of(arguments[1])).stream().filter(line -> !line.isBlank()).toList();
        try (Investigation investigation = new Workbench().openOrCreate(Path.of(arguments[0]))) {
            for (String query : queries) {
                run(investigation, query, Integer.parseInt(arguments[2]));
            }
        }
    }

    private static void run(Investigation investigation, String query, int rounds) throws Exception {
        double[] times = new double[rounds];
        String told = "";
        for (int round = 0; round < rounds; round++) {
            HuntRequest request = new HuntRequest("spl", query, List.of(), OptionalLong.empty(), ZoneOffset.UTC, false);
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            HuntAnswer answer = investigation.hunt(request, Job.SILENT);
            times[round] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6;
            told = answer instanceof HuntAnswer.Rows rows ? rows.rows().size() + " rows, hash " + Integer.toHexString(rows.rows().hashCode()) : answer.toString();
        }
        double first = times[0];
        Arrays.sort(times, Math.min(1, rounds - 1), rounds);
        System.out.printf(Locale.ROOT, "%8.1f first %8.1f median %8.1f least ms  %s  %s%n", first, times[(rounds + 1) / 2 - (rounds > 1 ? 0 : 1)], times[Math.min(1, rounds - 1)],
                told,
                query);
    }
}
